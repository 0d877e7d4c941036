#include "../backup_words.hpp"
#include "../locking.hpp"
#include "../questions.hpp"
#include "lull/app/key_pins.hpp"
#include "lull/base/error.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

bool is_meant(Session& session) {
  if (session.options().yes) return true;
  if (!session.asks()) {
    throw Error(ErrorKind::refused, "could not remove the lock: nobody was there to be asked",
                "lull lock remove --yes");
  }
  return ask_yes(session, "Lay everything in clear again? No passphrase will be needed to read.") &&
         ask_yes(session, "Whoever uses this account can read it then. Remove the lock?");
}

ExitCode remove_lock(Session& session) {
  const bool known = pinned_key(session.environment(), session.store_path()).has_value();
  if (!session.store().lock() && !known) {
    throw Error(ErrorKind::refused, "could not remove the lock: there is none");
  }
  if (!is_meant(session)) {
    session.say("Nothing was changed.");
    return ExitCode::none;
  }
  if (session.store().lock()) backups_of(session).create(BackupReason::lock);
  relock_unpinned(std::nullopt, nullptr, session);
  session.keep_key(nullptr);
  session.say("The lock is gone. Everything lies in clear, readable by this account.");
  return ExitCode::done;
}

}  // namespace

Action bind_lock_remove(Options&) { return remove_lock; }

}  // namespace lull
