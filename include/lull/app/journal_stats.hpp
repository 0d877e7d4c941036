#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "lull/app/entry_filter.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// How the writing went, as counts.
struct JournalStats {
  int entries = 0;  ///< letters are among them
  int letters = 0;
  std::int64_t words = 0;
  std::optional<Day> first;    ///< day of the first entry; nothing when there is none
  std::optional<Day> last;     ///< day of the last
  int longest_gap = 0;         ///< days without an entry between two that have one
  int weeks = 0;               ///< from the first entry to the end, a begun one counts
  int weeks_kept = 0;          ///< weeks with at least two days of writing: "every few days"
  std::map<Day, int> per_day;  ///< entries of each day that has one
  std::optional<double> mood;  ///< mean, where one was recorded
};

/// Counts the entries that the filter lets pass. Weeks run from the first entry to `end`.
JournalStats count_journal(Store& store, const EntryFilter& filter, Day end);

}  // namespace lull
