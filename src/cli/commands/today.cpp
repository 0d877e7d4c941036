#include "lull/app/today.hpp"
#include "../backup_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "../contact_answer.hpp"
#include "../streak_text.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

constexpr int kWidest = 76;

std::string first_line(const TodayView& view) {
  if (!view.streak) return "No quiet period is begun: lull begin";
  if (view.silence->closed_on) return "The quiet period is closed.";
  if (!view.streak->length) return quiet_days(view.streak->total) + ".";
  if (view.streak->complete()) return "The silence is complete: lull review";
  return fmt::format("Day {} of {}.", days_reached(*view.streak, view.silence->on_break),
                     *view.streak->length);
}

ExitCode show_today(Session& session) {
  TodayView view;
  if (session.has_store()) {
    const ReminderNotes notes(
        reminder_folder(session.environment(), session.data_folder(), session.data_was_named()));
    view = gather_today(session.store(), session.clock(), session.rule(), session.settings(), notes,
                        backups_of(session).unsaved_since(session.store(), session.rule()));
  }
  session.out() << first_line(view) << "\nPulling now? lull pause\nA line? lull add\n";
  if (view.prompt != nullptr) {
    session.out() << '\n';
    const int columns = std::clamp(session.terminal().width(), 20, kWidest);
    for (const std::string& line : wrap(view.prompt->text, columns)) session.out() << line << '\n';
  }
  if (view.due) session.out() << '\n' << line_for(*view.due) << '\n';
  return ExitCode::done;
}

}  // namespace

Action bind_today(Options&) { return show_today; }

}  // namespace lull
