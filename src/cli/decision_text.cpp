#include "decision_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lull/base/when.hpp"

namespace lull {
namespace {

void tell_refusal(const DecisionOutcome& outcome, Session& session) {
  for (const DecisionRefusal refusal : outcome.answer.refusals) {
    session.warn(sentence_for(refusal));
  }
  if (outcome.answer.allowed || !outcome.answer.cooled_at) return;
  session.warn(
      fmt::format("It can be given again from {}: lull decide",
                  describe(session.rule().moment(*outcome.answer.cooled_at), session.now())));
}

void tell_notices(const DecisionOutcome& outcome, Session& session) {
  for (const DecisionNotice notice : outcome.answer.notices) {
    session.warn(sentence_for(notice));
    if (notice != DecisionNotice::unchanged_themes || session.discreet()) continue;
    for (const Theme theme : outcome.unchanged) {
      session.warn(fmt::format("  {}", label_of(theme)));
    }
  }
}

void tell_extended(const DecisionOutcome& outcome, Session& session) {
  session.say(fmt::format("The silence is {} quiet days long now.", *outcome.period->length));
}

}  // namespace

std::string_view words_for(Choice choice) {
  switch (choice) {
    case Choice::reconnect:
      return "to talk with them again";
    case Choice::extend:
      return "to keep the silence longer";
    case Choice::part:
      return "to part";
    case Choice::undecided:
      return "to leave it open";
  }
  return "";
}

void show_help_first(Session& session) {
  session.warn(
      "If you have been afraid of someone, people will listen, day or night, and you need "
      "not give a name.\nWhere to get help: lull help safety");
}

void tell_outcome(const DecisionOutcome& outcome, bool help_told, Session& session) {
  if (outcome.answer.with_help && !help_told) show_help_first(session);
  tell_notices(outcome, session);
  tell_refusal(outcome, session);
  if (!outcome.stored) return;
  session.say(
      fmt::format("Recorded as {}: {}.", outcome.stored->id, words_for(outcome.stored->choice)));
  switch (outcome.answer.next) {
    case DecisionStep::reconnect:
      session.say(
          "What they say is theirs to say, and no is an answer. The quiet period is closed."
          "\nTo talk in turns: lull talk");
      break;
    case DecisionStep::extend:
      tell_extended(outcome, session);
      break;
    case DecisionStep::part:
      session.say("The quiet period is closed. Nothing will remind you; the journal stays yours.");
      break;
    case DecisionStep::leave_open:
      session.say("Nothing is due.");
      break;
    case DecisionStep::keep_first_yes:
    case DecisionStep::wait:
    case DecisionStep::show_help:
    case DecisionStep::do_not_offer:
      break;
  }
}

}  // namespace lull
