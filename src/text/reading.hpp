#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "codebook/source.hpp"
#include "matcher.hpp"
#include "units.hpp"

namespace lull {

/// Who a unit is. The object forms ("him") never lead a clause.
enum class Person {
  none,
  i,
  me,
  we,
  us,
  he,
  him,
  she,
  her,
  they,
  them,
  you,
  love,
  love_m,
  love_f,
  other,
  other_m,
  other_f,
  rival,
  generic,
  named
};

/// A sentence as the codebook sees it.
struct SentenceReading {
  TextSpan span;
  std::vector<Unit> units;
  std::vector<Person> people;       ///< one for each unit
  std::vector<std::size_t> clause;  ///< for each unit, the index of its clause's first unit
  std::vector<Match> matches;       ///< of all that is no scope
  std::array<std::vector<Match>, kScopeCount> scopes;
  LanguageCount language;  ///< of its words
  bool asks = false;       ///< it has a question mark
};

class SentenceReader {
 public:
  explicit SentenceReader(const Automaton& automaton);

  /// Lives until the next sentence or passage is read.
  const SentenceReading& read(std::string_view text, TextSpan sentence);

  /// The sentences of one passage, in which names of people are found by their coming back. They
  /// live until the next sentence or passage is read.
  std::span<const SentenceReading> read_passage(std::string_view text,
                                                std::span<const TextSpan> sentences);

 private:
  void read(std::string_view text, TextSpan sentence, SentenceReading& reading);
  SentenceReading& kept(std::size_t at);

  const Automaton& automaton_;
  Vocabulary vocabulary_;
  Matcher matcher_;
  std::vector<Person> people_;  // by the automaton's own numbers
  // Kept for their memory: a text has many sentences, and each has many small lists.
  std::vector<SentenceReading> readings_;
  std::vector<Match> matches_;
  std::vector<char> begins_;
};

bool leads(Person person);       ///< can be a subject
bool is_partner(Person person);  ///< he, she, they, you, "my ex"
bool is_other(Person person);    ///< someone outside the two
std::uint8_t subject_bit(Person person);

}  // namespace lull
