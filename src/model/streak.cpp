#include "lull/model/streak.hpp"

#include <algorithm>
#include <cassert>

namespace lull {
namespace {

constexpr int kWindow = 30;

bool begins_earlier(const DaySpan& one, const DaySpan& other) { return one.first < other.first; }

// The breaks that touch the days of `counted`, cut to it, earliest first; still overlapping.
std::vector<DaySpan> breaks_within(DaySpan counted, std::span<const DaySpan> breaks) {
  std::vector<DaySpan> within;
  within.reserve(breaks.size());
  for (const DaySpan& span : breaks) {
    // A span that ends before it begins is still a break: of the day on which it began.
    const DaySpan cut{std::max(span.first, counted.first),
                      std::min(std::max(span.first, span.last), counted.last)};
    if (cut.first <= cut.last) within.push_back(cut);
  }
  // Usually they come in order already, and looking is cheaper than sorting.
  if (!std::is_sorted(within.begin(), within.end(), begins_earlier)) {
    std::sort(within.begin(), within.end(), begins_earlier);
  }
  return within;
}

Run run_between(Day first, Day last) { return {first, last, last - first + 1}; }

// Fills runs, current and broken_days: the rest follows from these.
void find_runs(Streak& streak, DaySpan counted, std::span<const DaySpan> breaks) {
  Day next = counted.first;  // the first day not yet looked at
  for (const DaySpan& broken : breaks_within(counted, breaks)) {
    if (broken.last < next) continue;
    if (next < broken.first) streak.runs.push_back(run_between(next, broken.first - 1));
    streak.broken_days += broken.last - std::max(broken.first, next) + 1;
    next = broken.last + 1;
  }
  streak.current = run_between(next, std::max(counted.last, next - 1));
  streak.runs.push_back(streak.current);
}

std::optional<Day> completion(const Streak& streak, OnBreak on_break, int length) {
  int before = 0;  // quiet days that already count when a run begins
  for (const Run& run : streak.runs) {
    if (before + run.days >= length) return run.first + (length - before - 1);
    if (on_break == OnBreak::carry_on) before += run.days;
  }
  return std::nullopt;
}

void measure_length(Streak& streak, const Silence& silence) {
  if (!silence.length) return;
  assert(*silence.length > 0);
  streak.length = silence.length;
  streak.completed_on = completion(streak, silence.on_break, *silence.length);
  if (streak.completed_on) {
    streak.days_to_go = 0;
    streak.opens_on = streak.completed_on;
    return;
  }
  const int reached = silence.on_break == OnBreak::carry_on ? streak.total : streak.current.days;
  streak.days_to_go = *silence.length - reached;
  // The current run always ends today, or the day before it could begin.
  if (!silence.closed_on) streak.opens_on = streak.current.last + *streak.days_to_go;
}

int quiet_days_from(const std::vector<Run>& runs, Day first) {
  int days = 0;
  for (auto run = runs.rbegin(); run != runs.rend() && first <= run->last; ++run) {
    days += run->last - std::max(run->first, first) + 1;
  }
  return days;
}

}  // namespace

Streak streak_of(const Silence& silence, std::span<const DaySpan> breaks, Day today) {
  const Day last = silence.closed_on ? std::min(today, *silence.closed_on) : today;
  Streak streak;
  find_runs(streak, {silence.from + 1, last}, breaks);
  for (const Run& run : streak.runs) streak.total += run.days;
  streak.longest =
      *std::max_element(streak.runs.begin(), streak.runs.end(),
                        [](const Run& one, const Run& other) { return one.days < other.days; });
  streak.window = std::clamp(last - silence.from, 0, kWindow);
  streak.quiet_in_window = quiet_days_from(streak.runs, last - (streak.window - 1));
  measure_length(streak, silence);
  return streak;
}

}  // namespace lull
