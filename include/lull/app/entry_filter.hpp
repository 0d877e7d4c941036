#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lull/model/entry.hpp"
#include "lull/store/row.hpp"

namespace lull {

/// Which entries. Empty means all that are not in the trash; conditions are joined by "and". Words
/// are compared folded.
struct EntryFilter {
  std::optional<Day> from;            ///< included
  std::optional<Day> to;              ///< included
  std::optional<Day> anniversary_of;  ///< the same month and day as this one, in an earlier year
  std::vector<std::string> tags;      ///< all of these, with or without '#'
  std::vector<std::string> not_tags;  ///< none of these
  std::vector<std::string> feelings;  ///< all of these
  std::optional<int> least_mood;      ///< included; an entry without a mood doesn't pass
  std::optional<int> most_mood;       ///< included
  std::optional<EntryKind> kind;
  bool starred = false;
  std::string contains;
  bool newest_first = true;
  std::optional<int> limit;

  bool accepts(const Entry& entry) const;
  /// Rows that hold every entry of those days, and at most a few days more on either side: an
  /// entry's day was fixed in the zone it was written in, so its instant alone doesn't tell.
  RowQuery rows() const;
};

/// Whether `words` holds that word, folded.
bool holds_word(const std::vector<std::string>& words, const std::string& wanted);
/// A tag as it is kept: without the '#' it may be typed with.
std::string bare_tag(const std::string& typed);

}  // namespace lull
