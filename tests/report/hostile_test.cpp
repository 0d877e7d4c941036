#include <algorithm>
#include <regex>
#include <sstream>

#include "golden_file.hpp"
#include "lull/base/json.hpp"
#include "lull/base/utf8.hpp"
#include "lull/report/renderer.hpp"
#include "lull/report/review_document.hpp"
#include "sample_reviews.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::testing;

namespace {

const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> kTexts{
      "<script>alert(1)</script>",
      "</style></svg></title><img src=x onerror=alert(1)>",
      "\"><a href=\"javascript:alert(1)\">x</a>",
      "' onmouseover='alert(1)",
      "[click](javascript:alert(1)) ![i](http://x.example/y.png) <http://x.example>",
      "| a | b |\n|---|---|\n| c | d |",
      "# heading\n\n- list\n\n```\ncode\n```\n\n<b>html</b>",
      "{{style}} {{body}} {{title}}",
      "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b\x31m",
      "\u202egnp.exe\u202c \u2066hidden\u2069 \u200f mark",
      "]]> <!-- --> &amp; &#x3c;script&#x3e;",
      "http://x.example www.x.example",
      std::string(400, 'w'),
      "\xff\xfe not utf-8"};
  return kTexts;
}

std::size_t count_of(const std::string& text, const std::regex& pattern) {
  return static_cast<std::size_t>(
      std::distance(std::sregex_iterator(text.begin(), text.end(), pattern), {}));
}

/// The names of all tags, in order: what a browser would build the page from.
std::string structure_of(const std::string& html) {
  std::string out;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    out += html.substr(at, html.find_first_of(" >", at) - at) + " ";
  }
  return out;
}

/// The line without the escapes of our own faces; any other escape stays.
std::string without_faces(const std::string& line) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const std::string_view rest = std::string_view(line).substr(at);
    const bool face =
        rest.starts_with("\x1b[1m") || rest.starts_with("\x1b[3m") || rest.starts_with("\x1b[4m");
    const std::size_t end = face ? rest.find("\x1b[0m", 4) : std::string_view::npos;
    if (end == std::string_view::npos) {
      out += line[at++];
    } else {
      out += rest.substr(4, end - 4);
      at += end + 4;
    }
  }
  return out;
}

/// Same number of marked runs and sentences, with nothing to hide in them.
Review plain_review() { return review_that_says("plain words"); }

ChartWords chart_words(const std::string& text) {
  return {text, text, {text, {{text}, {text, true}}, {{text, text}}}};
}

/// A document of every block, with `text` wherever text can be.
Document document_that_says(const std::string& text) {
  const Quotation quotation{{{text, Face::mark}, {text, Face::strong}, {text}}, text};
  const CalendarChart calendar{
      chart_words(text), {{text, CalendarChart::Fill::full}}, {{Day{20000}, 0, true}}, text};
  Document document{text, text, text, {}};
  document.blocks = {Heading{2, text},
                     Heading{3, text},
                     Paragraph{{{text, Face::emphasis}}},
                     quotation,
                     Pairing{text, quotation, quotation},
                     Table{text, {{text}, {text, true}}, {{text, text}}},
                     BulletList{{plain(text)}},
                     Facts{{{text, text}}},
                     Note{text, {plain(text)}, true},
                     Questions{{{text, text}, {text, ""}}},
                     BarChart{chart_words(text), {text, text}, {{text, {1, 2}}}},
                     LineChart{chart_words(text), 1, 10, {{Day{20000}, 3}}, 1},
                     calendar,
                     SmallMultiples{chart_words(text), text, text, {{text, {1, 2}}}},
                     HourGrid{chart_words(text), {text}, {{text, {1}}}}};
  return document;
}

template <class AnyRenderer>
std::string rendered_by(const AnyRenderer& renderer, const std::string& text) {
  std::ostringstream out;
  renderer.render(document_that_says(text), out);
  return out.str();
}

bool has_raw_control(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7f;
  });
}

bool has_bidi_control(const std::string& text) {
  const std::vector<std::string> marks{"\u202a", "\u202b", "\u202c", "\u202d", "\u202e",
                                       "\u2066", "\u2067", "\u2068", "\u2069"};
  return std::any_of(marks.begin(), marks.end(),
                     [&](const std::string& mark) { return text.find(mark) != std::string::npos; });
}

}  // namespace

