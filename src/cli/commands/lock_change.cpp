#include <memory>

#include "../backup_words.hpp"
#include "../locking.hpp"
#include "../passphrase.hpp"
#include "lull/base/error.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct LockChangeOptions {
  LockOptions lock;
  bool with_recovery = false;
  bool new_key = false;
};

KeyRecord require_lock(Session& session) {
  if (auto record = session.store().lock()) return std::move(*record);
  throw Error(ErrorKind::refused, "could not change the lock: there is none", "lull lock set");
}

void say_what_older_copies_do(const LockChangeOptions& options, bool lost_phrase,
                              Session& session) {
  session.say(options.new_key ? "Changed, with a new key; everything was sealed again."
                              : "Changed. The key is the same, so older copies of the file still "
                                "open with the passphrase from before.");
  if (options.new_key && !backups_of(session).list().empty()) {
    session.say("Backups from before still open with the passphrase from before.");
  }
  if (lost_phrase) session.say("The recovery phrase from before opens it no more.");
}

ExitCode change_lock(const LockChangeOptions& options, Session& session) {
  KeyRecord record = require_lock(session);
  const KdfCost before = record.slots.empty() ? kModerateCost : record.slots.front().cost;
  SecretKey key = session.unlock(options.with_recovery ? "Recovery phrase: " : "Passphrase: ");
  const Secret passphrase = ask_new_passphrase(session, NewPassphrase::in_place_of_another);
  const KdfCost cost = cost_of(options.lock, before, session);
  const bool had_phrase = record.slot(SlotKind::recovery) != nullptr;
  const bool recovery = options.lock.recovery;
  if (options.new_key) {
    NewVault vault = make_vault(passphrase, cost);
    record = std::move(vault.record);
    key = std::move(vault.key);
  } else {
    set_passphrase(record, key, passphrase, cost);
  }
  std::optional<Secret> phrase;
  if (recovery) phrase = set_recovery_phrase(record, key, cost);

  // Who knows the passphrase says by this that the key is theirs.
  const std::optional<Error> afterwards = put_under_lock(record, key, session);
  if (phrase) show_recovery_phrase(*phrase, session);
  if (afterwards) throw Error(*afterwards);
  say_what_older_copies_do(options, had_phrase && (recovery || options.new_key), session);
  return ExitCode::done;
}

}  // namespace

Action bind_lock_change(Options& options) {
  auto values = std::make_shared<LockChangeOptions>();
  values->lock.bind(options);
  options.flag("--with-recovery", values->with_recovery,
               "the passphrase is forgotten: the recovery phrase is asked for");
  options.flag("--new-key", values->new_key,
               "seal everything again under a new key, as after it was seen");
  return [values](Session& session) { return change_lock(*values, session); };
}

}  // namespace lull
