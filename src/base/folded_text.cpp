#include "lull/base/folded_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "code_points.hpp"
#include "lull/base/utf8.hpp"

namespace lull {
namespace {

// The same categories that the index of words counts as parts of words.
bool is_word_part(const CodePoint& point) {
  if (!point.sound) return false;
  switch (utf8proc_category(point.value)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_CO:
      return true;
    default:
      return false;
  }
}

struct Range {
  std::int32_t first;
  std::int32_t last;
};

// Thai to Tibetan, Myanmar, Hangul letters, Khmer, Tai scripts; then everything from the radicals
// on that is written in columns; half-width kana; the ideographs beyond the first plane.
constexpr std::array kUnspaced{
    Range{0x0E00, 0x0FFF}, Range{0x1000, 0x109F},   Range{0x1100, 0x11FF},   Range{0x1780, 0x17FF},
    Range{0x1950, 0x19DF}, Range{0x1A20, 0x1AAF},   Range{0x2E80, 0xA4CF},   Range{0xA960, 0xA97F},
    Range{0xA9E0, 0xA9FF}, Range{0xAA60, 0xAADF},   Range{0xAC00, 0xD7FF},   Range{0xF900, 0xFAFF},
    Range{0xFF66, 0xFFDC}, Range{0x1B000, 0x1B2FF}, Range{0x20000, 0x3FFFF},
};

bool is_unspaced(const CodePoint& point) {
  return point.sound && std::any_of(kUnspaced.begin(), kUnspaced.end(), [&](const Range& range) {
           return range.first <= point.value && point.value <= range.last;
         });
}

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

template <class Claim>
bool any_point(std::string_view text, const Claim& claim) {
  for (std::size_t place = 0; place < text.size();) {
    const CodePoint point = code_point_at(text, place);
    if (claim(point)) return true;
    place += point.size;
  }
  return false;
}

}  // namespace

FoldedText::FoldedText(std::string_view text) {
  folded_.reserve(text.size());
  origins_.reserve(text.size() + 1);
  for (std::size_t place = 0; place < text.size();) {
    // A run of ASCII folds byte by byte.
    std::size_t end = place;
    while (end < text.size() && is_ascii(text[end])) ++end;
    const bool plain = end > place;
    if (!plain) end = place + code_point_at(text, place).size;
    const std::string piece = fold(text.substr(place, end - place));
    for (std::size_t i = 0; i < piece.size(); ++i) origins_.push_back(plain ? place + i : place);
    folded_ += piece;
    place = end;
  }
  origins_.push_back(text.size());
}

TextSpan FoldedText::origin_of(TextSpan folded) const {
  if (folded.end <= folded.begin) return {origins_[folded.begin], origins_[folded.begin]};
  std::size_t after = folded.end;
  const std::size_t last = origins_[folded.end - 1];
  while (after < folded_.size() && origins_[after] == last) ++after;
  return {origins_[folded.begin], origins_[after]};
}

bool may_begin_word(std::string_view text, std::size_t place) {
  if (place == 0) return true;
  std::size_t before = place - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
  return !is_word_part(code_point_at(text, before));
}

std::size_t end_of_word(std::string_view text, std::size_t place) {
  while (place < text.size()) {
    const CodePoint point = code_point_at(text, place);
    if (!is_word_part(point)) break;
    place += point.size;
  }
  return place;
}

bool holds_letter(std::string_view text) { return any_point(text, is_word_part); }
bool holds_unspaced_script(std::string_view text) { return any_point(text, is_unspaced); }

}  // namespace lull
