#include "reading.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace lull {
namespace {

Person person_named(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Person>, 21> kNames{
      {{"i", Person::i},
       {"me", Person::me},
       {"we", Person::we},
       {"us", Person::us},
       {"he", Person::he},
       {"him", Person::him},
       {"she", Person::she},
       {"her", Person::her},
       {"they", Person::they},
       {"them", Person::them},
       {"you", Person::you},
       {"love", Person::love},
       {"love_m", Person::love_m},
       {"love_f", Person::love_f},
       {"other", Person::other},
       {"other_m", Person::other_m},
       {"other_f", Person::other_f},
       {"rival", Person::rival},
       {"folk", Person::other},
       {"generic", Person::generic},
       {"named", Person::named}}};
  for (const auto& [known, person] : kNames) {
    if (known == name) return person;
  }
  return Person::none;
}

}  // namespace

bool leads(Person person) {
  switch (person) {
    case Person::none:
    case Person::me:
    case Person::us:
    case Person::him:
    case Person::her:
    case Person::them:
      return false;
    default:
      return true;
  }
}

bool is_partner(Person person) {
  switch (person) {
    case Person::he:
    case Person::him:
    case Person::she:
    case Person::her:
    case Person::they:
    case Person::them:
    case Person::you:
    case Person::love:
    case Person::love_m:
    case Person::love_f:
    case Person::named:
      return true;
    default:
      return false;
  }
}

bool is_other(Person person) {
  switch (person) {
    case Person::other:
    case Person::other_m:
    case Person::other_f:
    case Person::rival:
    case Person::generic:
      return true;
    default:
      return false;
  }
}

std::uint8_t subject_bit(Person person) {
  if (person == Person::none) return subject::kNobody;
  if (person == Person::i || person == Person::me) return subject::kMe;
  if (person == Person::we || person == Person::us) return subject::kWe;
  return is_partner(person) ? subject::kPartner : subject::kOther;
}

SentenceReader::SentenceReader(const Automaton& automaton)
    : automaton_(automaton), vocabulary_(automaton), matcher_(automaton) {
  for (const AutomatonPiece& name : automaton.people) {
    people_.push_back(person_named(automaton.text(name.text, name.length)));
  }
}

SentenceReading SentenceReader::read(std::string_view text, TextSpan sentence) {
  SentenceReading reading;
  reading.span = sentence;
  reading.units = vocabulary_.read(text, sentence);
  reading.asks = text.substr(sentence.begin, sentence.end - sentence.begin).find('?') !=
                 std::string_view::npos;
  for (const Unit& unit : reading.units) {
    reading.people.push_back(unit.person < 0 ? Person::none
                                             : people_[static_cast<std::size_t>(unit.person)]);
  }
  std::vector<bool> begins(reading.units.size(), false);
  for (std::size_t i = 0; i < begins.size(); ++i) begins[i] = i == 0 || reading.units[i].after_mark;
  for (const Match& match : matcher_.find(reading.units)) {
    const MeaningRow& meaning = automaton_.meanings[match.row];
    if (meaning.kind == static_cast<std::uint8_t>(RowKind::scope)) {
      if (meaning.detail == static_cast<std::uint8_t>(Scope::conjunction))
        begins[match.first] = true;
      reading.scopes[meaning.detail].push_back(match);
    } else {
      reading.matches.push_back(match);
    }
  }
  std::size_t clause = 0;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    if (begins[i]) clause = i;
    reading.clause.push_back(clause);
  }
  return reading;
}

std::vector<SentenceReading> SentenceReader::read_passage(std::string_view text,
                                                          std::span<const TextSpan> sentences) {
  vocabulary_.begin_passage();
  std::vector<SentenceReading> passage;
  passage.reserve(sentences.size());
  for (const TextSpan& sentence : sentences) passage.push_back(read(text, sentence));
  if (vocabulary_.has_names()) {
    for (SentenceReading& reading : passage) {
      if (vocabulary_.names_someone(text, reading.span)) reading = read(text, reading.span);
    }
  }
  vocabulary_.end_passage();
  return passage;
}

}  // namespace lull
