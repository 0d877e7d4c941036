#include <memory>

#include "../lock_copies.hpp"
#include "../locking.hpp"
#include "lull/base/error.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

ExitCode set_lock(const LockOptions& options, Session& session) {
  if (!session.store().lock()) {
    lock_journal(options, session);
  } else if (has_copies_in_clear(session)) {
    finish_lock(options, session);
  } else {
    throw Error(ErrorKind::refused, "could not set a lock: there is one",
                "lull lock change gives it another passphrase");
  }
  session.say("Copies that backup or sync programs made before are not locked by it.");
  return ExitCode::done;
}

}  // namespace

Action bind_lock_set(Options& options) {
  auto values = std::make_shared<LockOptions>();
  values->bind(options);
  options.choice("--older", "WHAT", values->older, {"seal", "delete", "keep"},
                 "what becomes of copies from before that are not locked, without asking");
  return [values](Session& session) { return set_lock(*values, session); };
}

}  // namespace lull
