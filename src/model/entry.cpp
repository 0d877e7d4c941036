#include "lull/model/entry.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstddef>

#include "lull/base/utf8.hpp"
#include "name_table.hpp"

namespace lull {
namespace {

constexpr NameTable kKinds{{
    Name{EntryKind::page, "page"},
    Name{EntryKind::letter, "letter"},
    Name{EntryKind::first_account, "first-account"},
}};

enum class Sort { letter, digit, joiner, other };

struct Character {
  Sort sort = Sort::other;
  std::size_t size = 1;
};

Sort sort_of(utf8proc_int32_t code) {
  if (code == '-' || code == '_') return Sort::joiner;
  switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return Sort::letter;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
      return Sort::digit;  // part of a tag, but none by itself
    default:
      return Sort::other;
  }
}

Character character_at(std::string_view text, std::size_t at) {
  utf8proc_int32_t code = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
  const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
  if (size <= 0) return {};
  return {sort_of(code), static_cast<std::size_t>(size)};
}

// The tag that begins at `begin`, just after its '#'; empty when there is none.
std::string_view tag_at(std::string_view text, std::size_t begin) {
  bool has_letter = false;
  std::size_t end = begin;
  while (end < text.size()) {
    const Character next = character_at(text, end);
    if (next.sort == Sort::other) break;
    has_letter = has_letter || next.sort == Sort::letter;
    end += next.size;
  }
  return has_letter ? text.substr(begin, end - begin) : std::string_view{};
}

}  // namespace

std::string_view to_string(EntryKind kind) { return kKinds.word_of(kind); }
std::optional<EntryKind> parse_entry_kind(std::string_view word) { return kKinds.parse(word); }

std::vector<std::string> tags_in(std::string_view text) {
  std::vector<std::string> tags;
  std::vector<std::string> seen;
  bool after_word = false;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '#' && !after_word) {
      const std::string_view tag = tag_at(text, at + 1);
      if (std::string folded = fold(tag);
          !tag.empty() && std::find(seen.begin(), seen.end(), folded) == seen.end()) {
        seen.push_back(std::move(folded));
        tags.emplace_back(tag);
      }
    }
    const Character here = character_at(text, at);
    after_word = here.sort != Sort::other;
    at += here.size;
  }
  return tags;
}

}  // namespace lull
