#include "lull/app/pause.hpp"

#include <fmt/format.h>

#include <memory>

#include "../contact_words.hpp"
#include "../follow_up.hpp"
#include "../open_for_adding.hpp"
#include "../own_codebook.hpp"
#include "../pause_screen.hpp"
#include "../questions.hpp"
#include "../urge_questions.hpp"
#include "lull/app/urges.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"
#include "lull/model/waiting.hpp"

namespace lull {
namespace {

struct PauseOptions {
  std::optional<std::string> channel, minutes, trigger;
  std::optional<int> strength;
  bool record = false;
};

int seconds_asked_for(const PauseOptions& options, Session& session) {
  if (!options.minutes) return session.settings().pause_minutes * 60;
  if (const auto seconds = parse_minutes(*options.minutes)) return *seconds;
  throw Error(ErrorKind::usage, "could not read the minutes", "--minutes 10, 2.5, or 0:30");
}

// Whatever is wrong with the journal, a pause goes on without it.
template <class Read>
void read_if_possible(Session& session, const Read& read) {
  if (session.discreet()) return;
  try {
    if (session.has_store()) read(session.store());
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::interrupted) throw;
  }
}

std::vector<std::string> words_for(Session& session) {
  std::vector<std::string> words;
  read_if_possible(session, [&](Store& store) {
    if (const auto line = own_words(store, session.today(), own_codebook(session))) {
      words = {make_visible(*line), "(your own words)"};
    }
  });
  if (!words.empty()) return words;
  return general_words(session.rule().zone().to_local(session.now()).seconds / 3600);
}

PausePlan plan_pause(const PauseOptions& options, Session& session) {
  PausePlan plan;
  plan.seconds = seconds_asked_for(options, session);
  plan.words = words_for(session);
  if (options.channel) plan.channel = parse_channel(*options.channel);
  plan.strength = options.strength;
  plan.trigger = options.trigger.value_or("");
  read_if_possible(session, [&](Store& store) {
    plan.earlier_triggers = Urges(store, session.clock(), session.rule()).earlier_triggers();
  });
  return plan;
}

void record(const PauseResult& result, UrgeOutcome outcome, Session& session) {
  UrgeDraft draft;
  draft.channel = result.channel.value_or(Channel::other);
  draft.strength = result.strength;
  draft.strength_after = result.strength_after;
  draft.trigger = result.trigger;
  draft.outcome = outcome;
  if (result.seconds > 0) draft.minutes = (result.seconds + 59) / 60;
  Urges urges(open_for_adding(session), session.clock(), session.rule());
  session.say(fmt::format("Recorded as urge {}.", urges.record(draft).id));
}

ExitCode print_pause(const PauseOptions& options, const PausePlan& plan, Session& session) {
  for (const std::string& line : plan.words) session.out() << line << '\n';
  if (plan.channel == Channel::sex) session.out() << about_closeness() << '\n';
  session.out() << fmt::format(
      "\nWait {} first, then look again. Three ways on:\n"
      "  a letter that is never sent   lull journal add --unsent\n"
      "  a line about it               lull journal add\n"
      "  nothing\n",
      to_minutes(plan.seconds));
  if (options.record) {
    record({plan.channel, plan.strength, {}, plan.trigger, 0}, UrgeOutcome::open, session);
  }
  return ExitCode::done;
}

// Three ways on; Enter closes.
ExitCode go_on(Session& session) {
  const auto way =
      ask_choice(session, "What now? (letter: one that is never sent; entry: a line; close: Enter)",
                 {"letter", "entry", "close"});
  if (way == "letter") {
    return static_cast<ExitCode>(follow_up(session, {"journal", "add", "--unsent"}));
  }
  if (way == "entry") return static_cast<ExitCode>(follow_up(session, {"journal", "add"}));
  return ExitCode::done;
}

ExitCode pause(const PauseOptions& options, Session& session) {
  const PausePlan plan = plan_pause(options, session);
  PauseResult result;
  {
    std::unique_ptr<LiveScreen> screen;
    if (session.asks()) screen = session.terminal().open_live_screen(session.discreet());
    if (screen == nullptr) return print_pause(options, plan, session);
    result = run_pause(*screen, plan);
  }
  if (options.record || ask_yes(session, "Keep a record of this urge?")) {
    record(result, ask_outcome(session), session);
  }
  return go_on(session);
}

}  // namespace

Action bind_pause(Options& options) {
  auto values = std::make_shared<PauseOptions>();
  options.word("CHANNEL", values->channel, "what pulls", channel_words());
  options.text("--minutes", "MINUTES", values->minutes, "how long to wait: 10, 2.5, or 0:30");
  options.number("--strength", "N", values->strength, 1, 10, "how strong it is, 1 to 10");
  options.text("--trigger", "TEXT", values->trigger, "what set it off, in your own words");
  options.flag("--record", values->record, "keep a record of the urge without asking");
  return [values](Session& session) { return pause(*values, session); };
}

}  // namespace lull
