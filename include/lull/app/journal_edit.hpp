#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lull/base/clock.hpp"
#include "lull/base/day_rule.hpp"
#include "lull/model/entry.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// What an edit changes; what is not set stays.
struct EntryChanges {
  std::optional<std::string> text;
  std::optional<Instant> at;
  std::optional<int> mood;
  std::optional<std::vector<std::string>> feelings;  ///< in place of the old ones
  std::vector<std::string> more_tags;
  std::vector<std::string> fewer_tags;
  std::optional<bool> starred;
  std::optional<EntryKind> kind;
};

/// How an edit ended.
enum class EditEnd {
  unchanged,  ///< nothing to write
  changed,    ///< what stood before is kept as a revision
  kept_both,  ///< the text had changed meanwhile: the new one is an entry of its own
};

struct EditOutcome {
  EditEnd end = EditEnd::unchanged;
  Entry entry;  ///< as it stands now; for kept_both the new one
};

/// Changes the entry that was read as `seen`. Tags follow the text: those that were written in it
/// and no longer are go, new ones come. Throws Error{usage} for a text that can be none and a
/// moment in the future.
EditOutcome edit_entry(Store& store, const Clock& clock, const DayRule& rule, const Entry& seen,
                       const EntryChanges& changes);

}  // namespace lull
