#include "golden_file.hpp"

#include "support/places.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "lull/report/renderer.hpp"
#include "lull/report/review_document.hpp"
#include "lull/report/review_json.hpp"

namespace lull::testing {

std::string golden(const std::string& name, const std::string& actual) {
  const std::filesystem::path path = std::filesystem::path(test::source_folder()) / "golden" / name;
  const char* approve = std::getenv("LULL_APPROVE");
  if (approve != nullptr && std::string(approve) == "1") {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << actual;
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("no golden file " + name + "; see tests/golden/README.md");
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

const std::vector<std::string>& all_formats() {
  static const std::vector<std::string> kFormats{"txt", "md", "html", "json"};
  return kFormats;
}

std::string rendered(const Review& review, const std::string& format) {
  std::ostringstream out;
  if (format == "txt") TerminalRenderer(80).render(to_document(review), out);
  if (format == "md") MarkdownRenderer().render(to_document(review), out);
  if (format == "html") HtmlRenderer().render(to_document(review), out);
  if (format == "json") write_review_json(review, out);
  return out.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace lull::testing
