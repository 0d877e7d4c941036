#pragma once

#include <string>
#include <vector>

#include "support/catch.hpp"

namespace lull::test {

/// Texts that would do something to a terminal, a Markdown reader or a query, if they reached it as
/// they are. All are valid UTF-8 without NUL, so that a journal can hold them.
inline std::vector<std::string> hostile_texts() {
  return {
      "\x1b[31mred\x1b[0m",
      "\x1b[2J\x1b[H gone",
      "\x1b]0;another title\x07",
      "\x1b]8;;http://example.org/\x1b\\here\x1b]8;;\x1b\\",
      "\x1b]52;c;Y29waWVk\x07",
      "\x1bP$q\"p\x1b\\",
      "\x1b[6n\x1b[c\x1b[21t",
      "\x1b_Gf=32;AAAA\x1b\\",
      "\x1b[?1049h\x1b[?1003h",
      "\x1b[201~rm -r\n",
      "\u009b31m C1",
      "\u009d0;title\u009c",
      "shift \x0e in \x0f out",
      "hidden\b\b\b\b\b\bshown!",
      "They called\rI called ",
      "first\r\nsecond",
      "bell \x07\x07",
      "delete \x7f",
      "vertical \x0b and form \x0c",
      "a\tb",
      "safe \u202etxt.exe\u202c",
      "\u2066\u2067\u2069\u200e\u200f\u061c isolates",
      "zero\u200bwidth\u2060joiner",
      "line\u2028and\u2029paragraph",
      "tag \U000E0041\U000E0042 letters",
      "\ufeffmark",
      std::string("stack a") + std::string(40, ' ') + "\u0301\u0301\u0301",
      "wide \u6f22\u5b57 \U0001F469\u200D\U0001F467 \U0001F1E9\U0001F1EA",
      "\ufffe\uffff none",
      "<script>alert(1)</script>",
      "<img src=x onerror=alert(1)>",
      "--><!-- comment",
      "&lt;b&gt; &amp; &#x3c;",
      "[x](javascript:alert(1))",
      "![t](http://example.org/track.png)",
      "[x]: http://example.org \"t\"",
      "# heading\n---\nSetext\n===",
      "```\ncode\n```\n~~~",
      "- [ ] x\n1. y\n> z\n* w\n+ v",
      "| a | b |\n|---|---|",
      "<http://example.org> http://example.org www.example.org a@example.org",
      "\\`*_{}[]()#+-.!|",
      "---\ntitle: x\n---",
      "    four spaces",
      "two spaces  \nand a backslash\\\nthen",
      "'); DROP TABLE entry;--",
      "\" OR NEAR( * AND ^ : {",
      "100% _x_ \\",
      "%s%n {} {0}",
      "=HYPERLINK(\"http://example.org\")",
      "--delete -rf",
      std::string(5000, 'A'),
  };
}

/// Checks that nothing in `out` can act on a terminal: no control but the line break, no mark that
/// can't be seen.
inline void require_visible(const std::string& out) {
  for (std::size_t at = 0; at < out.size(); ++at) {
    const auto byte = static_cast<unsigned char>(out[at]);
    INFO("byte " << at);
    REQUIRE((byte >= 0x20 || byte == '\n'));
    REQUIRE(byte != 0x7F);
    if (byte == 0xC2 && at + 1 < out.size()) {
      REQUIRE(static_cast<unsigned char>(out[at + 1]) >= 0xA0);
    }
  }
  for (const char* mark : {"\u061c", "\u200b", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a",
                           "\u202b", "\u202c", "\u202d", "\u202e", "\u2060", "\u2066", "\u2067",
                           "\u2068", "\u2069", "\ufeff", "\ufffe", "\U000E0041"}) {
    REQUIRE(out.find(mark) == std::string::npos);
  }
}

}  // namespace lull::test
