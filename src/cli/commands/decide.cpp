#include <fmt/format.h>

#include <memory>

#include "../decision_page.hpp"
#include "../decision_text.hpp"
#include "../own_codebook.hpp"
#include "../questions.hpp"
#include "lull/app/decisions.hpp"
#include "lull/base/error.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct DecideOptions {
  std::optional<std::string> choice, reason, to_a_friend, missing, must_differ, afraid, they_want;
  std::optional<int> days;
  bool help_seen = false;
  bool help_told = false;  // by the questions; it is said once
};

const std::vector<std::string> kChoices{"reconnect", "extend", "part", "undecided"};
const std::vector<std::string> kAfraid{"no", "yes", "rather-not-say"};
const std::vector<std::string> kTheyWant{"said-so", "dont-know", "no", "no-contact"};

void ask_words_if_missing(std::optional<std::string>& answer, const std::string& question,
                          Session& session) {
  if (!answer) answer = ask_words(session, question);
}

void ask_honesty(DecideOptions& options, bool offers_reconnect, Session& session) {
  ask_words_if_missing(options.to_a_friend,
                       "What would you say to a friend who had written these pages?", session);
  if (!offers_reconnect) return;
  ask_words_if_missing(options.missing,
                       "What is it that you miss: closeness, sex, or not being alone?", session);
  ask_words_if_missing(options.must_differ, "What would have to be different, and is it?", session);
}

// Asked only after reconnect was chosen. Help comes before the next question, not after the last.
void ask_before_reconnect(DecideOptions& options, Session& session) {
  if (!options.afraid) {
    options.afraid = ask_choice(session, "Have you been afraid of them?", kAfraid);
  }
  if (options.afraid != "no" && !options.help_seen) {
    show_help_first(session);
    options.help_told = true;
    options.help_seen = ask_yes(session, "Do you still want to answer for reconnecting?");
    if (!options.help_seen) return;
  }
  if (!options.they_want) {
    options.they_want =
        ask_choice(session, "Do they want it? (no-contact: they asked for no contact)", kTheyWant);
  }
}

void ask_choice_and_reason(DecideOptions& options, bool offers_reconnect, Session& session) {
  if (!options.choice) {
    const std::vector<std::string> offered(kChoices.begin() + (offers_reconnect ? 0 : 1),
                                           kChoices.end());
    options.choice = ask_choice(session, "What do you choose?", offered);
  }
  if (!options.choice) return;
  if (options.choice == "reconnect" && offers_reconnect) ask_before_reconnect(options, session);
  if (options.choice == "extend" && offers_reconnect && !options.days) {
    options.days = ask_number(
        session, fmt::format("By how many quiet days? Enter for {}.", DecisionDraft::kExtendDays),
        1, 3650);
  }
  ask_words_if_missing(options.reason, "Why? A line for later is enough.", session);
}

void ask_missing(DecideOptions& options, Decisions& decisions, Session& session) {
  const bool offers_reconnect = decisions.offers_reconnect();
  show_decision_page(session, offers_reconnect);
  if (const auto first = decisions.first_yes()) {
    session.warn(fmt::format("You gave a first yes to reconnecting: {}.",
                             describe(first->at, session.now())));
  }
  if (!offers_reconnect) {
    show_help_first(session);
    options.help_told = true;
  }
  ask_honesty(options, offers_reconnect, session);
  ask_choice_and_reason(options, offers_reconnect, session);
}

DecisionDraft read_draft(const DecideOptions& options) {
  DecisionDraft draft;
  draft.choice = *parse_choice(*options.choice);
  draft.reason = options.reason.value_or("");
  draft.to_a_friend = options.to_a_friend.value_or("");
  draft.missing = options.missing.value_or("");
  draft.must_differ = options.must_differ.value_or("");
  if (options.afraid) draft.afraid = *parse_afraid(*options.afraid);
  draft.help_shown = options.help_seen;
  draft.they_asked_for_no_contact = options.they_want == "no-contact";
  if (options.they_want && !draft.they_asked_for_no_contact) {
    draft.they_want_it = *parse_they_want_it(*options.they_want);
  }
  draft.extend_days = options.days.value_or(DecisionDraft::kExtendDays);
  return draft;
}

ExitCode decide(DecideOptions options, Session& session) {
  Decisions decisions(session.store(), session.clock(), session.rule(), own_codebook(session));
  if (session.asks()) ask_missing(options, decisions, session);
  if (!options.choice) {
    throw Error(ErrorKind::usage, "could not decide: no choice was made, and nothing was recorded",
                "lull decide --choice undecided");
  }
  const DecisionOutcome outcome = decisions.decide(read_draft(options));
  tell_outcome(outcome, options.help_told || options.help_seen, session);
  return outcome.answer.allowed ? ExitCode::done : ExitCode::none;
}

}  // namespace

Action bind_decide(Options& options) {
  auto values = std::make_shared<DecideOptions>();
  options.choice("--choice", "CHOICE", values->choice, kChoices,
                 "reconnect, extend, part, or undecided");
  options.text("--reason", "TEXT", values->reason, "why, in a line");
  options.text("--to-a-friend", "TEXT", values->to_a_friend,
               "what you would say to a friend who had written these pages");
  options.text("--missing", "TEXT", values->missing,
               "what you miss: closeness, sex, or not being alone");
  options.text("--must-differ", "TEXT", values->must_differ,
               "what would have to be different, and is it");
  options.choice("--afraid", "ANSWER", values->afraid, kAfraid,
                 "whether you have been afraid of them (not kept)");
  options.flag("--help-seen", values->help_seen, "where to get help was read: lull help safety");
  options.choice("--they-want", "ANSWER", values->they_want, kTheyWant,
                 "whether they want it (not kept)");
  options.number("--days", "N", values->days, 1, 3650, "by how many quiet days to extend (14)");
  return [values](Session& session) { return decide(*values, session); };
}

}  // namespace lull
