#include "backup_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <exception>
#include <vector>

#include "change_text.hpp"

namespace lull {
namespace {

constexpr double kKibi = 1024;

std::string days_as_words(const DaySpan& days) {
  if (days.first == days.last) return to_iso(days.first);
  return fmt::format("{} to {}", to_iso(days.first), to_iso(days.last));
}

}  // namespace

Backups backups_of(Session& session) {
  return {session.data_folder(), session.clock(), session.settings().backup_keep};
}

std::string time_of(const BackupFile& file, Session& session) {
  if (file.at == Instant{}) return "";
  const Moment moment = session.rule().moment(file.at);
  return fmt::format("{} {}", to_short_date(moment.day), to_clock_time(local_time_of(moment)));
}

std::string check_as_words(const JournalCheck& check) {
  std::vector<std::string> words;
  if (check.is_sound()) words.emplace_back("sound");
  if (!check.schema_agrees) words.emplace_back("its tables are not lull's");
  if (!check.structure_is_sound) words.emplace_back("its structure is damaged");
  for (const DamagedRow& row : check.damaged) {
    words.push_back(fmt::format("{} {} is damaged", shape_of(row.table).name, row.id));
  }
  words.push_back(fmt::format("{} {}", check.entries, check.entries == 1 ? "entry" : "entries"));
  if (check.entries_from) words.back() += " of " + days_as_words(*check.entries_from);
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string difference_as_words(const TableDifference& difference) {
  std::vector<std::string> words;
  const auto add = [&](std::int64_t count, std::string_view what) {
    if (count > 0)
      words.push_back(fmt::format("{} {}", count_as_words(difference.table, count), what));
  };
  add(difference.would_go, "would go");
  add(difference.would_come, "would come back");
  add(difference.would_change, "would be as before");
  return fmt::format("{} ({})", fmt::join(words, ", "), days_as_words(*difference.days));
}

std::string size_as_words(std::uintmax_t bytes) {
  const double kibi = static_cast<double>(bytes) / kKibi;
  return kibi < kKibi ? fmt::format("{:.0f} KiB", kibi) : fmt::format("{:.1f} MiB", kibi / kKibi);
}

void keep_weekly_backup(Session& session) {
  try {
    if (!session.store_is_open() || !session.store().has_written()) return;
    const Backups backups = backups_of(session);
    if (backups.is_week_over(session.store())) backups.create(BackupReason::week);
  } catch (const std::exception&) {
    // The command itself is done and saved.
  }
}

}  // namespace lull
