#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lull/base/instant.hpp"
#include "lull/model/uid.hpp"
#include "lull/store/row.hpp"

namespace lull {

/// Why a backup was made; a part of its name.
enum class BackupReason { asked, week, import, migration, restore, lock };
std::string_view to_string(BackupReason reason);

/// A copy of the journal in the folder of backups. Its name says in UTC when it was made, and why:
/// "2026-11-21-061500-week.db".
struct BackupFile {
  std::filesystem::path path;
  Instant at;
  BackupReason reason{};
  std::uintmax_t bytes = 0;

  std::string name() const { return path.filename().string(); }
};

/// Where the backups of a journal lie: in its folder.
std::filesystem::path backup_folder(const std::filesystem::path& data_folder);

/// Copies the journal at `store` into `folder`, which is made 0700 where it is missing: consistent
/// while others write, 0600, compact, read back by SQLite, and under its name only once it is on
/// the disk. Sealed rows stay sealed. Throws Error{store} when the journal or the copy is damaged,
/// Error{io}, Error{busy}; then there is no new file.
BackupFile make_backup(const std::filesystem::path& store, const std::filesystem::path& folder,
                       Instant at, BackupReason reason);

/// The backups in `folder`, newest first; none when there is no such folder. What isn't named like
/// a backup is not one.
std::vector<BackupFile> list_backups(const std::filesystem::path& folder);

/// Copies that lull left in the journal's own folder: before a repair, or of a file too damaged to
/// back up.
std::vector<std::filesystem::path> files_set_aside(const std::filesystem::path& data_folder);

/// Removes all but the newest `keep`. Returns how many went.
std::size_t rotate_backups(const std::filesystem::path& folder, std::size_t keep);

/// What the check of a journal's file found. It opens the file read only and needs no key.
struct JournalCheck {
  std::int32_t version = 0;
  bool schema_agrees = false;           ///< tables, indexes and triggers are those of its version
  bool structure_is_sound = false;      ///< what SQLite's integrity_check says
  std::vector<DamagedRow> damaged;      ///< rows whose digest doesn't agree
  std::int64_t entries = 0;             ///< outside the trash
  std::optional<DaySpan> entries_from;  ///< the days they are about

  bool is_sound() const { return schema_agrees && structure_is_sound && damaged.empty(); }
};

/// Checks header, schema, structure and the digest of every row. Throws as open_store does when it
/// is not a journal of ours, Error{store} when it can't be read at all.
JournalCheck check_journal(const std::filesystem::path& path);

/// How the rows of one table differ between the journal and a backup, by their uids.
struct TableDifference {
  TableId table{};
  std::int64_t would_go = 0;      ///< in the journal and not in the backup
  std::int64_t would_come = 0;    ///< in the backup and not in the journal
  std::int64_t would_change = 0;  ///< in both, with another content
  std::optional<DaySpan> days;    ///< of all of these
};

/// The tables that differ, none when nothing does. Throws as check_journal.
std::vector<TableDifference> compare_journals(const std::filesystem::path& journal,
                                              const std::filesystem::path& backup);

/// What a restore did with the journal that was there.
struct Restored {
  std::optional<BackupFile> kept;    ///< the backup made of it
  std::filesystem::path kept_aside;  ///< or, when it was too damaged for one, its file itself
};

/// Puts a copy of `backup` in the journal's place, after the journal was backed up into `folder`,
/// or its file was set aside where it is too damaged for that. At every moment there is a whole
/// journal under its name, and a program that still has the old one open is refused to write to
/// it. Throws Error{io}, Error{busy}; then the journal is as it was.
Restored restore_backup(const std::filesystem::path& backup, const std::filesystem::path& store,
                        const std::filesystem::path& folder, Instant at);

/// Removes entries and what they were before, by their uids, and the record of changes from a
/// backup for good, in its place. Needs no key. Returns how many such rows it held. Throws as
/// check_journal, Error{io}; then nothing of it has changed.
std::size_t purge_from_backup(const std::filesystem::path& backup, const std::vector<Uid>& rows);

}  // namespace lull
