#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "lull/app/entry_filter.hpp"
#include "lull/base/clock.hpp"
#include "lull/base/day_rule.hpp"
#include "lull/model/entry.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// What a new entry is made of.
struct Draft {
  std::string text;
  std::optional<Instant> at;  ///< now, unless it is about another time
  EntryKind kind = EntryKind::page;
  std::optional<int> mood;
  std::vector<std::string> feelings;
  std::vector<std::string> tags;  ///< besides those in the text
  bool starred = false;
  std::string prompt;
};

/// The writing: what can be done with entries, without a terminal.
class Journal {
 public:
  Journal(Store& store, const Clock& clock, const DayRule& rule)
      : store_(store), clock_(clock), rule_(rule) {}

  /// Stores a new entry, its text byte for byte, and returns it with its id. Throws Error{usage}
  /// for an empty text, one that is not valid UTF-8, and a moment in the future.
  Entry add(const Draft& draft);
  std::optional<Entry> find(std::int64_t id);
  std::optional<Entry> last();
  /// Gives the entries that pass, one by one, until `take` returns false.
  void each(const EntryFilter& filter, const std::function<bool(Entry&&)>& take);
  std::vector<Entry> list(const EntryFilter& filter);

 private:
  Store& store_;
  const Clock& clock_;
  const DayRule& rule_;
};

/// Throws Error{usage} for a moment in the future; clocks may differ by a minute.
void require_past(Instant at, const Clock& clock);

}  // namespace lull
