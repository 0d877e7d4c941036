#include <fmt/format.h>

#include <memory>

#include "../entry_text.hpp"
#include "lull/app/journal_trash.hpp"
#include "lull/base/error.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct JournalRestoreOptions {
  std::vector<std::string> ids;
};

ExitCode list_trash(Session& session) {
  const std::vector<Entry> entries = trashed_entries(session.store());
  for (const Entry& entry : entries) session.out() << entry_as_line(entry, session) << '\n';
  if (entries.empty()) {
    session.say("The trash is empty.");
    return ExitCode::none;
  }
  session.say("lull journal restore ID brings one back.");
  return ExitCode::done;
}

ExitCode restore(const JournalRestoreOptions& options, Session& session) {
  if (options.ids.empty()) return list_trash(session);
  std::vector<std::int64_t> ids;
  for (const std::string& id : options.ids) ids.push_back(parse_id(id));
  restore_entries(session.store(), ids);
  for (const std::int64_t id : ids) session.say(fmt::format("Restored {}.", id));
  return ExitCode::done;
}

}  // namespace

Action bind_journal_restore(Options& options) {
  auto values = std::make_shared<JournalRestoreOptions>();
  options.words("ID", values->ids, "the numbers; without one, what is in the trash");
  return [values](Session& session) { return restore(*values, session); };
}

}  // namespace lull
