#include "../backup_words.hpp"
#include "lull/app/reminders.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

// Nothing to say, and no journal to say it of, are the same to a shell that asks at each start.
ExitCode remind(Session& session) {
  if (!session.has_store()) return ExitCode::none;
  ReminderNotes notes(
      reminder_folder(session.environment(), session.data_folder(), session.data_was_named()));
  DueFacts facts =
      gather_due(session.store(), session.clock(), session.rule(), session.settings(), notes);
  facts.unsaved_since = backups_of(session).unsaved_since(session.store(), session.rule());
  const std::vector<Due> found = due(facts);
  if (found.empty()) return ExitCode::none;
  for (const Due what : found) session.out() << line_for(what) << '\n';
  notes.note_said(session.today(), found);
  return ExitCode::done;
}

}  // namespace

Action bind_remind(Options&) { return remind; }

}  // namespace lull
