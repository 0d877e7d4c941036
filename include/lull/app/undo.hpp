#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "lull/model/entry.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// The change that is taken back when none is named: the newest that stands and is no undo itself.
/// So undoing again and again goes further back.
std::optional<LoggedChange> last_standing_change(Store& store);

/// The change of that number. Throws Error{not_found} when it is not remembered, Error{refused}
/// when it was taken back already.
LoggedChange require_standing_change(Store& store, std::int64_t id);

/// The entries that a change touched and that can be read, at most `most`, oldest number first;
/// none from a locked journal.
std::vector<Entry> entries_touched(Store& store, const LoggedChange& change, std::size_t most);

/// Takes it back and returns the number of the change that did. Throws as Store::take_back; the
/// hint of a conflict names the change that came in between, where one can be found.
std::int64_t take_back(Store& store, const LoggedChange& change);

}  // namespace lull
