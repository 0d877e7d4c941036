// What is written for people: no text of theirs leaves its place on the screen or in a page.
#include <sstream>

#include "fuzz.hpp"
#include "lull/base/utf8.hpp"
#include "lull/report/document.hpp"
#include "lull/report/escape.hpp"
#include "lull/report/renderer.hpp"

using namespace lull;

namespace {

// Control characters but line breaks, and what turns the direction of writing.
bool holds_hidden(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 && byte != '\n') || byte == 0x7f) return true;
    if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
      return true;
    }
  }
  return text.find("\u202e") != std::string_view::npos ||
         text.find("\u2066") != std::string_view::npos ||
         text.find("\u2028") != std::string_view::npos;
}

void check_words(std::string_view text) {
  const std::string visible = make_visible(text);
  fuzz::require(!find_invalid_utf8(visible), "visible text is UTF-8");
  fuzz::require(!holds_hidden(visible), "visible text hides nothing");
  fuzz::require(make_visible_line(text).find('\n') == std::string::npos, "one line is one line");
  for (const int columns : {1, 7, 40}) {
    for (const std::string& line : wrap(visible, columns)) {
      fuzz::require(width_of(line) <= columns || columns < 2, "a wrapped line fits");
    }
    fuzz::require(width_of(fit_to_width(visible, columns)) <= columns, "a fitted text fits");
  }
  fold(text);
  compose(text);
  const std::string html = html_escape(text);
  fuzz::require(html.find_first_of("<>\"'") == std::string::npos, "nothing in HTML opens a tag");
  fuzz::require(!holds_hidden(html), "nothing in HTML is hidden");
  const std::string markdown = markdown_escape(text);
  fuzz::require(markdown.find_first_of("<\n") == std::string::npos, "Markdown stays one line");
}

Document document_of(fuzz::Bytes& bytes) {
  Document document;
  const auto next = [&] { return std::string(bytes.piece()); };
  document.title = next();
  document.subtitle = next();
  document.blocks.emplace_back(Heading{2, next()});
  document.blocks.emplace_back(Paragraph{{{next(), Face::plain}, {next(), Face::strong}}});
  document.blocks.emplace_back(Quotation{{{next(), Face::plain}, {next(), Face::mark}}, next()});
  document.blocks.emplace_back(Pairing{next(), {plain(next()), next()}, {plain(next()), ""}});
  document.blocks.emplace_back(Table{next(), {{next(), false}, {"n", true}}, {{next(), "1"}}});
  document.blocks.emplace_back(BulletList{{plain(next()), plain(next())}});
  document.blocks.emplace_back(Facts{{{next(), next()}}});
  document.blocks.emplace_back(Note{next(), {plain(next())}, true});
  document.blocks.emplace_back(Questions{{{next(), next()}}});
  document.footer = next();
  return document;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  const std::size_t width = 40 + bytes.choose(60);
  check_words(bytes.rest());
  const Document document = document_of(bytes);
  std::ostringstream screen;
  TerminalRenderer(static_cast<int>(width)).render(document, screen);
  const std::string shown = screen.str();
  fuzz::require(!holds_hidden(shown), "nothing on the screen acts on it");
  for (const std::string& line : wrap(shown, 100'000)) {
    fuzz::require(width_of(line) <= static_cast<int>(width), "a line on the screen fits");
  }
  std::ostringstream markdown;
  MarkdownRenderer().render(document, markdown);
  fuzz::require(!holds_hidden(markdown.str()), "nothing in Markdown is hidden");
  fuzz::require(markdown.str().find('<') == std::string::npos, "no tag in Markdown");
  std::ostringstream page;
  HtmlRenderer().render(document, page);
  fuzz::require(!holds_hidden(page.str()), "nothing in the page is hidden");
  fuzz::require(page.str().find("<script") == std::string::npos, "no script in the page");
  return 0;
}
