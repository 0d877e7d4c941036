#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lull {

/// What a row of the codebook speaks of. `detail` of a row counts within its kind.
enum class RowKind : std::uint8_t { theme, scope, marker, claim, crisis };

/// Where words stand, rather than what they say: read before any theme is believed.
enum class Scope : std::uint8_t {
  negation,     ///< what follows is denied
  emphasis,     ///< looks like a denial and is none: "not only"
  idiom,        ///< its words do not mean here what they mean elsewhere
  conjunction,  ///< a clause begins here
  after_end,    ///< the sentence is about the time after the end
  reason,       ///< a "because"
  earlier,      ///< the sentence is about a relationship before this one
  wish,         ///< what follows is wished for, feared or imagined
  condition,    ///< what follows is supposed
  advice,       ///< the sentence speaks of people in general
  doubt,        ///< what follows is asked, not said
  speech,       ///< what follows is said by someone
  question,     ///< a question begins so
  couple,       ///< somebody else's partner
  bystander,    ///< a relative, neighbour or colleague
  romance,      ///< the text is about two people who are or were together
  ended,        ///< it speaks of an end that has come: the present is the time after it
  now,          ///< the clause is about the present
  then,         ///< the sentence looks back on the time together, whatever else stands in it
};
inline constexpr int kScopeCount = 19;

/// Whom a phrase may be about: bits, since most phrases fit several.
namespace subject {
inline constexpr std::uint8_t kMe = 1;
inline constexpr std::uint8_t kPartner = 2;
inline constexpr std::uint8_t kWe = 4;
inline constexpr std::uint8_t kNobody = 8;
inline constexpr std::uint8_t kOther = 16;
inline constexpr std::uint8_t kPair = kMe | kPartner | kWe | kNobody;
inline constexpr std::uint8_t kAny = kPair | kOther;
}  // namespace subject

struct Phrase {
  std::string text;
  int line = 0;
};

/// One entry of a codebook: phrases that mean the same, with what they mean.
struct CodebookRow {
  std::string id;  ///< "conflict.all_the_time"
  RowKind kind{};
  std::uint8_t detail = 0;
  double weight = 1;
  std::uint8_t who = subject::kPair;
  std::uint8_t whose = 0;  ///< a Whose, plus one; 0: as the sentence's subject says
  bool negatable = true;   ///< a "not" before it takes it back
  std::vector<Phrase> say;
  std::string file;
  int line = 0;
};

/// A codebook as written, before it is compiled.
struct CodebookSource {
  std::map<std::string, std::vector<std::string>>
      spelling;                                            ///< a form, and the words it stands for
  std::map<std::string, std::vector<std::string>> lemmas;  ///< an irregular form, and its lemmas
  std::map<std::string, std::vector<Phrase>> people;       ///< units that count as one word
  std::map<std::string, std::vector<Phrase>> slots;        ///< "@always" and what it stands for
  std::vector<CodebookRow> rows;
  std::vector<std::string> off;  ///< ids of built-in rows that the user does not want
};

/// Reads one file into `source`; called once for each file. Throws Error{usage} that names file,
/// line and key.
void read_codebook(std::string_view text, const std::string& file, CodebookSource& source);

}  // namespace lull
