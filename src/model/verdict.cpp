#include "lull/model/verdict.hpp"

#include "name_table.hpp"

namespace lull {
namespace {

constexpr NameTable kVerdicts{{
    Name{ThemeVerdict::none, "none"},
    Name{ThemeVerdict::confirmed, "confirmed"},
    Name{ThemeVerdict::rejected, "rejected"},
}};

constexpr NameTable kChanged{{
    Name{Changed::unasked, "unasked"},
    Name{Changed::yes, "yes"},
    Name{Changed::no, "no"},
    Name{Changed::unsure, "unsure"},
}};

}  // namespace

std::string_view to_string(ThemeVerdict verdict) { return kVerdicts.word_of(verdict); }
std::string_view to_string(Changed changed) { return kChanged.word_of(changed); }
std::optional<ThemeVerdict> parse_theme_verdict(std::string_view word) {
  return kVerdicts.parse(word);
}
std::optional<Changed> parse_changed(std::string_view word) { return kChanged.parse(word); }

std::int64_t mark_of(std::string_view sentence) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : sentence) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211U;
  }
  return static_cast<std::int64_t>(hash >> 1U) | 1;
}

}  // namespace lull
