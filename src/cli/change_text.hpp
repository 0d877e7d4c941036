#pragma once

#include <optional>
#include <string>

#include "lull/cli/session.hpp"
#include "lull/store/change_log.hpp"

namespace lull {

/// "1 entry", "3 contacts".
std::string count_as_words(TableId table, std::int64_t count);
/// "entry 12 (2026-11-20)", "3 contacts (4 to 6, 2026-11-18 to 2026-11-20)".
std::string rows_as_words(const TouchedRows& rows);
/// What taking the change back does, a line for each table.
std::string backwards_as_text(const LoggedChange& change);
/// When it was made. Nothing in a locked journal, which keeps only the day, as UTC counts it.
std::optional<Moment> moment_of(const LoggedChange& change, Session& session);
/// Number, when, which command and what it did, on one line or two.
std::string change_as_text(const LoggedChange& change, Session& session);
/// All of them as JSON, as `undo --list --format json` prints it.
std::string changes_as_json(const std::vector<LoggedChange>& changes, Session& session);

}  // namespace lull
