#pragma once

#include <string>

#include "lull/app/backups.hpp"
#include "lull/cli/session.hpp"

namespace lull {

/// The backups of the session's journal.
Backups backups_of(Session& session);

/// "Fri 20 Nov 2026 22:00", or "" for a file whose name says no time.
std::string time_of(const BackupFile& file, Session& session);
/// "sound, 12 entries from 2026-10-01 to 2026-11-20".
std::string check_as_words(const JournalCheck& check);
/// "3 entries would go, 1 would come (2026-11-18 to 2026-11-20)".
std::string difference_as_words(const TableDifference& difference);
/// "1 KiB", "2.4 MiB".
std::string size_as_words(std::uintmax_t bytes);

/// After a command that wrote: makes the backup of the week when it is time. Nothing is said, and
/// what goes wrong comes round again with the next command; `remind` says when it stays so.
void keep_weekly_backup(Session& session);

}  // namespace lull
