#include <algorithm>

#include "review_parts.hpp"
#include "wording.hpp"

namespace lull {
namespace {

std::string ended_by_words(EndedBy who) {
  switch (who) {
    case EndedBy::unsaid:
      return "";
    case EndedBy::me:
      return ", by you";
    case EndedBy::them:
      return ", by them";
    case EndedBy::mutual:
      return ", by both";
  }
  return "";
}

Facts streak_facts(const SilencePart& silence, const Review& review) {
  const Streak& streak = silence.streak;
  Facts facts;
  auto add = [&](std::string label, std::string value) {
    facts.items.push_back({std::move(label), std::move(value)});
  };
  if (!review.anonymous && !silence.period.alias.empty()) {
    add("Quiet towards", silence.period.alias);
  }
  add("Last in touch", plain_date(silence.period.from));
  if (silence.period.ended_on) {
    add("Ended on", plain_date(*silence.period.ended_on) + ended_by_words(silence.period.ended_by));
  }
  add("Quiet days", streak.length
                        ? number(streak.total) + ", of " + number(*streak.length) + " asked for"
                        : number(streak.total));
  if (streak.longest.days > 0) {
    add("Longest run", count(streak.longest.days, "day") + ", " +
                           range({streak.longest.first, streak.longest.last}));
  }
  add("Current run", count(streak.current.days, "day"));
  if (streak.window > 0) {
    add("Quiet in the last " + count(streak.window, "day"),
        out_of(streak.quiet_in_window, streak.window));
  }
  add("Days with an interruption", number(streak.broken_days));
  if (streak.completed_on) {
    add("Complete since", plain_date(*streak.completed_on));
  } else if (streak.days_to_go) {
    add("Days to go", number(*streak.days_to_go));
  }
  if (silence.period.closed_on) add("Closed on", plain_date(*silence.period.closed_on));
  if (!silence.period.exceptions.empty()) {
    add("Written exceptions", listed(silence.period.exceptions));
  }
  return facts;
}

// A journal of years has hundreds of runs; the longest say enough.
Table runs_table(const Streak& streak) {
  constexpr std::size_t kMost = 8;
  std::vector<Run> runs = streak.runs;
  Table table;
  table.caption = "Runs of quiet days, oldest first";
  if (runs.size() > kMost) {
    std::stable_sort(runs.begin(), runs.end(),
                     [](const Run& left, const Run& right) { return left.days > right.days; });
    runs.resize(kMost);
    std::sort(runs.begin(), runs.end(),
              [](const Run& left, const Run& right) { return left.first < right.first; });
    table.caption = "The " + number(kMost) + " longest of " +
                    count(static_cast<std::int64_t>(streak.runs.size()), "run");
  }
  table.columns = {{"First day", false}, {"Last day", false}, {"Quiet days", true}};
  for (const Run& run : runs) {
    if (run.days == 0) continue;
    table.rows.push_back({to_short_date(run.first), to_short_date(run.last), number(run.days)});
  }
  return table;
}

int contacts_in_all(const SilencePart& silence, bool breaks_only) {
  int sum = 0;
  for (const auto& row : silence.contacts) {
    if (breaks_only) {
      sum += row.breaks;
    } else {
      for (int value : row.by_direction) sum += value;
    }
  }
  return sum;
}

void add_contacts(const SilencePart& silence, Blocks& blocks) {
  const int all = contacts_in_all(silence, false);
  if (all == 0) return;
  blocks.emplace_back(Heading{3, "In touch"});
  Facts facts;
  facts.items = {{"Contacts written down", number(all)},
                 {"Of these, interrupted the silence", number(contacts_in_all(silence, true))}};
  if (silence.under_exception > 0) {
    facts.items.push_back({"Under a written exception", number(silence.under_exception)});
  }
  blocks.emplace_back(std::move(facts));
  for (Block& chart : contact_charts(silence)) blocks.push_back(std::move(chart));
}

void add_urges(const SilencePart& silence, Blocks& blocks) {
  if (silence.urges == 0) return;
  blocks.emplace_back(Heading{3, "Urges"});
  Facts facts;
  facts.items = {{"Urges written down", number(silence.urges)},
                 {"Passed", number(silence.urges_passed)},
                 {"Acted on", number(silence.urges_acted)}};
  const int open = silence.urges - silence.urges_passed - silence.urges_acted;
  if (open > 0) facts.items.push_back({"Left open", number(open)});
  blocks.emplace_back(std::move(facts));
  blocks.push_back(urge_grid(silence));
}

}  // namespace

Blocks silence_blocks(const Review& review) {
  Blocks blocks;
  if (!review.silence) return blocks;
  const SilencePart& silence = *review.silence;
  blocks.emplace_back(streak_facts(silence, review));
  if (!silence.calendar.empty()) blocks.emplace_back(silence_calendar(silence));
  if (silence.streak.runs.size() > 1) blocks.emplace_back(runs_table(silence.streak));
  add_contacts(silence, blocks);
  add_urges(silence, blocks);
  return blocks;
}

}  // namespace lull
