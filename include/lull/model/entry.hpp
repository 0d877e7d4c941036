#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lull/base/day_rule.hpp"
#include "lull/model/uid.hpp"

namespace lull {

/// A page is a page; a letter is one that is never sent; the first account is the "why" given at
/// `begin`.
enum class EntryKind { page, letter, first_account };

std::string_view to_string(EntryKind kind);  ///< "page", "letter", "first-account"
std::optional<EntryKind> parse_entry_kind(std::string_view word);

/// Something the person wrote. The text is exactly their bytes.
struct Entry {
  std::int64_t id = 0;  ///< small, never renumbered; 0 until stored
  Uid uid;
  Moment at;        ///< what it is about
  Instant written;  ///< when it was typed; later than `at` for what was entered afterwards
  EntryKind kind = EntryKind::page;
  std::string text;
  std::optional<int> mood;  ///< 1 (worst) to 10
  std::vector<std::string> feelings;
  std::vector<std::string> tags;  ///< without '#', as first written, each once
  bool starred = false;
  std::string prompt;             ///< id of the prompt it answers, or empty
  std::optional<Day> trashed_on;  ///< in the trash since then

  /// Typed more than an hour after the moment it is about.
  bool entered_later() const { return written - at.instant > 3600; }
};

/// The tags written into a text as #tag (letters, digits, '-', '_' after a '#' that follows no word
/// character; a number alone is not one), in order, each once by its folded form.
std::vector<std::string> tags_in(std::string_view text);

}  // namespace lull
