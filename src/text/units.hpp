#pragma once

#include <array>
#include <compare>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "codebook/automaton.hpp"
#include "language.hpp"
#include "lull/model/theme.hpp"
#include "lull/text/stems.hpp"
#include "names.hpp"

namespace lull {

/// A word of the codebook, made ready for being asked often what it stands for.
struct Form {
  std::array<std::uint16_t, 2> word{};     ///< numbers of the words it is
  std::uint16_t word_count = 0;            ///< two for a person and what else the last word is
  std::vector<KeySpan> keys;               ///< of the phrases that are filed under its symbols
  std::vector<std::uint16_t> asked;        ///< those of its symbols whose absence rules phrases out
  std::vector<std::uint32_t> names;        ///< first states of the names that may begin with it
  std::vector<std::uint32_t> links;        ///< those of its symbols that names may go on with
  std::span<const std::uint32_t> symbols;  ///< in order
  std::vector<std::uint32_t> own;          ///< holds the symbols where no table does

  std::span<const std::uint16_t> words() const { return std::span(word).first(word_count); }
};

/// What the automaton reads: a word, one of the words a contraction is made of, or all the words
/// that name a person ("my ex boyfriend").
struct Unit {
  TextSpan span;
  const Form* form = nullptr;  ///< lives as long as the Vocabulary
  int person = -1;             ///< index into the automaton's people, -1 for a word
  bool after_mark = false;     ///< a comma, dash or bracket stands before it
  bool quoted = false;         ///< within quotation marks
};

/// Reads words as the codebook knows them. Remembers each form it has seen, so that a text is
/// stemmed once a form and not once a word.
class Vocabulary {
 public:
  explicit Vocabulary(const Automaton& automaton);

  /// Puts the units of a sentence, people already joined, in the place of what `units` held.
  /// Returns what its words tell of its language.
  LanguageCount read(std::string_view text, TextSpan sentence, std::vector<Unit>& units);
  /// From here on a new passage with names of its own begins.
  void begin_passage();
  void end_passage() { gathers_ = false; }
  bool has_names() const { return names_.any(); }
  /// Whether a name stands in the sentence that was not known to be one when it was read.
  bool names_someone(std::string_view text, TextSpan sentence) const;

 private:
  // What a word is read as, and what it tells of the language.
  struct Seen {
    const Form* only = nullptr;  // mostly it is one; nullptr: parts_ has them
    std::uint32_t parts = 0;
    bool counts = false, common = false, foreign = false;
  };
  // Words are short: eight bytes at a time, mixed as MurmurHash3 does.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const;
  };

  // A short word, and what was found for it: where it was put last time is looked at first.
  struct Recent {
    std::array<std::uint64_t, 2> letters{};
    Seen seen;
  };
  static constexpr std::size_t kFewRecent = 256;  // powers of two
  static constexpr std::size_t kMostRecent = 16384;

  Seen known(std::string_view raw);
  Seen remembered(std::string_view raw);
  std::span<const Form* const> parts_of(const Seen& seen) const;
  bool add_name(std::string_view raw, TextSpan span, bool after_mark, bool quoted,
                std::vector<Unit>& units);
  Seen look_up(std::string_view raw);
  void add_part(std::string_view part, std::vector<const Form*>& parts);
  const Form* known_word(std::string_view word);
  const Form* ready(const WordRow* row);
  void make_ready(Form& form) const;
  const Form* person_form(int person, const Form* last);
  void join_people(std::vector<Unit>& units);
  std::pair<std::size_t, int> longest_person(const std::vector<Unit>& units, std::size_t at,
                                             std::uint32_t node) const;

  const Automaton& automaton_;
  int named_ = -1, other_ = -1;  // indices of the people "named" and "other", if there are such
  Names names_;
  bool gathers_ = false;  // names are looked for in passages alone
  Stemmer stemmer_;
  std::vector<std::vector<const Form*>> parts_;  // of the words that are read as none or several
  std::unordered_map<std::string, Seen, Hash, std::equal_to<>> seen_;
  std::vector<Recent> recent_ = std::vector<Recent>(kFewRecent);
  std::unordered_map<const WordRow*, Form> forms_;
  std::map<std::pair<int, const Form*>, Form> person_forms_;  // by person and last word
  Form unknown_;
  std::vector<bool> linked_;         // by symbol: whether a name may go on with it
  std::vector<const Form*> people_;  // the words that stand for people
  std::vector<bool> has_noun_;       // by person: "my friends", not "he and i"
};

}  // namespace lull