TEST_CASE("no text changes what a page is built from", "[hostile]") {
  const std::string expected = structure_of(rendered(plain_review(), "html"));
  for (const std::string& text : hostile_texts()) {
    INFO(text);
    const std::string html = rendered(review_that_says(text), "html");
    // Long values are set below their labels, by a class: the tags stay the same.
    CHECK(structure_of(html) == expected);
    CHECK(html.find("href=\"javascript") == std::string::npos);
    CHECK(count_of(html, std::regex("(href|src)=\"(?!#part-|data:,)")) == 0);
    CHECK(count_of(html, std::regex("<[a-z]+[^<>]* on[a-z]+=")) == 0);
  }
}

TEST_CASE("no text opens a table row, heading, fence or raw HTML in Markdown", "[hostile]") {
  const auto shape = [](const std::string& markdown) {
    std::ostringstream out;
    for (const std::string& line : lines_of(markdown)) {
      std::size_t pipes = 0;
      for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '|' && (i == 0 || line[i - 1] != '\\')) ++pipes;
      }
      out << line.substr(0, line.find_first_not_of("#>-` ")) << pipes << '\n';
    }
    return out.str();
  };
  const std::string expected = shape(rendered(plain_review(), "md"));
  for (const std::string& text : hostile_texts()) {
    INFO(text);
    const std::string markdown = rendered(review_that_says(text), "md");
    CHECK(shape(markdown) == expected);
    CHECK(markdown.find('<') == std::string::npos);
    CHECK(count_of(markdown, std::regex("[^\\\\]\\]\\(")) == 0);
    CHECK(count_of(markdown, std::regex("[^\\\\]://")) == 0);
  }
}

TEST_CASE("no control character and no turn of direction reaches a reader", "[hostile]") {
  for (const std::string& text : hostile_texts()) {
    for (const std::string& format : all_formats()) {
      INFO(format << ": " << text);
      const std::string shown = rendered(review_that_says(text), format);
      CHECK_FALSE(has_raw_control(shown));
      CHECK_FALSE(has_bidi_control(shown));
      CHECK_FALSE(find_invalid_utf8(shown).has_value());
    }
  }
}

TEST_CASE("colour is the only escape on a terminal, and ends within its line", "[hostile]") {
  for (const std::string& text : hostile_texts()) {
    INFO(text);
    std::ostringstream out;
    TerminalRenderer(80, true).render(to_document(review_that_says(text)), out);
    for (const std::string& line : lines_of(out.str())) {
      CHECK(without_faces(line).find('\x1b') == std::string::npos);
    }
  }
}

TEST_CASE("no block of a document lets its text out", "[hostile]") {
  const std::string expected = structure_of(rendered_by(HtmlRenderer(), "plain words"));
  for (const std::string& text : hostile_texts()) {
    INFO(text);
    const std::string html = rendered_by(HtmlRenderer(), text);
    CHECK(structure_of(html) == expected);
    CHECK_FALSE(has_bidi_control(html));
    const std::string markdown = rendered_by(MarkdownRenderer(), text);
    CHECK_FALSE(has_bidi_control(markdown));
    CHECK_FALSE(has_raw_control(markdown));
    const std::string terminal = rendered_by(TerminalRenderer(80), text);
    CHECK_FALSE(has_bidi_control(terminal));
    CHECK_FALSE(has_raw_control(terminal));
  }
}

TEST_CASE("a drawing in Markdown can't be closed by a label", "[hostile]") {
  const std::string markdown = rendered_by(MarkdownRenderer(), "```");
  CHECK(markdown.find("\n````text\n") != std::string::npos);
}

TEST_CASE("every line fits the terminal, whatever was written", "[hostile]") {
  for (int width : {60, 72, 80, 113, 200}) {
    for (const std::string& text : hostile_texts()) {
      std::ostringstream out;
      TerminalRenderer(width).render(to_document(review_that_says(text)), out);
      for (const std::string& line : lines_of(out.str())) {
        INFO(width << ": " << line);
        REQUIRE(width_of(line) <= width);
      }
    }
  }
}

TEST_CASE("JSON gives the words back exactly", "[hostile]") {
  for (const std::string& text : hostile_texts()) {
    if (find_invalid_utf8(text)) continue;
    INFO(text);
    const JsonValue json = parse_json(rendered(review_that_says(text), "json"), "review");
    const JsonValue* wants = json.find("wants");
    REQUIRE(wants != nullptr);
    const JsonValue& first = wants->find("mine")->as_array()->front();
    CHECK(*first.find("text")->as_string() == text);
  }
}
