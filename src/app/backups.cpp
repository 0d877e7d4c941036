#include "lull/app/backups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"

namespace lull {
namespace {

constexpr std::int64_t kWeek = std::int64_t{kDaysBetweenBackups} * 86'400;
constexpr Instant kBeforeAll{std::numeric_limits<std::int64_t>::min()};

std::optional<std::size_t> number_in(const std::string& word) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return number;
}

[[noreturn]] void throw_not_found(std::string_view what) {
  throw Error(ErrorKind::not_found, fmt::format("could not find the backup: {}", what),
              "lull backup list");
}

}  // namespace

Backups::Backups(const std::filesystem::path& data_folder, const Clock& clock, int keep)
    : data_(data_folder),
      store_(data_folder / "lull.db"),
      folder_(backup_folder(data_folder)),
      clock_(clock),
      keep_(static_cast<std::size_t>(std::max(1, keep))) {}

BackupFile Backups::create(BackupReason reason) const {
  BackupFile file = make_backup(store_, folder_, clock_.now(), reason);
  rotate_backups(folder_, keep_);
  return file;
}

BackupFile Backups::create_lock_copy() const {
  return make_backup(store_, folder_, clock_.now(), BackupReason::lock);
}

std::vector<BackupFile> Backups::list() const { return list_backups(folder_); }

BackupFile Backups::find(const std::optional<std::string>& word) const {
  std::vector<BackupFile> files = list();
  if (!word) {
    if (files.empty()) throw_not_found("there is none yet");
    return std::move(files.front());
  }
  if (const auto number = number_in(*word)) {
    if (*number < 1 || *number > files.size()) throw_not_found("there is none of that number");
    return std::move(files[*number - 1]);
  }
  for (BackupFile& file : files) {
    if (file.name() == *word) return std::move(file);
  }
  BackupFile file;
  file.path = *word;
  std::error_code none;
  if (!std::filesystem::exists(file.path, none)) throw_not_found("there is none of that name");
  return file;
}

Restored Backups::restore(const BackupFile& file) const {
  return restore_backup(file.path, store_, folder_, clock_.now());
}

bool Backups::is_week_over(Store& store) const {
  const std::vector<BackupFile> files = list();
  const auto since = files.empty() ? store.first_change_after(kBeforeAll) : files.front().at;
  return since && clock_.now() - *since >= kWeek;
}

std::optional<Day> Backups::unsaved_since(Store& store, const DayRule& rule) const {
  const std::vector<BackupFile> files = list();
  const auto first = store.first_change_after(files.empty() ? kBeforeAll : files.front().at);
  if (!first) return std::nullopt;
  return rule.day_of(*first);
}

PurgedBackups Backups::purge(const std::vector<Uid>& rows) const {
  std::vector<std::filesystem::path> copies = files_set_aside(data_);
  for (const BackupFile& file : list()) copies.push_back(file.path);
  PurgedBackups purged;
  for (const std::filesystem::path& copy : copies) {
    try {
      if (purge_from_backup(copy, rows) > 0) ++purged.changed;
    } catch (const Error& error) {
      purged.unreached.push_back({copy.filename().string(), error.what()});
    }
  }
  return purged;
}

}  // namespace lull
