#include "contact_answer.hpp"

#include <fmt/format.h>

namespace lull {
namespace {

constexpr std::string_view kNoNumberChanges = "No number changes.";

bool same_numbers(const Streak& before, const Streak& after) {
  return before.current == after.current && before.longest == after.longest &&
         before.total == after.total && before.opens_on == after.opens_on;
}

// A line of its own when the day of the review is another one now.
std::string moved_review(const Streak& before, const Streak& after) {
  if (!after.opens_on || after.opens_on == before.opens_on) return "";
  return fmt::format("\nThe review {} on {}.", after.complete() ? "opened" : "opens",
                     to_long_date(*after.opens_on));
}

std::string after_a_break(const Streak& before, const Streak& after) {
  if (same_numbers(before, after)) {
    return "Its days did not count as quiet before either. No number changes.";
  }
  std::string text =
      fmt::format("{} {} yours; the longest run {} {}.", quiet_days(after.total),
                  after.total == 1 ? "stays" : "stay",
                  after.longest.days == before.longest.days ? "stays" : "is", after.longest.days);
  if (after.current.days < before.current.days) text += " A new run begins.";
  return text + moved_review(before, after);
}

std::string without_a_break(const Contact& contact) {
  if (contact.direction == Direction::in) return "The silence holds. No reply is owed tonight.";
  if (!contact.exception.empty()) return "The silence holds; it is counted apart.";
  return "The silence holds.";
}

}  // namespace

std::string quiet_days(int count) {
  return fmt::format("{} quiet day{}", count, count == 1 ? "" : "s");
}

bool broke_new_days(const ContactOutcome& outcome) {
  return outcome.contact.breaks && outcome.before && outcome.after &&
         outcome.after->broken_days > outcome.before->broken_days;
}

std::string answer_to(const ContactOutcome& outcome) {
  std::string text;
  if (outcome.before && outcome.after) {
    text = outcome.contact.breaks ? after_a_break(*outcome.before, *outcome.after)
                                  : without_a_break(outcome.contact);
  }
  if (outcome.contact.channel == Channel::sex) {
    text += text.empty() ? "" : "\n";
    text += "What was not freely wanted never counts: lull help safety";
  }
  return text;
}

std::string numbers_after(const ContactOutcome& outcome) {
  if (!outcome.before || !outcome.after) return "";
  if (same_numbers(*outcome.before, *outcome.after)) return std::string(kNoNumberChanges);
  const Streak& after = *outcome.after;
  std::string text = fmt::format("{} now; the current run is {}, the longest {}.",
                                 quiet_days(after.total), after.current.days, after.longest.days);
  return text + moved_review(*outcome.before, after);
}

}  // namespace lull
