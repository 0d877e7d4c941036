#include "locking.hpp"

#include <fmt/format.h>

#include "lock_copies.hpp"
#include "lull/app/key_pins.hpp"
#include "lull/store/locked_file.hpp"
#include "passphrase.hpp"
#include "questions.hpp"

namespace lull {
namespace {

void keep_pin(const PublicKey& key, Session& session) {
  if (pin_key(session.environment(), session.store_path(), key)) return;
  session.warn(
      "lull: the key could not be written down in the state folder, so that a swapped one would "
      "not be noticed");
}

void read_everything(Store& store) {
  for (const TableId table : all_tables()) {
    store.each(table, {}, [](Row&&) { return true; });
  }
  if (store.damaged().empty()) return;
  const DamagedRow& row = store.damaged().front();
  throw Error(ErrorKind::store,
              fmt::format("could not finish the lock: {} {} is damaged; the copies from before are "
                          "kept",
                          shape_of(row.table).name, row.id),
              "lull backup list");
}

}  // namespace

void LockOptions::bind(Options& options) {
  options.choice("--kdf", "HOW", kdf, {"interactive", "moderate", "sensitive"},
                 "cost of one guess: 64 MiB, 256 MiB (if not said), 1 GiB");
  options.flag("--recovery", recovery, "print a recovery phrase, without asking");
  options.flag("--no-recovery", no_recovery, "no recovery phrase, without asking");
}

KdfCost cost_of(const LockOptions& options, const KdfCost& otherwise, const Session& session) {
  if (session.environment().get("LULL_TEST_KDF") == "least") return kLeastCost;
  if (options.kdf == "interactive") return kInteractiveCost;
  if (options.kdf == "moderate") return kModerateCost;
  if (options.kdf == "sensitive") return kSensitiveCost;
  return otherwise;
}

bool wants_recovery(const LockOptions& options, Session& session) {
  if (options.recovery && options.no_recovery) {
    throw Error(ErrorKind::usage, "could not read the command: --recovery and --no-recovery");
  }
  if (options.recovery || options.no_recovery) return options.recovery;
  return session.asks() &&
         ask_yes(session,
                 "Print a recovery phrase, to keep on paper? It opens the journal when the "
                 "passphrase is forgotten.");
}

void show_recovery_phrase(const Secret& phrase, Session& session) {
  session.warn(
      "The recovery phrase, shown this once. Keep it where nobody looks; it opens the journal as "
      "the passphrase does.");
  session.out() << phrase.view() << '\n';
}

void relock_unpinned(const std::optional<KeyRecord>& lock, const SecretKey& key, Session& session) {
  Store& store = session.store();
  const auto known = pinned_key(session.environment(), session.store_path());
  const auto bytes = [&] { return store.lock() ? to_bytes(*store.lock()) : std::string(); };
  const std::string before = bytes();
  if (known) pin_key(session.environment(), session.store_path(), std::nullopt);
  store.expect_key(std::nullopt);
  try {
    store.relock(lock, key);
  } catch (const Error&) {
    if (known && bytes() == before) pin_key(session.environment(), session.store_path(), known);
    throw;
  }
}

std::optional<Error> put_under_lock(const KeyRecord& record, const SecretKey& key,
                                    Session& session) {
  Store& store = session.store();
  std::optional<Error> afterwards;
  try {
    relock_unpinned(record, key, session);
  } catch (const Error& error) {
    const std::optional<KeyRecord> lock = store.lock();
    if (!lock || to_bytes(*lock) != to_bytes(record)) throw;
    afterwards = error;
  }
  session.keep_key(key);
  keep_pin(record.public_key, session);
  return afterwards;
}

void lock_journal(const LockOptions& options, Session& session) {
  session.warn(
      "Adding will need no passphrase; reading will. Without it nobody opens the journal again, "
      "and nobody can help.");
  const Secret passphrase = ask_new_passphrase(session, NewPassphrase::first);
  const bool recovery = wants_recovery(options, session);
  const KdfCost cost = cost_of(options, kModerateCost, session);
  NewVault vault = make_vault(passphrase, cost);
  std::optional<Secret> phrase;
  if (recovery) phrase = set_recovery_phrase(vault.record, vault.key, cost);

  keep_lock_copy(session);
  const std::optional<Error> afterwards = put_under_lock(vault.record, vault.key, session);
  if (phrase) show_recovery_phrase(*phrase, session);
  if (afterwards) {
    name_lock_copies(session);
    throw Error(*afterwards);
  }
  settle_copies(options.older, vault.record, vault.key, session);
  session.say("Locked. Everything is sealed and was read back.");
}

void finish_lock(const LockOptions& options, Session& session) {
  const SecretKey key = session.unlock();
  rewrite_file(session.store_path());
  read_everything(session.store());
  settle_copies(options.older, *session.store().lock(), key, session);
  session.say("The journal was locked already. Everything is sealed and was read back.");
}

}  // namespace lull
