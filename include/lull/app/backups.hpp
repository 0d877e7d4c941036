#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lull/base/clock.hpp"
#include "lull/base/day_rule.hpp"
#include "lull/store/backup.hpp"
#include "lull/store/store.hpp"

namespace lull {

inline constexpr int kDaysBetweenBackups = 7;

/// A copy that purging could not reach, and why.
struct UnreachedBackup {
  std::string name;
  std::string reason;
};

struct PurgedBackups {
  std::size_t changed = 0;  ///< copies that held one of the rows
  std::vector<UnreachedBackup> unreached;
};

/// The backups of one journal: where they lie and how many are kept. Needs no key.
class Backups {
 public:
  /// `keep` is from 1. `clock` outlives it.
  Backups(const std::filesystem::path& data_folder, const Clock& clock, int keep);

  /// Makes one, then removes the oldest beyond those that are kept. Throws as make_backup.
  BackupFile create(BackupReason reason) const;
  /// Makes the copy that goes away again once a lock is set; no older one makes room for it.
  BackupFile create_lock_copy() const;
  /// Newest first.
  std::vector<BackupFile> list() const;
  /// By its number in the list from 1, its name, or a path; the newest when nothing is named.
  /// Throws Error{not_found}.
  BackupFile find(const std::optional<std::string>& word) const;
  /// Throws as restore_backup.
  Restored restore(const BackupFile& file) const;

  /// Whether the newest backup, or without one the oldest remembered change, is a week old.
  bool is_week_over(Store& store) const;
  /// The day of the oldest remembered change that no backup holds.
  std::optional<Day> unsaved_since(Store& store, const DayRule& rule) const;

  /// Removes rows of entries for good, by uid, from every backup and every file set aside, and the
  /// changes that could bring them back.
  PurgedBackups purge(const std::vector<Uid>& rows) const;

 private:
  std::filesystem::path data_;
  std::filesystem::path store_;
  std::filesystem::path folder_;
  const Clock& clock_;
  std::size_t keep_;
};

}  // namespace lull
