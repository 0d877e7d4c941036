#include "scopes.hpp"

#include <algorithm>

#include "lull/model/theme.hpp"

namespace lull {
namespace {

constexpr std::size_t kReachOfNegation = 5;
constexpr std::size_t kReachOfPhrase = 8;
constexpr std::size_t kReachOfSubject = 14;
constexpr std::size_t kReachOfPresent = 6;
// What is left of words that are about something else, by how sure that is: a time may be mistaken
// more easily than a person, and a person more easily than a wish.
constexpr double kAside = 0.25;
constexpr double kOtherPerson = 0.4;
constexpr double kOtherTime = 0.6;
constexpr double kAsked = 0.6;  // what is left of a thing that is asked rather than said

const std::vector<Match>& matches_of(const SentenceReading& reading, Scope scope) {
  return reading.scopes[static_cast<std::size_t>(scope)];
}

bool overlap(const Match& left, const Match& right) {
  return left.first <= right.last && right.first <= left.last;
}

bool is_word_of(const Match& match, std::size_t at) {
  return at >= match.first && at <= match.last && (match.words >> (at - match.first) & 1U) != 0;
}

// A denial before the words, near and in their clause, or between them. "It was not because" and
// the like reach on into the next clause.
bool denies(const SentenceReading& reading, const Match& no, const Match& match) {
  if (no.first > match.first) return no.last < match.last && !is_word_of(match, no.first);
  if (no.last >= match.first) return false;
  if (no.last > no.first) return match.first - no.last <= kReachOfPhrase;
  return match.first - no.last <= kReachOfNegation &&
         reading.clause[no.first] == reading.clause[match.first];
}

bool is_negated(const SentenceReading& reading, const Match& match) {
  if (!match.negatable) return false;
  const auto& denials = matches_of(reading, Scope::negation);
  // "We never talked": what is said is the denial.
  const auto own = [&](const Match& no) {
    return is_word_of(match, no.first) && is_word_of(match, no.last);
  };
  if (std::any_of(denials.begin(), denials.end(), own)) return false;
  const auto& emphasised = matches_of(reading, Scope::emphasis);
  for (const Match& no : denials) {
    if (!denies(reading, no, match)) continue;
    const auto cancels = [&](const Match& other) { return overlap(other, no); };
    if (std::none_of(emphasised.begin(), emphasised.end(), cancels)) return true;
  }
  return false;
}

// The idiom holds the match and more ("alcohol abuse"), or goes on where it ends ("she hits me
// up").
bool is_idiom(const SentenceReading& reading, const Match& match) {
  const auto& idioms = matches_of(reading, Scope::idiom);
  return std::any_of(idioms.begin(), idioms.end(), [&](const Match& idiom) {
    const bool holds = idiom.first <= match.first && match.last <= idiom.last &&
                       idiom.last - idiom.first > match.last - match.first;
    return holds ||
           (match.first < idiom.first && idiom.first <= match.last && match.last < idiom.last);
  });
}

// Whether the sentence is about the time after the end; what follows a "because" is about before.
bool is_after_end(const SentenceReading& reading, const Match& match) {
  const auto& reasons = matches_of(reading, Scope::reason);
  for (const Match& after : matches_of(reading, Scope::after_end)) {
    const auto between = [&](const Match& reason) {
      return reason.first >= after.first && reason.first <= match.first;
    };
    if (std::none_of(reasons.begin(), reasons.end(), between)) return true;
  }
  return false;
}

// Whether the clause is about the present of somebody whose relationship has ended. What the
// sentence looks back on is not.
bool is_present(const SentenceReading& reading, const Match& match) {
  if (!matches_of(reading, Scope::then).empty() || !matches_of(reading, Scope::reason).empty())
    return false;
  const auto& present = matches_of(reading, Scope::now);
  return std::any_of(present.begin(), present.end(), [&](const Match& now) {
    return reading.clause[now.first] == reading.clause[match.first] ||
           (now.first <= match.first && match.first - now.first <= kReachOfPresent);
  });
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

bool is_named_love(Person person) {
  return person == Person::love || person == Person::love_m || person == Person::love_f;
}

bool is_of_the_pair(Person person) {
  const std::uint8_t bit = subject_bit(person);
  return bit == subject::kMe || bit == subject::kWe || is_named_love(person);
}

// "Her husband", or a neighbour, and no word of the writer's own.
bool is_about_others(const SentenceReading& reading) {
  if (matches_of(reading, Scope::couple).empty() && matches_of(reading, Scope::bystander).empty())
    return false;
  return std::none_of(reading.people.begin(), reading.people.end(), is_of_the_pair);
}

// "My friend says that her husband lied": what follows someone of that kind is theirs, as far as no
// one of the pair comes in.
bool follows(const SentenceReading& reading, Scope scope, const Match& match) {
  const auto comes_in = [&](std::size_t at) {
    const Person person = reading.people[at];
    return is_of_the_pair(person) || (is_partner(person) && at - reading.clause[at] <= 1);
  };
  const auto& others = matches_of(reading, scope);
  return std::any_of(others.begin(), others.end(), [&](const Match& other) {
    if (other.last >= match.first || match.first - other.first >= kReachOfSubject) return false;
    for (std::size_t at = other.last + 1; at <= match.last; ++at) {
      if (comes_in(at)) return false;
    }
    return true;
  });
}

// Fear and harm are heard of whomever they are said, and relatives where relatives are meant.
bool is_of_others(const SentenceReading& reading, const Match& match, Theme theme) {
  if (theme == Theme::abuse_safety) return false;
  return follows(reading, Scope::couple, match) ||
         (theme != Theme::family_friends && follows(reading, Scope::bystander, match));
}

bool is_bare_question(const SentenceReading& reading) {
  const auto& questions = matches_of(reading, Scope::question);
  return reading.asks && std::any_of(questions.begin(), questions.end(),
                                     [](const Match& match) { return match.first == 0; });
}

bool is_named_other(Person person) {
  return person == Person::other || person == Person::other_m || person == Person::other_f;
}

bool is_subject_form(Person person) {
  return person == Person::i || person == Person::we || person == Person::he ||
         person == Person::she || person == Person::they || person == Person::you;
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
  if (is_named_love(pronoun)) return false;
  Person named = context.last_named;
  for (std::size_t i = 0; i < at; ++i) {
    const Person person = reading.people[i];
    if (is_named_other(person) || is_named_love(person)) named = person;
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
  // "I" and "he" lead wherever they stand; "my sister" leads near the beginning of a clause.
  const auto leads_here = [&](std::size_t at) {
    return leads(reading.people[at]) &&
           (is_subject_form(reading.people[at]) || at - reading.clause[at] <= 2);
  };
  if (leads(reading.people[match.first])) return resolved(match.first);
  for (std::size_t i = match.first; i-- > 0 && i + kReachOfSubject > match.first;) {
    if (leads_here(i)) return resolved(i);
  }
  return Person::none;
}

// "Few fights, he always called": words on both sides of a mark seldom belong together.
bool crosses_mark(const SentenceReading& reading, const Match& match) {
  for (std::size_t at = match.first + 1; at <= match.last; ++at) {
    if (reading.units[at].after_mark) return true;
  }
  return false;
}

double believed(const SentenceReading& reading, const Match& match, const MeaningRow& meaning,
                const PassageContext& context) {
  if (is_negated(reading, match) || is_idiom(reading, match)) return 0;
  const auto theme = static_cast<Theme>(meaning.detail);
  double left = 1;
  if (crosses_mark(reading, match)) left *= kOtherTime;
  Person who = subject_of(reading, match, context);
  if (who == Person::you && context.you_are_anyone) who = Person::generic;
  if ((meaning.who & subject_bit(who)) == 0) left *= kOtherPerson;
  if (!context.romance && theme != Theme::abuse_safety && theme != Theme::family_friends)
    left *= kOtherPerson;
  if (theme != Theme::abuse_safety && is_after_end(reading, match)) left *= kAside;
  if (theme != Theme::abuse_safety && context.ended && is_present(reading, match))
    left *= kOtherTime;
  if (context.advises) left *= kAside;
  if (!matches_of(reading, Scope::earlier).empty()) left *= kOtherTime;
  if (!matches_of(reading, Scope::speech).empty()) left *= kOtherPerson;
  if (is_about_others(reading)) {
    left *= kAside;
  } else if (is_of_others(reading, match, theme)) {
    left *= kOtherPerson;
  }
  if (!matches_of(reading, Scope::advice).empty()) left *= kAside;
  if (reaches(reading, Scope::wish, match, 8)) left *= kAside;
  if (reaches(reading, Scope::condition, match, 6)) left *= kOtherPerson;
  const bool doubted = reaches(reading, Scope::doubt, match, 8);
  if (theme != Theme::abuse_safety && (doubted || is_bare_question(reading))) left *= kAsked;
  return left;
}

void remember_named(const SentenceReading& reading, PassageContext& context) {
  for (const Person person : reading.people) {
    if (is_named_love(person) || is_named_other(person)) context.last_named = person;
  }
}

PassageContext context_of(std::span<const SentenceReading> passage) {
  PassageContext context;
  bool love = false;
  bool other = false;
  int mine = 0, yours = 0, theirs = 0;
  for (const SentenceReading& reading : passage) {
    love = love || !matches_of(reading, Scope::romance).empty();
    context.ended = context.ended || !matches_of(reading, Scope::ended).empty();
    for (const Person person : reading.people) {
      const std::uint8_t bit = subject_bit(person);
      mine += bit == subject::kMe || bit == subject::kWe ? 1 : 0;
      yours += person == Person::you ? 1 : 0;
      theirs += bit == subject::kPartner && person != Person::you ? 1 : 0;
      context.he += person == Person::love_m ? 1 : 0;
      context.she += person == Person::love_f ? 1 : 0;
      love = love || is_named_love(person);
      other = other || is_named_other(person);
    }
  }
  context.romance = love || !other;
  context.advises = mine == 0 && yours > 0;
  context.you_are_anyone = theirs > yours;
  return context;
}

}  // namespace lull
