#include <fmt/format.h>

#include <cmath>
#include <memory>

#include "../signal_watch.hpp"
#include "../talk_ratings.hpp"
#include "../talk_screen.hpp"
#include "lull/app/talks.hpp"
#include "lull/base/error.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct TalkOptions {
  std::vector<std::string> names;
  std::optional<std::string> minutes;
  std::optional<int> turns;
  bool plain = false, dry = false, script = false;
};

// What the two are called where others may look on.
constexpr const char* kFirst = "the first";
constexpr const char* kSecond = "the second";

constexpr std::string_view kScript =
    "A talk in turns\n"
    "\n"
    "1. A clock, and a turn of {0} each. Who began last time listens first this time.\n"
    "2. Who speaks: own feelings, fears and hopes. Sentences that begin with \"I\".\n"
    "3. Who listens: only listens. No answer is owed, then or later.\n"
    "4. When the time is up, or the speaker is done before, both breathe, and switch.\n"
    "5. As many turns as it takes until both feel heard.\n"
    "6. Either may ask for a break of ten minutes at any time, without a reason.\n"
    "7. Afterwards, each alone, from 1 to 5: do I feel heard? Have I heard the other?\n";

int turn_seconds(const TalkOptions& options, Session& session) {
  if (!options.minutes) return static_cast<int>(std::lround(session.settings().talk_minutes * 60));
  if (const auto seconds = parse_turn_length(*options.minutes)) return *seconds;
  throw Error(ErrorKind::usage,
              "could not read --minutes: it takes minutes such as 3, 2.5 or 0:30, up to 60");
}

std::pair<std::string, std::string> names_of(const TalkOptions& options) {
  if (options.names.empty()) return {"you", "them"};
  if (options.names.size() == 2 && options.names[0] != options.names[1] &&
      !options.names[0].empty() && !options.names[1].empty()) {
    return {options.names[0], options.names[1]};
  }
  throw Error(ErrorKind::usage, "could not begin the talk: it takes two different names, or none",
              "lull talk Robin Sam");
}

// The plan with the names that are kept. Without a journal the talk is held all the same.
TalkPlan make_plan(const TalkOptions& options, Session& session) {
  TalkPlan plan;
  plan.seconds_per_turn = turn_seconds(options, session);
  plan.turns = options.turns;
  auto [one, other] = names_of(options);
  if (session.has_store()) {
    std::tie(one, other) =
        Talks(session.store(), session.clock(), session.rule()).order(one, other);
  }
  plan.first_name = one;
  plan.second_name = other;
  return plan;
}

// The names that are shown: none where others may look on.
TalkPlan shown(TalkPlan plan, Session& session) {
  if (!session.discreet()) return plan;
  plan.first_name = kFirst;
  plan.second_name = kSecond;
  return plan;
}

std::string length_of(const Talk& talk) {
  return fmt::format("{} turn{}, {} spoken", talk.turns, talk.turns == 1 ? "" : "s",
                     minutes_and_seconds(talk.seconds));
}

// True when the talk came to its own end; what was done is in the timer either way.
bool hold_talk(TurnTimer& timer, const TalkOptions& options, Session& session) {
  try {
    const auto screen = session.terminal().open_live_screen(false);
    if (!screen) {
      throw Error(ErrorKind::usage, "could not run the timer: there is no terminal",
                  "lull talk --script prints the rules for paper; lull talk add notes the talk");
    }
    run_talk(timer, *screen, options.plain, session);
    return true;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::interrupted) throw;
    timer.handle(TalkEvent::quit);
    return false;
  }
}

void ask_afterwards(Talk talk, const TalkOptions& options, Session& session) {
  Talks talks(session.store(), session.clock(), session.rule());
  const auto describe = [&, first = talk.first_name, second = talk.second_name] {
    talk.first_name = first;
    talk.second_name = second;
    talks.describe(talk);
  };
  if (session.discreet()) {
    talk.first_name = kFirst;
    talk.second_name = kSecond;
  }
  try {
    ask_ratings(talk, options.plain, session);
    ask_about_talk(talk, session);
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::interrupted) describe();
    throw;
  }
  describe();
}

// Nothing when there is nothing to record, or nowhere.
std::optional<Talk> keep(Talk held, Instant begun, const TalkOptions& options, Session& session) {
  if (held.turns == 0) {
    session.say("No turn was spoken, so nothing is recorded.");
    return std::nullopt;
  }
  session.say(fmt::format("The talk: {}.", length_of(held)));
  if (options.dry || !session.has_store()) {
    session.say(options.dry ? "Nothing is recorded."
                            : "There is no journal, so nothing is recorded.");
    return std::nullopt;
  }
  held = Talks(session.store(), session.clock(), session.rule()).keep(std::move(held), begun);
  session.say(fmt::format("Recorded as {}.", held.id));
  return held;
}

ExitCode talk(const TalkOptions& options, Session& session) {
  if (options.script) {
    session.out() << fmt::format(kScript, minutes_and_seconds(turn_seconds(options, session)));
    return ExitCode::done;
  }
  const TalkPlan plan = make_plan(options, session);
  const Instant begun = session.now();
  TurnTimer timer(shown(plan, session));
  bool ended = false;
  std::optional<Talk> kept;
  {
    // A terminal that is closed says so twice, the shell after the kernel: the second must not come
    // between the talk and the disk.
    const SignalWatch watch;
    ended = hold_talk(timer, options, session);
    Talk held = talk_of(timer);
    held.first_name = plan.first_name;
    held.second_name = plan.second_name;
    kept = keep(std::move(held), begun, options, session);
  }
  if (!ended) return ExitCode::interrupted;
  if (timer.turns() == 0) return ExitCode::none;
  if (kept) session.answers().saved();
  if (kept && session.asks()) ask_afterwards(std::move(*kept), options, session);
  return ExitCode::done;
}

}  // namespace

Action bind_talk(Options& options) {
  auto values = std::make_shared<TalkOptions>();
  options.words("NAME NAME", values->names, "the two who talk; who begins alternates");
  options.text("--minutes", "M", values->minutes, "length of a turn: 3, 2.5, or 0:30");
  options.number("--turns", "N", values->turns, 1, 100, "of both together; else as many as needed");
  options.flag("--plain", values->plain, "say a line for each event, and draw nothing");
  options.flag("--dry", values->dry, "record nothing");
  options.flag("--script", values->script, "print the rules for paper");
  return [values](Session& session) { return talk(*values, session); };
}

}  // namespace lull
