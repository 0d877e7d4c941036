#include <fmt/format.h>

#include "lull/app/key_pins.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

// Sixteen digits are enough to compare two by eye; the whole key is what is compared here.
std::string fingerprint(const PublicKey& key) {
  const std::string hex = to_hex(key);
  return fmt::format("{} {} {} {}", hex.substr(0, 4), hex.substr(4, 4), hex.substr(8, 4),
                     hex.substr(12, 4));
}

std::string_view standing(const KeyRecord& record, const std::optional<PublicKey>& known) {
  if (!record.sound) return "the record of it is damaged";
  if (!known) return "this computer has not seen it unlocked yet";
  return *known == record.public_key ? "the one this computer knows"
                                     : "NOT the one this computer knows";
}

void explain_another_key(Session& session) {
  session.say(
      "Somebody may have put another key in its place, so that new words would be readable to "
      "them. Nothing is added under it. If you brought this journal here yourself, lull lock "
      "change takes its key as known.");
}

ExitCode show_unlocked(bool was_known, Session& session) {
  session.out() << "Not locked: whoever uses this account can read the journal.\n";
  if (was_known) {
    session.say(
        "This computer knows it as locked, so nothing is added. If you put an older copy here "
        "yourself: lull lock set seals it again, lull lock remove leaves it open.");
  }
  return ExitCode::none;
}

ExitCode show_lock(Session& session) {
  const std::optional<KeyRecord> record = session.store().lock();
  const std::optional<PublicKey> known = pinned_key(session.environment(), session.store_path());
  if (!record) return show_unlocked(known.has_value(), session);
  std::int64_t rows = 0;
  for (const TableId table : all_tables()) rows += session.store().count(table);
  session.out() << "Locked: adding needs no passphrase, reading does.\n"
                << fmt::format("Key         {}, {}\n", fingerprint(record->public_key),
                               standing(*record, known));
  if (const KeySlot* slot = record->slot(SlotKind::passphrase)) {
    session.out() << fmt::format("Passphrase  stretched by Argon2id: {} {}, {} KiB\n",
                                 slot->cost.passes, slot->cost.passes == 1 ? "pass" : "passes",
                                 slot->cost.kibibytes);
  }
  const bool recovery = record->slot(SlotKind::recovery) != nullptr;
  session.out() << fmt::format("Recovery    {}\n", recovery ? "a phrase opens it as well" : "none")
                << fmt::format("Sealed      {} row{}\n", rows, rows == 1 ? "" : "s");
  if (known && *known != record->public_key) explain_another_key(session);
  return ExitCode::done;
}

}  // namespace

Action bind_lock_status(Options&) { return show_lock; }

}  // namespace lull
