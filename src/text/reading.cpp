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

SentenceReading& SentenceReader::kept(std::size_t at) {
  if (at >= readings_.size()) readings_.resize(at + 1);
  return readings_[at];
}

const SentenceReading& SentenceReader::read(std::string_view text, TextSpan sentence) {
  read(text, sentence, kept(0));
  return readings_.front();
}

void SentenceReader::read(std::string_view text, TextSpan sentence, SentenceReading& reading) {
  reading.span = sentence;
  reading.language = vocabulary_.read(text, sentence, reading.units);
  reading.asks = text.substr(sentence.begin, sentence.end - sentence.begin).find('?') !=
                 std::string_view::npos;
  reading.people.clear();
  begins_.clear();
  for (const Unit& unit : reading.units) {
    reading.people.push_back(unit.person < 0 ? Person::none
                                             : people_[static_cast<std::size_t>(unit.person)]);
    begins_.push_back(begins_.empty() || unit.after_mark ? 1 : 0);
  }
  reading.matches.clear();
  for (auto& scope : reading.scopes) scope.clear();
  matcher_.find(reading.units, matches_);
  for (const Match& match : matches_) {
    const MeaningRow& meaning = automaton_.meanings[match.row];
    if (meaning.kind != static_cast<std::uint8_t>(RowKind::scope)) {
      reading.matches.push_back(match);
      continue;
    }
    if (meaning.detail == static_cast<std::uint8_t>(Scope::conjunction)) begins_[match.first] = 1;
    reading.scopes[meaning.detail].push_back(match);
  }
  reading.clause.clear();
  std::size_t clause = 0;
  for (std::size_t i = 0; i < begins_.size(); ++i) {
    if (begins_[i] != 0) clause = i;
    reading.clause.push_back(clause);
  }
}

std::span<const SentenceReading> SentenceReader::read_passage(std::string_view text,
                                                              std::span<const TextSpan> sentences) {
  vocabulary_.begin_passage();
  for (std::size_t i = 0; i < sentences.size(); ++i) read(text, sentences[i], kept(i));
  if (vocabulary_.has_names()) {
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      if (vocabulary_.names_someone(text, sentences[i])) read(text, sentences[i], readings_[i]);
    }
  }
  vocabulary_.end_passage();
  return std::span<const SentenceReading>(readings_).first(sentences.size());
}

}  // namespace lull
