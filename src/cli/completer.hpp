#pragma once

#include <string>
#include <vector>

#include "lull/cli/session.hpp"

namespace lull {

/// One way in which a word may go on.
struct Candidate {
  std::string text;     ///< the whole word
  std::string meaning;  ///< for a list, or empty
};

/// What the shell itself should offer besides.
enum class ShellOffer { nothing, files, folders };

struct Answers {
  std::vector<Candidate> candidates;
  ShellOffer offer = ShellOffer::nothing;
};

/// How the last of `words` may go on; the first is the name lull was called by. Nothing is asked,
/// nothing is said, and nothing is thrown: what can't be known is left out.
Answers complete(const std::vector<std::string>& words, Session& session);

}  // namespace lull
