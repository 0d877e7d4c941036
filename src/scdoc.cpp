#include "scdoc.hpp"

#include <algorithm>

namespace lull {

Lines split_lines(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

std::string escape_scdoc(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (std::string_view("_*\\#`|[]<>~.").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string bold(std::string_view text) { return '*' + escape_scdoc(text) + '*'; }

std::string inline_to_scdoc(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const char c = text[0];
    const std::size_t tick = c == '`' ? text.find('`', 1) : std::string_view::npos;
    const std::size_t stars = text.starts_with("**") ? text.find("**", 2) : std::string_view::npos;
    const std::size_t middle = c == '[' ? text.find("](") : std::string_view::npos;
    if (tick != std::string_view::npos) {
      result += bold(text.substr(1, tick - 1));
      text.remove_prefix(tick + 1);
    } else if (stars != std::string_view::npos) {
      result += bold(text.substr(2, stars - 2));
      text.remove_prefix(stars + 2);
    } else if (middle != std::string_view::npos) {
      result += escape_scdoc(text.substr(1, middle - 1));
      text.remove_prefix(std::min(text.find(')', middle), text.size() - 1) + 1);
    } else {
      result += escape_scdoc(text.substr(0, 1));
      text.remove_prefix(1);
    }
  }
  return result;
}

std::string to_scdoc(const Lines& lines) {
  std::string page;
  bool literal = false;
  for (const std::string& line : lines) {
    const bool indented = line.starts_with("    ");
    // How it is called stands above it already, and from the table.
    if (line.starts_with("    lull ")) continue;
    if (literal && !indented && !line.empty()) {
      while (page.ends_with("\n\n")) page.pop_back();
      page += "```\n\n";
      literal = false;
    }
    if (indented) {
      if (!literal) page += "```\n";
      literal = true;
      page += line.substr(4) + '\n';
    } else if (line.starts_with("* ")) {
      page += "- " + inline_to_scdoc(line.substr(2)) + '\n';
    } else if (line.starts_with("  ")) {
      page += "  " + inline_to_scdoc(line.substr(2)) + '\n';
    } else if (!line.starts_with("|")) {
      page += (literal ? line : inline_to_scdoc(line)) + '\n';
    }
  }
  while (page.ends_with("\n\n")) page.pop_back();
  if (literal) page += "```\n";
  return page;
}

std::map<std::string, Lines, std::less<>> sections_of(const std::string& markdown) {
  std::map<std::string, Lines, std::less<>> sections;
  std::string current;
  for (const std::string& line : split_lines(markdown)) {
    if (line.starts_with("## ")) {
      current = line.substr(3);
    } else if (!current.empty() && !(line.empty() && sections[current].empty())) {
      sections[current].push_back(line);
    }
  }
  return sections;
}

}  // namespace lull
