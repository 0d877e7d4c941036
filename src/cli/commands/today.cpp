#include <fmt/format.h>

#include "lull/app/silence.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

std::string first_line(const std::optional<Streak>& streak) {
  if (!streak) return "No quiet period is begun: lull begin";
  if (!streak->length)
    return fmt::format("{} quiet day{}.", streak->total, streak->total == 1 ? "" : "s");
  if (streak->complete()) return "The silence is complete: lull review";
  return fmt::format("Day {} of {}.", streak->total, *streak->length);
}

ExitCode show_today(Session& session) {
  std::optional<Streak> streak;
  if (session.has_store()) {
    Quiet quiet(session.store(), session.clock(), session.rule(),
                session.settings().looking_breaks);
    streak = quiet.streak();
  }
  session.out() << first_line(streak) << "\nPulling now? lull pause\nA line? lull add\n";
  return ExitCode::done;
}

}  // namespace

Action bind_today(Options&) { return show_today; }

}  // namespace lull
