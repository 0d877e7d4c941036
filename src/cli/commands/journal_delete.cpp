#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "../backup_words.hpp"
#include "../entry_choice.hpp"
#include "../entry_text.hpp"
#include "../purge.hpp"
#include "../questions.hpp"
#include "lull/app/journal_trash.hpp"
#include "lull/base/error.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct JournalDeleteOptions {
  std::vector<std::string> words;
  bool last = false, purge = false;
};

// What is in the trash can still be purged; everything else is found as usual.
Entry find_one(Journal& journal, const std::string& word, bool purge) {
  if (purge) {
    if (std::optional<Entry> entry = journal.find(parse_id(word))) return std::move(*entry);
  }
  std::vector<std::string> words{word};
  return take_entry(journal, false, words, "delete");
}

std::vector<Entry> find_all(const JournalDeleteOptions& options, Journal& journal) {
  std::vector<Entry> entries;
  const auto add = [&](Entry&& entry) {
    const bool named_twice = std::any_of(entries.begin(), entries.end(),
                                         [&](const Entry& known) { return known.id == entry.id; });
    if (!named_twice) entries.push_back(std::move(entry));
  };
  for (const std::string& word : options.words) add(find_one(journal, word, options.purge));
  std::vector<std::string> none;
  if (options.last || options.words.empty()) {
    add(take_entry(journal, options.last, none, "delete"));
  }
  return entries;
}

std::string count_entries(std::size_t count) {
  return count == 1 ? "this entry" : fmt::format("these {} entries", count);
}

bool agrees(const std::vector<Entry>& entries, bool purge, Session& session) {
  for (const Entry& entry : entries) session.say(entry_as_line(entry, session));
  if (session.options().yes) return true;
  if (!session.asks()) {
    throw Error(ErrorKind::refused, "could not delete: nobody can be asked here",
                "--yes says it beforehand");
  }
  const std::string question =
      purge ? fmt::format("Remove {} for good?", count_entries(entries.size()))
            : fmt::format("Move {} to the trash?", count_entries(entries.size()));
  return ask_yes(session, question);
}

void say_purged(std::size_t count, const PurgedBackups& backups, Session& session) {
  session.say(fmt::format(
      "Removed {} for good, with what stood there before, the index of words and all that undo\n"
      "could take back{}.",
      count == 1 ? "it" : fmt::format("{} entries", count),
      backups.changed == 0   ? ""
      : backups.changed == 1 ? "; from one backup too"
                             : fmt::format("; from {} backups too", backups.changed)));
  for (const UnreachedBackup& unreached : backups.unreached) {
    session.warn(fmt::format("Not reached: {} ({})", unreached.name, unreached.reason));
  }
  session.say(
      "Out of reach: copies made by others (snapshots, synced folders, backups of the disk)\n"
      "and what a disk keeps of freed space.");
}

ExitCode remove(const JournalDeleteOptions& options, Session& session) {
  Journal journal(session.store(), session.clock(), session.rule());
  const std::vector<Entry> entries = find_all(options, journal);
  if (!agrees(entries, options.purge, session)) {
    session.say("Nothing was deleted.");
    return ExitCode::none;
  }
  std::vector<std::int64_t> ids(entries.size());
  std::transform(entries.begin(), entries.end(), ids.begin(),
                 [](const Entry& entry) { return entry.id; });
  if (options.purge) {
    const std::vector<Uid> gone = purge_entries(session.store(), ids);
    say_purged(ids.size(), backups_of(session).purge(gone), session);
  } else {
    trash_entries(session.store(), ids, session.today());
    session.say(fmt::format("In the trash for {} days: lull journal restore {}", kTrashDays,
                            ids.size() == 1 ? std::to_string(ids.front()) : "ID"));
  }
  empty_trash_everywhere(session);
  return ExitCode::done;
}

}  // namespace

Action bind_journal_delete(Options& options) {
  auto values = std::make_shared<JournalDeleteOptions>();
  options.words("ID", values->words, "the numbers");
  options.flag("--last", values->last, "the newest one");
  options.flag("--purge", values->purge, "remove it for good, not into the trash");
  return [values](Session& session) { return remove(*values, session); };
}

}  // namespace lull
