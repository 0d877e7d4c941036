#include "code_points.hpp"

#include <utf8proc.h>
#include <algorithm>
#include <array>

namespace lull {
namespace {

struct Range {
  std::int32_t first;
  std::int32_t last;
};

// In order, so that a search can stop early. Non-characters at the end of each plane are tested
// apart.
constexpr std::array<Range, 15> kHidden{{
    {0x00, 0x1F},        // C0
    {0x7F, 0x9F},        // DEL and C1
    {0x061C, 0x061C},    // Arabic letter mark
    {0x180E, 0x180E},    // Mongolian vowel separator
    {0x200B, 0x200B},    // zero width space
    {0x200E, 0x200F},    // left-to-right and right-to-left marks
    {0x2028, 0x202E},    // line and paragraph separators, embeddings and overrides
    {0x2060, 0x206F},    // word joiner, invisible operators, isolates, deprecated controls
    {0xFDD0, 0xFDEF},    // non-characters
    {0xFEFF, 0xFEFF},    // byte order mark
    {0xFFF0, 0xFFFB},    // annotation anchors and their unassigned neighbours
    {0x13430, 0x1343F},  // hieroglyph format controls
    {0x1BCA0, 0x1BCA3},  // shorthand format controls
    {0x1D173, 0x1D17A},  // musical format controls
    {0xE0000, 0xE00FF},  // tags
}};

constexpr std::int32_t kVariationSelector16 = 0xFE0F;

bool takes_emoji_form(std::int32_t base) {
  const bool is_keycap = (base >= '0' && base <= '9') || base == '#' || base == '*';
  return is_keycap ||
         utf8proc_get_property(base)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

bool is_regional_indicator(std::int32_t code_point) {
  return code_point >= 0x1F1E6 && code_point <= 0x1F1FF;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t place) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + place;
  if (*bytes < 0x80) return {*bytes, 1, true};
  utf8proc_int32_t value = 0;
  const auto left = static_cast<utf8proc_ssize_t>(text.size() - place);
  const utf8proc_ssize_t size = utf8proc_iterate(bytes, left, &value);
  if (size <= 0) return {*bytes, 1, false};
  return {value, static_cast<std::size_t>(size), true};
}

bool is_hidden(std::int32_t code_point) {
  if (code_point >= 0x20 && code_point < 0x7F) return false;
  if ((code_point & 0xFFFE) == 0xFFFE) return true;
  const auto range =
      std::find_if(kHidden.begin(), kHidden.end(),
                   [code_point](const Range& candidate) { return code_point <= candidate.last; });
  return range != kHidden.end() && code_point >= range->first;
}

Cluster cluster_at(std::string_view text, std::size_t place) {
  const CodePoint first = code_point_at(text, place);
  std::size_t end = place + first.size;
  if (!first.sound) return {text.substr(place, 1), 1};
  int width = utf8proc_charwidth(first.value);
  utf8proc_int32_t state = 0;
  std::int32_t previous = first.value;
  while (end < text.size()) {
    const CodePoint next = code_point_at(text, end);
    if (!next.sound || utf8proc_grapheme_break_stateful(previous, next.value, &state)) break;
    width = std::max(width, utf8proc_charwidth(next.value));
    if ((next.value == kVariationSelector16 && takes_emoji_form(first.value)) ||
        is_regional_indicator(next.value)) {
      width = 2;
    }
    end += next.size;
    previous = next.value;
  }
  return {text.substr(place, end - place), width};
}

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char letter) { return letter >= 0x20 && letter < 0x7F; });
}

}  // namespace lull
