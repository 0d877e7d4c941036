#pragma once

#include "codebook/automaton.hpp"
#include "reading.hpp"

namespace lull {

/// What a passage is about, as far as pronouns and doubts go.
struct PassageContext {
  bool romance = true;          ///< it speaks of two people who are or were together
  int he = 0, she = 0;          ///< how often a partner was named as a man, as a woman
  bool ended = false;           ///< it says that they are no longer together
  bool advises = false;         ///< it speaks to a reader and not of its writer
  bool you_are_anyone = false;  ///< "you" is not the partner: that one is "he", "she" or "they"
  Person last_named = Person::none;  ///< the last person named by a noun, up to the sentence before
};

/// The subject of a match: the person named in it first, or before it in its clause or the one
/// before that.
Person subject_of(const SentenceReading& reading, const Match& match,
                  const PassageContext& context);

/// How much of a match is left, 0 to 1, once negation and scope are heard.
double believed(const SentenceReading& reading, const Match& match, const MeaningRow& meaning,
                const PassageContext& context);

/// Keeps the last person that the sentence names by a noun, for the sentences after it.
void remember_named(const SentenceReading& reading, PassageContext& context);

/// Reads the passage once for what it is about.
PassageContext context_of(std::span<const SentenceReading> passage);

}  // namespace lull
