#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "lull/app/journal.hpp"
#include "lull/app/recovery.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/command.hpp"
#include "lull/store/records.hpp"

namespace lull {
namespace {

struct JournalRecoverOptions {
  bool list = false;
};

// Whoever was cut short between the saving and the removing of the file has it in both. Under a
// lock whose key wasn't asked for nobody can tell.
bool is_taken_in(Store& store, const Draft& draft, bool has_key) {
  if (store.lock() && !has_key) return false;
  bool found = false;
  each<Entry>(store, {draft.at, *draft.at + 1}, [&](Entry&& entry) {
    found = entry.at.instant == *draft.at && entry.text == draft.text;
    return !found;
  });
  return found;
}

void take_in(const std::filesystem::path& path, Store& store, const SecretKey& key,
             Session& session) {
  const std::optional<std::string> bytes = read_recovery(path, key);
  if (!bytes) return;
  const RecoveredText mended = mend_text(*bytes);
  Draft draft;
  draft.text = mended.text;
  if (const Instant written = instant_of_recovery(path); written.seconds > 0) draft.at = written;
  if (draft.at && is_taken_in(store, draft, key != nullptr)) {
    remove_recovery(path);
    session.say("A text that was taken in before is not taken in twice.");
    return;
  }
  const Entry entry = Journal(store, session.clock(), session.rule()).add(draft);
  remove_recovery(path);
  session.say(fmt::format("Saved as {}, {}.", entry.id, describe(entry.at, session.now())));
  if (mended.mended_bytes > 0) {
    session.say(fmt::format("{} byte{} of it were not UTF-8 and were read as Latin-1.",
                            mended.mended_bytes, mended.mended_bytes == 1 ? "" : "s"));
  }
}

ExitCode recover(const JournalRecoverOptions& options, Session& session) {
  const auto files = recovery_files(session.data_folder(), session.environment());
  if (files.empty()) {
    session.say("There is nothing to take in.");
    return ExitCode::none;
  }
  if (options.list) {
    for (const auto& file : files) session.out() << make_visible_line(file.string()) << '\n';
    return ExitCode::done;
  }
  Store& store = session.data_was_named() ? session.store() : session.create_store();
  const bool needs_key = std::any_of(files.begin(), files.end(), is_sealed_recovery);
  const SecretKey key = needs_key ? session.unlock() : nullptr;
  for (const auto& file : files) take_in(file, store, key, session);
  return ExitCode::done;
}

}  // namespace

Action bind_journal_recover(Options& options) {
  auto values = std::make_shared<JournalRecoverOptions>();
  options.flag("--list", values->list, "name the files and take in nothing");
  return [values](Session& session) { return recover(*values, session); };
}

}  // namespace lull
