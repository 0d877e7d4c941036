#include <fmt/format.h>

#include <memory>

#include "../backup_words.hpp"
#include "../questions.hpp"
#include "lull/app/key_pins.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"
#include "lull/store/locked_file.hpp"
#include "lull/store/sqlite_store.hpp"

namespace lull {
namespace {

struct BackupRestoreOptions {
  std::optional<std::string> name;
};

BackupFile require_sound(const BackupRestoreOptions& options, Session& session) {
  BackupFile file = backups_of(session).find(options.name);
  const JournalCheck check = check_journal(file.path);
  const std::string name = make_visible_line(file.name());
  if (!check.is_sound()) {
    throw Error(ErrorKind::store,
                fmt::format("could not restore {}: {}", name, check_as_words(check)),
                "lull backup verify --all");
  }
  session.say(fmt::format("{}: {}", name, check_as_words(check)));
  return file;
}

// False when the journal holds the same as the backup.
bool show_difference(const BackupFile& file, Session& session) {
  if (!session.has_store()) {
    session.say("There is no journal now.");
    return true;
  }
  try {
    const auto differences = compare_journals(session.store_path(), file.path);
    for (const TableDifference& difference : differences) {
      session.say("  " + difference_as_words(difference));
    }
    return !differences.empty();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::store && error.kind() != ErrorKind::permissions) throw;
    session.say("The journal that is there can't be compared with it:\n" +
                make_visible_line(error.what()));
    return true;
  }
}

bool agrees(Session& session) {
  if (session.options().yes) return true;
  if (!session.asks()) {
    throw Error(ErrorKind::refused, "could not restore: nobody can be asked here",
                "--yes says it beforehand");
  }
  return ask_yes(session, "Put this backup in the journal's place?");
}

void answer(const Restored& restored, Session& session) {
  session.say("Restored.");
  if (restored.kept) {
    session.say("The one before is kept: lull backup restore " + restored.kept->name());
  } else if (!restored.kept_aside.empty()) {
    session.say("The file that was there is kept as it was: " +
                make_visible_line(restored.kept_aside.string()));
  }
}

// The journal is the backup now, so this computer knows it by the backup's lock, or by none.
void follow_its_lock(Session& session) {
  const auto lock = open_store(session.store_path())->lock();
  pin_key(session.environment(), session.store_path(),
          lock ? std::optional(lock->public_key) : std::nullopt);
  if (!lock) session.say("It is not locked. A lock: lull lock set");
}

ExitCode restore(const BackupRestoreOptions& options, Session& session) {
  const BackupFile file = require_sound(options, session);
  if (!show_difference(file, session)) {
    session.say("The journal holds the same. Nothing was restored.");
    return ExitCode::none;
  }
  if (!agrees(session)) {
    session.say("Nothing was restored.");
    return ExitCode::none;
  }
  const bool was_locked = session.has_store() && is_locked_file(session.store_path());
  answer(backups_of(session).restore(file), session);
  if (was_locked || is_locked_file(session.store_path())) follow_its_lock(session);
  return ExitCode::done;
}

}  // namespace

Action bind_backup_restore(Options& options) {
  auto values = std::make_shared<BackupRestoreOptions>();
  options.word("NAME", values->name, "its number, its name, or a path; without it, the newest");
  return [values](Session& session) { return restore(*values, session); };
}

}  // namespace lull
