#include "lull/text/tokens.hpp"

#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <utility>

namespace lull {
namespace {

enum class Letter { part, mark, apostrophe, none };

struct Glyph {
  Letter letter;
  std::size_t size;
};

constexpr std::array<Letter, 128> kAscii = [] {
  std::array<Letter, 128> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    const bool part = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    table[c] = part ? Letter::part : (c == '\'' || c == '`' ? Letter::apostrophe : Letter::none);
  }
  return table;
}();

Letter letter_of(utf8proc_int32_t point) {
  if (point == 0x2019 || point == 0x2018 || point == 0x02BC || point == 0xFF07) {
    return Letter::apostrophe;
  }
  switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
      return Letter::part;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
      return Letter::mark;
    default:
      return Letter::none;
  }
}

Glyph glyph_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 128) return {kAscii[byte], 1};
  utf8proc_int32_t point = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
  const auto size =
      utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &point);
  if (size < 1) return {Letter::none, 1};
  return {letter_of(point), static_cast<std::size_t>(size)};
}

}  // namespace

std::optional<TextSpan> next_word(std::string_view text, std::size_t from) {
  std::size_t at = from;
  while (at < text.size()) {
    const Glyph glyph = glyph_at(text, at);
    if (glyph.letter == Letter::part) break;
    at += glyph.size;
  }
  if (at >= text.size()) return std::nullopt;
  const std::size_t begin = at;
  std::size_t end = at;
  while (at < text.size()) {
    const Glyph glyph = glyph_at(text, at);
    if (glyph.letter == Letter::none) break;
    // An apostrophe belongs to the word only when a letter follows it.
    if (glyph.letter == Letter::apostrophe && end != at) break;
    at += glyph.size;
    if (glyph.letter == Letter::part || glyph.letter == Letter::mark) end = at;
  }
  return TextSpan{begin, end};
}

std::string fold_word(std::string_view word) {
  std::string folded;
  folded.reserve(word.size());
  bool ascii = true;
  for (const char c : word) {
    ascii = ascii && static_cast<unsigned char>(c) < 128;
    folded.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a')
                                          : (c == '`' ? '\'' : c));
  }
  if (ascii) return folded;
  utf8proc_uint8_t* mapped = nullptr;
  const auto size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(word.data()),
      static_cast<utf8proc_ssize_t>(word.size()), &mapped,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                     UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK));
  if (size < 0) return folded;
  folded.assign(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  std::free(mapped);
  for (const std::string_view curly : {"\u2019", "\u2018", "\u02BC", "`"}) {
    for (auto at = folded.find(curly); at != std::string::npos; at = folded.find(curly)) {
      folded.replace(at, curly.size(), 1, '\'');
    }
  }
  return folded;
}

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  for (auto word = next_word(text, 0); word; word = next_word(text, word->end)) {
    tokens.push_back({*word, fold_word(text.substr(word->begin, word->end - word->begin))});
  }
  return tokens;
}

std::size_t count_tokens(std::string_view text) {
  std::size_t count = 0;
  for (auto word = next_word(text, 0); word; word = next_word(text, word->end)) ++count;
  return count;
}

std::vector<std::string> split_contraction(std::string_view folded) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kIrregular{
      {{"can't", "can"}, {"won't", "will"}, {"shan't", "shall"}, {"ain't", "is"}}};
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kEndings{
      {{"n't", "not"},
       {"'re", "are"},
       {"'ve", "have"},
       {"'ll", "will"},
       {"'m", "am"},
       {"'d", "'d"},
       {"'s", "'s"}}};
  for (const auto& [whole, head] : kIrregular) {
    if (folded == whole) return {std::string(head), "not"};
  }
  for (const auto& [ending, word] : kEndings) {
    if (folded.size() > ending.size() && folded.ends_with(ending)) {
      return {std::string(folded.substr(0, folded.size() - ending.size())), std::string(word)};
    }
  }
  return {std::string(folded)};
}

}  // namespace lull
