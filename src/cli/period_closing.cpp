#include "period_closing.hpp"

#include <fmt/format.h>

#include "contact_answer.hpp"
#include "lull/base/error.hpp"
#include "lull/base/when.hpp"
#include "questions.hpp"

namespace lull {
namespace {

std::string ask_how(Session& session) {
  return ask_choice(session,
                    "How did it close? (ended: it ran its time; reconnect: you are in touch again; "
                    "part: you let it go)",
                    closing_words())
      .value_or("");
}

Quiet quiet_of(Session& session) {
  return {session.store(), session.clock(), session.rule(), session.settings().looking_breaks};
}

// Said only where it can be read: how the last one closed is a kindness.
bool never_said_how_it_closed(Quiet& quiet) {
  try {
    const auto period = quiet.current_period();
    return period && period->closed_on && period->closing.empty();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::locked) throw;
    return false;
  }
}

}  // namespace

ExitCode end_period(const std::optional<std::string>& how,
                    const std::optional<std::string>& last_day, Session& session) {
  Quiet quiet = quiet_of(session);
  const std::optional<Silence> silence = quiet.silence();
  if (!silence || silence->closed_on) {
    throw Error(ErrorKind::refused, "could not close the quiet period: none is open", "lull begin");
  }
  Closing closing;
  if (last_day) closing.last_day = parse_day(*last_day, session.rule(), session.now());
  closing.how = how ? *how : session.asks() ? ask_how(session) : "";
  const QuietPeriod period = quiet.end(closing);
  session.say(fmt::format("Closed. Its last day is {}; it holds {}.",
                          to_long_date(*period.closed_on),
                          quiet_days(quiet.streak(period)->total)));
  session.say("Everything written stays: lull streak history");
  return ExitCode::done;
}

EarlierPeriod settle_earlier_period(const std::optional<std::string>& how, Session& session) {
  Quiet quiet = quiet_of(session);
  const std::optional<Silence> silence = quiet.silence();
  if (!silence) return {};
  if (!session.asks()) {
    if (how) return {false, Closing{{}, *how}};
    return {};
  }
  if (silence->closed_on) {
    if (how) return {false, Closing{{}, *how}};
    if (!never_said_how_it_closed(quiet)) return {};
    session.warn(fmt::format("The quiet period before this one closed on {}.",
                             to_long_date(*silence->closed_on)));
    return {false, Closing{{}, ask_how(session)}};
  }
  const std::string question =
      fmt::format("A quiet period is open, counted from {}. Close it and begin another?",
                  to_long_date(silence->from));
  if (!ask_yes(session, question)) {
    session.say("Nothing was changed.");
    return {true, {}};
  }
  return {false, Closing{{}, how ? *how : ask_how(session)}};
}

}  // namespace lull
