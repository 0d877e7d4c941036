#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lull/base/clock.hpp"
#include "lull/base/day_rule.hpp"
#include "lull/model/talk.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// The talks that were held. Nothing here needs the key but list().
class Talks {
 public:
  Talks(Store& store, const Clock& clock, const DayRule& rule)
      : store_(store), clock_(clock), rule_(rule) {}

  /// The two names, the one first who begins: by turns from talk to talk. As given while the
  /// journal is locked, since who began the last one cannot be read then.
  std::pair<std::string, std::string> order(const std::string& one, const std::string& other);
  /// Stores a talk that began at `begun` and returns it with its number. Throws as describe() does.
  Talk keep(Talk talk, Instant begun);
  /// Stores what was said about it afterwards. Throws Error{usage} for text that is not UTF-8.
  void describe(const Talk& talk);
  /// All, oldest first.
  std::vector<Talk> list();

 private:
  Store& store_;
  const Clock& clock_;
  const DayRule& rule_;
};

/// "2", "2.5", or "0:30": minutes, or minutes and seconds, from one second to an hour. Nothing for
/// anything else.
std::optional<int> parse_turn_length(std::string_view text);

}  // namespace lull
