#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lull/cli/options.hpp"
#include "lull/cli/session.hpp"
#include "lull/model/contact.hpp"

namespace lull {

std::vector<std::string> channel_words();
std::vector<std::string> direction_words();

/// The six flags that say who reached whom.
struct DirectionFlags {
  bool out = false, in = false, both = false, accidental = false, unwanted = false, looked = false;

  void bind(Options& options);
  /// The one that was given, or nothing. Throws Error{usage} for more than one.
  std::optional<Direction> given() const;
};

/// "Mon 2 Nov 2026", or "Mon 2 Nov 2026 to Wed 4 Nov 2026".
std::string days_in_words(const Contact& contact);
/// "   3  Mon 2 Nov 2026  text message, from you (children)  *", without any of the person's words
/// when discreet.
std::string contact_as_line(const Contact& contact, bool discreet);

}  // namespace lull
