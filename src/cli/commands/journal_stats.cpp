#include "lull/app/journal_stats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "../entry_filter_options.hpp"
#include "../entry_text.hpp"
#include "lull/base/json_writer.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct JournalStatsOptions {
  EntryFilterOptions filter;
  std::optional<std::string> format;
};

constexpr int kWeeksInYear = 53;
constexpr int kLabelColumns = 5;

std::string count_of(std::int64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

// Signs that differ in shape, so that the map reads without color.
char sign_of(const JournalStats& stats, Day day) {
  const auto found = stats.per_day.find(day);
  if (found == stats.per_day.end()) return '.';
  return found->second == 1 ? 'o' : found->second == 2 ? 'O' : '@';
}

// A month's name stands over the week that holds its first day.
std::string month_line(Day monday, int weeks) {
  const int columns = kLabelColumns + weeks + 3;
  std::string line(static_cast<std::size_t>(columns), ' ');
  std::size_t free_from = 0;
  for (int week = 0; week < weeks; ++week) {
    const Day last = monday + (7 * week + 6);
    const int column = kLabelColumns + week;
    const auto at = static_cast<std::size_t>(column);
    if (civil_of(last).day > 7 || at < free_from) continue;
    line.replace(at, 3, month_name(civil_of(last).month).substr(0, 3));
    free_from = at + 4;
  }
  return line.substr(0, line.find_last_not_of(' ') + 1);
}

void write_map(const JournalStats& stats, Day end, Session& session) {
  const int weeks = std::min(kWeeksInYear, columns_of(session) - kLabelColumns);
  const Day monday = end - weekday_of(end) - 7 * (weeks - 1);
  std::ostream& out = session.out();
  out << '\n' << month_line(monday, weeks) << '\n';
  for (int weekday = 0; weekday < 7; ++weekday) {
    std::string line = fmt::format("{:<{}}", weekday_name(weekday).substr(0, 3), kLabelColumns);
    for (int week = 0; week < weeks; ++week) {
      const Day day = monday + (7 * week + weekday);
      line += day > end ? ' ' : sign_of(stats, day);
    }
    out << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
  }
  out << "\n. none   o one entry   O two   @ more\n";
}

void write_text(const JournalStats& stats, Day end, Session& session) {
  std::ostream& out = session.out();
  out << fmt::format("Entries        {}{}\n", stats.entries,
                     stats.letters > 0
                         ? fmt::format(", {}", count_of(stats.letters, "of them an unsent letter",
                                                        "of them unsent letters"))
                         : "");
  out << fmt::format("Words          {}\n", stats.words);
  out << fmt::format("Days written   {}, from {} to {}\n", stats.per_day.size(),
                     to_short_date(*stats.first), to_short_date(*stats.last));
  out << fmt::format("Every few days kept in {} of {}\n", stats.weeks_kept,
                     count_of(stats.weeks, "week", "weeks"));
  out << fmt::format("Longest gap    {}\n", count_of(stats.longest_gap, "day", "days"));
  if (stats.mood) out << fmt::format("Mood           {:.1f} on average\n", *stats.mood);
  write_map(stats, end, session);
}

void write_json(const JournalStats& stats, Session& session) {
  const auto day = [](const std::optional<Day>& value) {
    return value ? std::optional<std::string>(to_iso(*value)) : std::nullopt;
  };
  std::string json;
  JsonWriter writer(json);
  writer.begin_object()
      .field("format", "lull.journal-stats/1")
      .field("entries", stats.entries)
      .field("letters", stats.letters)
      .field("words", stats.words)
      .field("days_written", stats.per_day.size())
      .field("first", day(stats.first))
      .field("last", day(stats.last))
      .field("weeks", stats.weeks)
      .field("weeks_kept", stats.weeks_kept)
      .field("longest_gap", stats.longest_gap)
      .field("mood", stats.mood)
      .key("per_day")
      .begin_object();
  for (const auto& [written, count] : stats.per_day) writer.field(to_iso(written), count);
  writer.end_object().end_object();
  session.out() << json << '\n';
}

ExitCode show_stats(const JournalStatsOptions& options, Session& session) {
  const EntryFilter filter = read_entry_filter(options.filter, session);
  const Day end = filter.to ? std::min(*filter.to, session.today()) : session.today();
  const JournalStats stats = count_journal(session.store(), filter, end);
  if (options.format == "json") {
    write_json(stats, session);
  } else if (stats.entries > 0) {
    write_text(stats, end, session);
  } else {
    session.say("No entry fits.");
  }
  return stats.entries > 0 ? ExitCode::done : ExitCode::none;
}

}  // namespace

Action bind_journal_stats(Options& options) {
  auto values = std::make_shared<JournalStatsOptions>();
  bind_entry_filter(options, values->filter);
  options.choice("--format", "FORMAT", values->format, {"text", "json"}, "text, or json");
  return [values](Session& session) { return show_stats(*values, session); };
}

}  // namespace lull
