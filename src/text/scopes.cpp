#include "scopes.hpp"

#include <algorithm>

#include "lull/model/theme.hpp"

namespace lull {
namespace {

constexpr std::size_t kReachOfNegation = 5;
constexpr double kAside = 0.25;  // what is left when the words are about something else
constexpr double kAsked = 0.6;   // what is left of a thing that is asked rather than said

const std::vector<Match>& matches_of(const SentenceReading& reading, Scope scope) {
  return reading.scopes[static_cast<std::size_t>(scope)];
}

bool overlap(const Match& left, const Match& right) {
  return left.first <= right.last && right.first <= left.last;
}

bool is_negated(const SentenceReading& reading, const Match& match) {
  if (!match.negatable) return false;
  const auto& emphasised = matches_of(reading, Scope::emphasis);
  for (const Match& no : matches_of(reading, Scope::negation)) {
    if (no.first > match.first || match.first - no.last > kReachOfNegation) continue;
    if (reading.clause[no.first] != reading.clause[match.last]) continue;
    const auto cancels = [&](const Match& other) { return overlap(other, no); };
    if (std::any_of(emphasised.begin(), emphasised.end(), cancels)) continue;
    return true;
  }
  return false;
}

// A scope that reaches forward from where it stands, to the end of its sentence's clause or the
// next.
bool reaches(const SentenceReading& reading, Scope scope, const Match& match,
             std::size_t furthest) {
  const auto& matches = matches_of(reading, scope);
  return std::any_of(matches.begin(), matches.end(), [&](const Match& where) {
    return where.first <= match.first && match.first - where.first <= furthest;
  });
}

bool is_named_other(Person person) {
  return person == Person::other || person == Person::other_m || person == Person::other_f;
}

bool could_be(Person pronoun, Person other) {
  if (pronoun == Person::he || pronoun == Person::him) return other != Person::other_f;
  if (pronoun == Person::she || pronoun == Person::her) return other != Person::other_m;
  return false;
}

// Whether "he" or "she" is a sister or a boss here rather than the partner.
bool stands_for_other(const SentenceReading& reading, std::size_t at,
                      const PassageContext& context) {
  const Person pronoun = reading.people[at];
  if (pronoun == Person::love || pronoun == Person::love_m || pronoun == Person::love_f)
    return false;
  Person named = context.last_named;
  for (std::size_t i = 0; i < at; ++i) {
    const Person person = reading.people[i];
    if (is_named_other(person) || person == Person::love || person == Person::love_m ||
        person == Person::love_f) {
      named = person;
    }
  }
  if (!is_named_other(named) || !could_be(pronoun, named)) return false;
  if (!context.romance) return true;
  const bool is_he = pronoun == Person::he || pronoun == Person::him;
  const int same = is_he ? context.he : context.she;
  const int opposite = is_he ? context.she : context.he;
  return opposite > 0 && same == 0;
}

}  // namespace

Person subject_of(const SentenceReading& reading, const Match& match,
                  const PassageContext& context) {
  const auto resolved = [&](std::size_t at) {
    return is_partner(reading.people[at]) && stands_for_other(reading, at, context)
               ? Person::other
               : reading.people[at];
  };
  for (std::size_t i = match.first; i <= match.last; ++i) {
    const bool literal = (match.words >> (i - match.first) & 1U) != 0;
    if (literal && leads(reading.people[i])) return resolved(i);
    if (!literal) break;
  }
  std::size_t clause = reading.clause[match.first];
  for (std::size_t i = match.first; i-- > 0;) {
    if (leads(reading.people[i])) return resolved(i);
    if (reading.clause[i] != clause && i + 12 < match.first) break;
  }
  return Person::none;
}

double believed(const SentenceReading& reading, const Match& match, const MeaningRow& meaning,
                const PassageContext& context) {
  if (is_negated(reading, match)) return 0;
  const auto theme = static_cast<Theme>(meaning.detail);
  double left = 1;
  const Person who = subject_of(reading, match, context);
  if ((meaning.who & subject_bit(who)) == 0) left *= kAside;
  if (!context.romance && theme != Theme::abuse_safety) left *= kAside;
  if (theme != Theme::abuse_safety && !matches_of(reading, Scope::after_end).empty())
    left *= kAside;
  if (!matches_of(reading, Scope::earlier).empty()) left *= kAside;
  if (!matches_of(reading, Scope::advice).empty()) left *= kAside;
  if (reaches(reading, Scope::wish, match, 8)) left *= kAside;
  if (reaches(reading, Scope::condition, match, 6)) left *= kAside;
  if (reaches(reading, Scope::doubt, match, 8)) left *= kAsked;
  return left;
}

PassageContext context_of(const std::vector<SentenceReading>& passage) {
  PassageContext context;
  bool love = false;
  bool other = false;
  for (const SentenceReading& reading : passage) {
    love = love || !matches_of(reading, Scope::romance).empty();
    for (const Person person : reading.people) {
      context.he += person == Person::love_m ? 1 : 0;
      context.she += person == Person::love_f ? 1 : 0;
      love = love || person == Person::love || person == Person::love_m || person == Person::love_f;
      other = other || is_named_other(person);
    }
  }
  context.romance = love || !other;
  return context;
}

}  // namespace lull
