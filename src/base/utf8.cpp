#include "lull/base/utf8.hpp"

#include <string.h>
#include <utf8proc.h>
#include <algorithm>
#include <cstdlib>

#include "code_points.hpp"

namespace lull {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

char to_ascii_lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool is_double_quote(const CodePoint& point) {
  return point.value >= 0x201C && point.value <= 0x201F;
}

// Sound text for utf8proc, which knows curly apostrophes but not curly quotes.
std::string prepare_to_fold(std::string_view text) {
  std::string sound;
  for (std::size_t place = 0; place < text.size();) {
    const CodePoint point = code_point_at(text, place);
    if (is_double_quote(point)) {
      sound += '"';
    } else {
      sound += point.sound ? text.substr(place, point.size) : kReplacement;
    }
    place += point.size;
  }
  return sound;
}

// What utf8proc makes of sound text; nothing when it has no memory or the text is not sound.
std::optional<std::string> map_text(std::string_view text, int options) {
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                             static_cast<utf8proc_option_t>(options));
  if (size < 0) return std::nullopt;
  const auto length = static_cast<std::size_t>(size);
  std::string result(reinterpret_cast<const char*>(mapped), length);
  // It may have been a passphrase.
  explicit_bzero(mapped, length);
  std::free(mapped);
  return result;
}

enum class Kind { space, word, other };

Kind kind_of(const CodePoint& point) {
  if (!point.sound) return Kind::other;
  if (point.value == ' ' || (point.value >= '\t' && point.value <= '\r')) return Kind::space;
  switch (utf8proc_category(point.value)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return Kind::space;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return Kind::word;
    default:
      return point.value == 0x85 ? Kind::space : Kind::other;
  }
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t place = 0; place < text.size();) {
    if (static_cast<signed char>(text[place]) > 0) {  // ASCII, as most of a text
      ++place;
      continue;
    }
    const CodePoint point = code_point_at(text, place);
    if (!point.sound || point.value == 0) return place;
    place += point.size;
  }
  return std::nullopt;
}

std::string fold(std::string_view text) {
  std::string folded(text);
  if (is_ascii(text)) {
    std::transform(folded.begin(), folded.end(), folded.begin(), to_ascii_lower);
    return folded;
  }
  constexpr int kOptions = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                           UTF8PROC_STRIPMARK | UTF8PROC_IGNORE | UTF8PROC_LUMP;
  return map_text(prepare_to_fold(text), kOptions).value_or(folded);
}

std::string compose(std::string_view text) {
  // Bytes that are not UTF-8 stay as they were typed: the same keys must give the same passphrase.
  return map_text(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE).value_or(std::string(text));
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool counted = false;
  for (std::size_t place = 0; place < text.size();) {
    const CodePoint point = code_point_at(text, place);
    const Kind kind = kind_of(point);
    if (kind == Kind::space) counted = false;
    if (kind == Kind::word && !counted) {
      counted = true;
      ++words;
    }
    place += point.size;
  }
  return words;
}

}  // namespace lull
