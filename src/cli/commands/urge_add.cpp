#include <fmt/format.h>

#include <memory>

#include "../contact_words.hpp"
#include "../open_for_adding.hpp"
#include "../urge_questions.hpp"
#include "lull/app/urges.hpp"
#include "lull/base/error.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct UrgeAddOptions {
  std::optional<std::string> channel, trigger, outcome, at, note;
  std::optional<int> strength, minutes;
};

const std::vector<std::string> kOutcomes{"passed", "acted", "open"};

void ask_missing(const UrgeAddOptions& options, UrgeDraft& draft, Urges& urges, Session& session) {
  if (!options.channel) draft.channel = ask_pull(session).value_or(Channel::other);
  if (!options.strength) draft.strength = ask_strength(session, "How strong was it, 1 to 10?");
  if (!options.trigger) draft.trigger = ask_trigger(urges, session);
  if (!options.outcome) draft.outcome = ask_outcome(session);
}

ExitCode add_urge(const UrgeAddOptions& options, Session& session) {
  if (!options.channel && !session.asks()) {
    throw Error(ErrorKind::usage, "could not record the urge: what pulled was not given",
                "lull urge add text --strength 7");
  }
  UrgeDraft draft;
  if (options.channel) draft.channel = *parse_channel(*options.channel);
  if (options.at) draft.at = parse_when(*options.at, session.rule(), session.now());
  if (options.outcome) draft.outcome = *parse_urge_outcome(*options.outcome);
  draft.strength = options.strength;
  draft.minutes = options.minutes;
  draft.trigger = options.trigger.value_or("");
  draft.note = options.note.value_or("");
  Urges urges(open_for_adding(session), session.clock(), session.rule());
  if (session.asks()) ask_missing(options, draft, urges, session);
  const Urge urge = urges.record(draft);
  session.say(fmt::format("Recorded as {}: {}, {}.", urge.id, label_of(urge.channel),
                          describe(urge.at, session.now())));
  if (urge.outcome == UrgeOutcome::open) session.say("Still pulling? lull pause");
  if (urge.outcome == UrgeOutcome::acted) session.say("If it became contact: lull contact add");
  return ExitCode::done;
}

}  // namespace

Action bind_urge_add(Options& options) {
  auto values = std::make_shared<UrgeAddOptions>();
  options.word("CHANNEL", values->channel, "what pulled", channel_words());
  options.number("--strength", "N", values->strength, 1, 10, "how strong it was, 1 to 10");
  options.text("--trigger", "TEXT", values->trigger, "what set it off, in your own words");
  options.choice("--outcome", "WORD", values->outcome, kOutcomes,
                 "how it went: passed, acted, or still open");
  options.number("--minutes", "N", values->minutes, 0, 1440, "how long it lasted");
  options.text("--at", "WHEN", values->at, "when it was (lull help dates)");
  options.text("--note", "TEXT", values->note, "a line about it");
  return [values](Session& session) { return add_urge(*values, session); };
}

}  // namespace lull
