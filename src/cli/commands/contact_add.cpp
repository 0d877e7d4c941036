#include <fmt/format.h>

#include <array>
#include <memory>
#include <utility>

#include "../questions.hpp"
#include "lull/app/silence.hpp"
#include "lull/base/error.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct ContactAddOptions {
  std::optional<std::string> channel;
  bool out = false, in = false, both = false, accidental = false, unwanted = false, looked = false;
  std::optional<std::string> exception, at, until, note;
};

std::vector<std::string> channel_words() {
  std::vector<std::string> words;
  for (const Channel channel : all_channels()) words.emplace_back(to_string(channel));
  return words;
}

std::vector<std::string> direction_words() {
  std::vector<std::string> words;
  for (const Direction direction : all_directions()) words.emplace_back(to_string(direction));
  return words;
}

std::optional<Direction> given_direction(const ContactAddOptions& options) {
  const std::array<std::pair<bool, Direction>, 6> flags{
      {{options.out, Direction::out},
       {options.in, Direction::in},
       {options.both, Direction::both},
       {options.accidental, Direction::accidental},
       {options.unwanted, Direction::unwanted},
       {options.looked, Direction::looked}}};
  std::optional<Direction> direction;
  for (const auto& [given, meant] : flags) {
    if (!given) continue;
    if (direction) {
      throw Error(ErrorKind::usage, "could not read the command: more than one direction is given",
                  "one of --out --in --both --accidental --unwanted --looked");
    }
    direction = meant;
  }
  return direction;
}

Channel ask_channel(Session& session) {
  const auto word = ask_choice(session, "By what way?", channel_words());
  if (!word) throw Error(ErrorKind::usage, "could not record the contact: no channel was given");
  return *parse_channel(*word);
}

Direction ask_direction(Session& session) {
  const auto word = ask_choice(
      session, "From whom? (out: from you, in: from them and not answered)", direction_words());
  if (!word) throw Error(ErrorKind::usage, "could not record the contact: no direction was given");
  return *parse_direction(*word);
}

ContactDraft read_draft(const ContactAddOptions& options, Session& session) {
  ContactDraft draft;
  if (!options.channel && !session.asks()) {
    throw Error(ErrorKind::usage, "could not record the contact: no channel was given",
                "lull contact add text --in");
  }
  const std::optional<Direction> direction = given_direction(options);
  if (!direction && !session.asks()) {
    throw Error(ErrorKind::usage, "could not record the contact: no direction was given",
                "one of --out --in --both --accidental --unwanted --looked");
  }
  draft.channel = options.channel ? *parse_channel(*options.channel) : ask_channel(session);
  draft.direction = direction ? *direction : ask_direction(session);
  if (options.at) draft.at = parse_when(*options.at, session.rule(), session.now());
  if (options.until) draft.until = parse_day(*options.until, session.rule(), session.now());
  draft.exception = options.exception.value_or("");
  draft.note = options.note.value_or("");
  return draft;
}

std::string days(int count) { return fmt::format("{} quiet day{}", count, count == 1 ? "" : "s"); }

// What stays comes before what changed.
void answer(const ContactOutcome& outcome, Session& session) {
  const Contact& contact = outcome.contact;
  session.say(fmt::format("Recorded as {}: {}, {}, {}.", contact.id, label_of(contact.channel),
                          label_of(contact.direction), describe(contact.at, session.now())));
  if (!outcome.after) return;
  if (contact.breaks) {
    session.say(fmt::format("{} stay yours; the longest run stays {}. A new run begins.",
                            days(outcome.after->total), outcome.after->longest.days));
  } else if (contact.direction == Direction::in) {
    session.say("The silence holds. No reply is owed tonight.");
  } else {
    session.say("The silence holds.");
  }
  if (contact.channel == Channel::sex) {
    session.say("What was not freely wanted never counts: lull help safety");
  }
}

ExitCode add_contact(const ContactAddOptions& options, Session& session) {
  const ContactDraft draft = read_draft(options, session);
  Quiet quiet(session.store(), session.clock(), session.rule(), session.settings().looking_breaks);
  const ContactOutcome outcome = quiet.record(draft);
  answer(outcome, session);
  if (outcome.contact.breaks) session.say("A line about it? lull add");
  return ExitCode::done;
}

}  // namespace

Action bind_contact_add(Options& options) {
  auto values = std::make_shared<ContactAddOptions>();
  options.word("CHANNEL", values->channel, "by what way the two were in touch", channel_words());
  options.flag("--out", values->out, "it went out from you");
  options.flag("--in", values->in, "it came from them and was not answered");
  options.flag("--both", values->both, "it went both ways");
  options.flag("--accidental", values->accidental, "nobody meant it");
  options.flag("--unwanted", values->unwanted, "it came although it was not wanted");
  options.flag("--looked", values->looked, "a look at their profile");
  options.text("--exception", "WHICH", values->exception, "a written exception it falls under");
  options.text("--at", "WHEN", values->at, "when it was (lull help dates)");
  options.text("--until", "DAY", values->until, "its last day, when it spans days");
  options.text("--note", "TEXT", values->note, "a line about it");
  return [values](Session& session) { return add_contact(*values, session); };
}

}  // namespace lull
