#include <fmt/format.h>

#include "lull/app/checkins.hpp"
#include "lull/cli/command.hpp"
#include "lull/model/due.hpp"

namespace lull {
namespace {

ExitCode show_due(Session& session) {
  const CheckInPlan plan =
      CheckIns(session.store(), session.clock(), session.rule())
          .plan(session.settings().remind_checkin, session.settings().checkin_every);
  if (!plan.next) {
    session.say(plan.parted ? "No check-in is due."
                            : "No check-in is due: they begin after a decision to reconnect, or "
                              "when remind.checkin is switched on.");
    return ExitCode::none;
  }
  if (session.today() < *plan.next) {
    session.say(fmt::format("No check-in is due until {}.", to_long_date(*plan.next)));
    return ExitCode::none;
  }
  session.out() << line_for(Due::checkin) << '\n';
  return ExitCode::done;
}

}  // namespace

Action bind_checkin_due(Options&) { return show_due; }

}  // namespace lull
