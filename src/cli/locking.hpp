#pragma once

#include <optional>
#include <string>

#include "lull/base/error.hpp"
#include "lull/cli/options.hpp"
#include "lull/cli/session.hpp"

namespace lull {

/// What may be said about a lock on the command line.
struct LockOptions {
  std::optional<std::string> kdf;
  bool recovery = false;
  bool no_recovery = false;
  std::optional<std::string> older;  ///< of `lock set` alone, as settle_copies takes it

  void bind(Options& options);
};

/// How much one guess is to cost; `otherwise` where nothing was said. LULL_TEST_KDF=least, for
/// tests, makes it next to nothing.
KdfCost cost_of(const LockOptions& options, const KdfCost& otherwise, const Session& session);

/// Whether a recovery phrase is wanted: as told, else asked on a terminal, else not.
bool wants_recovery(const LockOptions& options, Session& session);
/// Shows it: the words on standard output, what they are for beside them.
void show_recovery_phrase(const Secret& phrase, Session& session);

/// Store::relock, in which the journal may have any key. What this computer knows of its key is
/// forgotten before and is back when nothing was changed: cut short in between, a key that is the
/// journal's no more would stop every change.
void relock_unpinned(const std::optional<KeyRecord>& lock, const SecretKey& key, Session& session);

/// Puts the journal under this lock and writes its key down. What went wrong after everything was
/// sealed comes back and is to be thrown at the end: the lock is there then, and a recovery phrase
/// must still be shown. What went wrong before is thrown.
std::optional<Error> put_under_lock(const KeyRecord& record, const SecretKey& key,
                                    Session& session);

/// Locks a journal that lies in clear: says what that means, asks for the passphrase, copies the
/// journal, seals everything, removes that copy, and takes care of what older ones lie about.
void lock_journal(const LockOptions& options, Session& session);

/// Does what is left of it for a journal that is locked, where copies in clear lie about: because
/// it was cut short, or they were kept. Throws Error{store} when a row doesn't open, and then
/// removes nothing.
void finish_lock(const LockOptions& options, Session& session);

}  // namespace lull
