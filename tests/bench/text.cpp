// tests/bench/text FILE...: how fast pages are read for themes. The files' lines are pages, or, of
// a .tsv, sentences (what follows the tab) that are put together into pages of about 600 bytes,
// each in an order of its own, until there are 10 MB. Prints bytes, processor seconds and MB a
// second.
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "lull/text/findings.hpp"

namespace {

constexpr std::size_t kPage = 600;

std::vector<std::string> lines_of(const std::string& file) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with("# ")) continue;
    lines.push_back(file.ends_with(".tsv") ? line.substr(line.find('\t') + 1) : line);
  }
  return lines;
}

std::vector<std::string> pages_of(const std::vector<std::string>& lines, std::size_t bytes) {
  std::mt19937 draw(1);
  std::vector<std::string> pages;
  for (std::size_t size = 0; size < bytes; size += pages.back().size()) {
    std::string page;
    while (page.size() < kPage) page.append(lines[draw() % lines.size()]).append(" ");
    pages.push_back(std::move(page));
  }
  return pages;
}

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

int main(int count, char** words) {
  std::vector<std::string> lines;
  for (int i = 1; i < count; ++i) {
    for (std::string& line : lines_of(words[i])) lines.push_back(std::move(line));
  }
  if (lines.empty()) {
    std::cerr << "text: no lines to read; give it tests/text/sentences/*.tsv\n";
    return 2;
  }
  const char* megabytes = std::getenv("MEGABYTES");
  const double wanted = megabytes == nullptr ? 10 : std::atof(megabytes);
  const auto pages = pages_of(lines, static_cast<std::size_t>(wanted * 1e6));
  std::size_t bytes = 0;
  std::size_t found = 0;
  const double began = seconds();
  for (const std::string& page : pages) {
    bytes += page.size();
    found += lull::find_themes(page).size();
  }
  const double took = seconds() - began;
  std::cout << bytes << " bytes, " << found << " pieces of evidence, " << took << " s, "
            << static_cast<double>(bytes) / took / 1e6 << " MB/s\n";
  std::string whole;
  for (const std::string& page : pages) whole.append(page).append("\n");
  const auto started = std::chrono::steady_clock::now();
  found = lull::find_themes(whole).size();
  const std::chrono::duration<double> waited = std::chrono::steady_clock::now() - started;
  std::cout << "the same as one text: " << found << " pieces of evidence, " << waited.count()
            << " s by the clock\n";
  return 0;
}
