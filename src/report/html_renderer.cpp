#include <ostream>
#include <string_view>
#include <utility>

#include "html_blocks.hpp"
#include "lull/report/escape.hpp"
#include "lull/report/renderer.hpp"

namespace lull {
namespace embedded {
extern const std::string_view page_html;
extern const std::string_view page_css;
}  // namespace embedded

namespace {

constexpr std::size_t kContentsFrom = 4;  // fewer parts are seen at a glance

std::vector<std::string> parts_of(const Document& document) {
  std::vector<std::string> parts;
  for (const Block& block : document.blocks) {
    const auto* heading = std::get_if<Heading>(&block);
    if (heading != nullptr && heading->level == 2) parts.push_back(heading->text);
  }
  return parts;
}

std::string contents_of(const Document& document) {
  const std::vector<std::string> parts = parts_of(document);
  if (parts.size() < kContentsFrom) return "";
  std::string out = "<nav class=\"contents\" aria-label=\"Contents\">\n<ul>\n";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    out += "<li><a href=\"#part-" + std::to_string(i + 1) + "\">" + html_escape(parts[i]) +
           "</a></li>\n";
  }
  return out + "</ul>\n</nav>\n";
}

/// Fills the skeleton in one pass, so that braces within the words stay words.
void fill(std::string_view skeleton,
          const std::vector<std::pair<std::string_view, std::string_view>>& places,
          std::ostream& out) {
  while (true) {
    const std::size_t open = skeleton.find("{{");
    if (open == std::string_view::npos) break;
    const std::size_t close = skeleton.find("}}", open);
    const std::string_view name = skeleton.substr(open + 2, close - open - 2);
    out << skeleton.substr(0, open);
    for (const auto& [place, words] : places) {
      if (place == name) out << words;
    }
    skeleton.remove_prefix(close + 2);
  }
  out << skeleton;
}

}  // namespace

void HtmlRenderer::render(const Document& document, std::ostream& out) const {
  const std::string title = html_escape(document.title);
  const std::string subtitle = html_escape(document.subtitle);
  const std::string footer = html_escape(document.footer);
  const std::string body = html_of(document.blocks, contents_of(document));
  fill(embedded::page_html,
       {{"title", title},
        {"style", embedded::page_css},
        {"subtitle", subtitle},
        {"body", body},
        {"footer", footer}},
       out);
}

}  // namespace lull
