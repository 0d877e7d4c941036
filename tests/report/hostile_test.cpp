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
  static const std::regex kTag("<[/!]?[a-zA-Z][^\\s>]*");
  std::string out;
  for (auto at = std::sregex_iterator(html.begin(), html.end(), kTag); at != std::sregex_iterator();
       ++at) {
    out += at->str() + " ";
  }
  return out;
}

/// Same number of marked runs and sentences, with nothing to hide in them.
Review plain_review() { return review_that_says("plain words"); }

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
      const std::string rest =
          std::regex_replace(line, std::regex("\x1b\\[[134]m([^\x1b]*)\x1b\\[0m"), "$1");
      CHECK(rest.find('\x1b') == std::string::npos);
    }
  }
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
