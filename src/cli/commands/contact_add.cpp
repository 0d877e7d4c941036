#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>

#include "../contact_answer.hpp"
#include "../contact_words.hpp"
#include "../follow_up.hpp"
#include "../questions.hpp"
#include "lull/app/silence.hpp"
#include "lull/base/error.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct ContactAddOptions {
  std::optional<std::string> channel;
  DirectionFlags direction;
  std::optional<std::string> exception, at, until, note;
};

Channel ask_channel(Session& session) {
  const auto word = ask_choice(session, "By what way?", channel_words());
  if (!word) throw Error(ErrorKind::usage, "could not record the contact: no channel was given");
  return *parse_channel(*word);
}

Direction ask_direction(Session& session) {
  const auto word =
      ask_choice(session,
                 "Who reached whom? (out: you; in: they, not answered; both: it was answered; "
                 "looked: at their profile)",
                 direction_words());
  if (!word) throw Error(ErrorKind::usage, "could not record the contact: no direction was given");
  return *parse_direction(*word);
}

std::optional<Instant> ask_when(Session& session) {
  while (const auto typed = ask_text(session, "When was it? Enter for now. (23:50, yesterday)")) {
    try {
      return parse_when(*typed, session.rule(), session.now());
    } catch (const Error& error) {
      session.warn(fmt::format("{}\n{}", error.what(), error.hint()));
    }
  }
  return std::nullopt;
}

// Nothing where the exceptions lie under a lock.
std::optional<QuietPeriod> readable_period(Quiet& quiet) {
  try {
    return quiet.current_period();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::locked) throw;
    return std::nullopt;
  }
}

std::string ask_exception(Session& session, Quiet& quiet) {
  const auto period = readable_period(quiet);
  if (!period || period->exceptions.empty()) return "";
  return ask_choice(session, "Does it fall under an exception? Enter for none.", period->exceptions)
      .value_or("");
}

// Typed bare, everything is asked, so that nothing stays in the shell's history.
void ask_the_rest(const ContactAddOptions& options, ContactDraft& draft, Quiet& quiet,
                  Session& session) {
  if (!options.at) draft.at = ask_when(session);
  if (!options.exception) draft.exception = ask_exception(session, quiet);
  if (!options.note)
    draft.note = ask_words(session, "A line about it? Enter for none.").value_or("");
}

ContactDraft read_draft(const ContactAddOptions& options, Quiet& quiet, Session& session) {
  ContactDraft draft;
  const std::optional<Direction> direction = options.direction.given();
  if (options.at) draft.at = parse_when(*options.at, session.rule(), session.now());
  if (options.until) draft.until = parse_day(*options.until, session.rule(), session.now());
  draft.exception = options.exception.value_or("");
  draft.note = options.note.value_or("");
  draft.channel = options.channel ? *parse_channel(*options.channel) : ask_channel(session);
  draft.direction = direction ? *direction : ask_direction(session);
  if (!options.channel) ask_the_rest(options, draft, quiet, session);
  return draft;
}

void require_words(const ContactAddOptions& options, Session& session) {
  if (session.asks()) return;
  if (!options.channel) {
    throw Error(ErrorKind::usage, "could not record the contact: no channel was given",
                "lull contact add text --in");
  }
  if (!options.direction.given()) {
    throw Error(ErrorKind::usage, "could not record the contact: no direction was given",
                "one of --out --in --both --accidental --unwanted --looked");
  }
}

// Once in a period. What it asks for lies under the key; without the key it is not asked.
void ask_rule(Quiet& quiet, Session& session) {
  const std::optional<QuietPeriod> period = readable_period(quiet);
  if (!period || period->closed_on || !period->length || period->on_break_chosen) return;
  const auto word = ask_choice(
      session,
      fmt::format("How are the days to go counted from here? (carry-on: all quiet days count; "
                  "restart: one whole run of {}. Enter: {})",
                  *period->length, to_string(period->on_break)),
      {"carry-on", "restart"});
  const QuietPeriod chosen =
      quiet.choose_on_break(word ? *parse_on_break(*word) : period->on_break);
  const Streak streak = *quiet.streak(chosen);
  if (streak.opens_on) {
    session.say(fmt::format("The review opens on {}.", to_long_date(*streak.opens_on)));
  }
}

void offer_to_write(Session& session) {
  if (!session.asks()) {
    session.say("A line about it? lull add");
  } else if (ask_yes(session, "Write about it?")) {
    follow_up(session, {"journal", "add"});
  }
}

ExitCode add_contact(const ContactAddOptions& options, Session& session) {
  require_words(options, session);
  Quiet quiet(session.store(), session.clock(), session.rule(), session.settings().looking_breaks);
  const ContactOutcome outcome = quiet.record(read_draft(options, quiet, session));
  session.answers().saved();
  const Contact& contact = outcome.contact;
  session.say(fmt::format("Recorded as {}: {}, {}, {}.", contact.id, label_of(contact.channel),
                          label_of(contact.direction), describe(contact.at, session.now())));
  if (const std::string answer = answer_to(outcome); !answer.empty()) session.say(answer);
  if (session.asks() && broke_new_days(outcome)) ask_rule(quiet, session);
  if (contact.breaks) offer_to_write(session);
  return ExitCode::done;
}

}  // namespace

Action bind_contact_add(Options& options) {
  auto values = std::make_shared<ContactAddOptions>();
  options.word("CHANNEL", values->channel, "by what way the two were in touch", channel_words());
  values->direction.bind(options);
  options.text("--exception", "WHICH", values->exception, "a written exception it falls under");
  options.text("--at", "WHEN", values->at, "when it was (lull help dates)");
  options.text("--until", "DAY", values->until, "its last day, when it spans days");
  options.text("--note", "TEXT", values->note, "a line about it");
  return [values](Session& session) { return add_contact(*values, session); };
}

}  // namespace lull
