#pragma once

#include <optional>
#include <span>
#include <vector>

#include "lull/base/calendar.hpp"
#include "lull/model/quiet_period.hpp"

namespace lull {

/// The clear facts of a quiet period that the numbers follow from.
struct Silence {
  Day from;                   ///< last in touch; the first day that can be quiet is the next
  std::optional<int> length;  ///< quiet days asked for, from 1; nothing when it only counts
  OnBreak on_break = OnBreak::carry_on;
  std::optional<Day> closed_on;  ///< days after it do not count
};

/// Quiet days in a row, `first` and `last` included; `days` is last - first + 1, or 0 for an empty
/// run, which then begins on the day after the last break.
struct Run {
  Day first;
  Day last;
  int days = 0;

  friend bool operator==(const Run&, const Run&) = default;
};

/// Everything `streak` says, derived from events alone.
struct Streak {
  Run current;            ///< up to today; of 0 days on the day of a break
  Run longest;            ///< the first of equals
  std::vector<Run> runs;  ///< oldest first, the current one last; empty ones left out but for it
  int total = 0;          ///< quiet days in all runs
  int broken_days = 0;    ///< days with a break, after `from`
  int window = 0;         ///< days looked at for `quiet_in_window`: at most 30
  int quiet_in_window = 0;
  std::optional<int> length;
  std::optional<int> days_to_go;    ///< 0 when complete; nothing without a length
  std::optional<Day> completed_on;  ///< the day on which it became complete, if it did
  /// When the review opens if nothing breaks the silence any more; `completed_on` when complete.
  /// Nothing without a length, and nothing for a period that was closed before it was complete.
  std::optional<Day> opens_on;

  bool complete() const { return completed_on.has_value(); }
};

/// Derives the streak on `today`. A day after `from` is quiet when no break touches it; today
/// counts as long as nothing broke it. Breaks may be in any order, overlap, repeat, or lie outside
/// the period. Before `from` everything is 0. Complete: when `total` (carry-on) or one run
/// (restart) reached `length`, and it stays so whatever comes later.
Streak streak_of(const Silence& silence, std::span<const DaySpan> breaks, Day today);

}  // namespace lull
