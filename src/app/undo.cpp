#include "lull/app/undo.hpp"

#include <fmt/format.h>

#include <utility>

#include "lull/base/error.hpp"
#include "lull/store/records.hpp"

namespace lull {
namespace {

// The newest change in between is the one to begin with.
std::optional<std::int64_t> find_later_change(Store& store, const LoggedChange& change) {
  for (const LoggedChange& later : store.changes()) {
    if (later.id <= change.id) break;
    if (!later.taken_back && !later.damaged && overlap(later.touched, change.touched))
      return later.id;
  }
  return std::nullopt;
}

std::optional<Entry> find_readable(Store& store, std::int64_t id) {
  try {
    return find<Entry>(store, id);
  } catch (const Error& error) {
    // What is shown before a change is taken back is a kindness; taking it back needs no words.
    if (error.kind() == ErrorKind::locked || error.kind() == ErrorKind::store) return std::nullopt;
    throw;
  }
}

}  // namespace

std::optional<LoggedChange> last_standing_change(Store& store) {
  for (LoggedChange& change : store.changes()) {
    if (!change.undoes && !change.taken_back && !change.damaged) return std::move(change);
  }
  return std::nullopt;
}

LoggedChange require_standing_change(Store& store, std::int64_t id) {
  for (LoggedChange& change : store.changes()) {
    if (change.id != id) continue;
    if (change.taken_back) {
      throw Error(ErrorKind::refused,
                  fmt::format("could not take back change {}: it was taken back already", id),
                  "lull undo --list");
    }
    return std::move(change);
  }
  throw Error(
      ErrorKind::not_found,
      fmt::format("could not take back change {}: it is not among the last {}", id, kChangesKept),
      "lull undo --list");
}

std::vector<Entry> entries_touched(Store& store, const LoggedChange& change, std::size_t most) {
  std::vector<Entry> entries;
  for (const TouchedRows& rows : change.touched) {
    if (rows.table != TableId::entry) continue;
    for (std::int64_t id = rows.first_id; id <= rows.last_id && entries.size() < most; ++id) {
      if (std::optional<Entry> entry = find_readable(store, id)) {
        entries.push_back(std::move(*entry));
      }
    }
  }
  return entries;
}

std::int64_t take_back(Store& store, const LoggedChange& change) {
  try {
    store.take_back(change.id);
  } catch (const Error& error) {
    const auto later = error.kind() == ErrorKind::refused ? find_later_change(store, change)
                                                          : std::optional<std::int64_t>();
    if (!later) throw;
    throw Error(
        ErrorKind::refused, error.what(),
        fmt::format("change {} came in between: lull undo {} takes it back first", *later, *later));
  }
  return store.changes().front().id;
}

}  // namespace lull
