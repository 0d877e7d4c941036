#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>

namespace lull::test {

/// Pieces that text is made of, with everything that trips up a terminal or a parser; the last ones
/// are not valid UTF-8.
inline constexpr std::array<std::string_view, 40> kPieces{
    "a",
    "Z",
    "7",
    " ",
    " ",
    " ",
    "\n",
    "word",
    "longerword",
    ".",
    "\"",
    "\\",
    "/",
    "<",
    "</",
    "\u00e9",
    "e\u0301",
    "\u4e2d",
    "\u6587\u5b57",
    "\ud55c",
    "\U0001F600",
    "\U0001F468\u200D\U0001F469\u200D\U0001F467",
    "\U0001F1E9\U0001F1EA",
    "\u2764\uFE0F",
    "1\uFE0F\u20E3",
    "\U0001F44D\U0001F3FD",
    "\u0301",
    "\u200b",
    "\t",
    "\r",
    "\x1b[31m",
    "\x01",
    "\x7f",
    "\u0085",
    "\u2028",
    "\u202e",
    "\U000E0041",
    "\ufeff",
    "\u0928\u093f",
    "\u05d0"};
inline constexpr std::array<std::string_view, 6> kBadPieces{"\x80",     "\xff",         "\xc3",
                                                            "\xe2\x82", "\xed\xa0\x80", "\xc0\xaf"};

inline std::string random_text(std::mt19937& random, std::size_t most_pieces,
                               bool with_bad_bytes = false) {
  std::string text;
  for (std::size_t left = random() % (most_pieces + 1); left > 0; --left) {
    if (with_bad_bytes && random() % 8 == 0) {
      text += kBadPieces[random() % kBadPieces.size()];
    } else {
      text += kPieces[random() % kPieces.size()];
    }
  }
  return text;
}

}  // namespace lull::test
