#include "entry_markdown.hpp"

#include <fmt/format.h>

#include "entry_text.hpp"
#include "lull/base/utf8.hpp"
#include "lull/report/escape.hpp"

namespace lull {
namespace {

std::string without_edge_spaces(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(line.substr(first, line.find_last_not_of(' ') - first + 1));
}

}  // namespace

std::string text_as_markdown(std::string_view text) {
  std::string out;
  const std::string visible = make_visible(text);
  std::string_view rest = visible;
  bool in_paragraph = false;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const std::string line = without_edge_spaces(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.empty()) {
      if (in_paragraph) out += '\n';
    } else {
      // A backslash at the end of a line is a line break.
      if (in_paragraph)
        out += "\\\n";
      else if (!out.empty())
        out += '\n';
      out += markdown_escape(line);
    }
    in_paragraph = !line.empty();
  }
  if (in_paragraph) out += '\n';
  return out;
}

std::string entry_as_markdown(const Entry& entry) {
  std::string out =
      fmt::format("## {} {}\n", to_long_date(entry.at.day), to_clock_time(local_time_of(entry.at)));
  out += fmt::format("\n{}\n", markdown_escape(facts_of(entry)));
  if (const std::string text = text_as_markdown(entry.text); !text.empty()) out += '\n' + text;
  return out;
}

}  // namespace lull
