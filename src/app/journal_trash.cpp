#include "lull/app/journal_trash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "lull/base/error.hpp"
#include "lull/store/records.hpp"

namespace lull {
namespace {

Entry require_entry(Store& store, std::int64_t id) {
  std::optional<Entry> entry = find<Entry>(store, id);
  if (!entry) throw Error(ErrorKind::not_found, fmt::format("could not find entry {}", id));
  return std::move(*entry);
}

// The ids of rows in the trash, without the key.
std::vector<std::int64_t> trashed_before(Store& store, Day day) {
  std::vector<std::int64_t> ids;
  store.each_in_clear(TableId::entry, {}, [&](Row&& row) {
    const auto trashed_on = row.marks.at(0);
    if (trashed_on && *trashed_on < day.number) ids.push_back(row.id);
    return true;
  });
  return ids;
}

// Returns the uids of all rows that went: entries, and what they were before.
std::vector<Uid> erase_for_good(Store& store, Change& change,
                                const std::vector<std::int64_t>& ids) {
  const auto goes = [&](std::int64_t id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  std::vector<Uid> uids;
  std::vector<std::int64_t> revisions;
  store.each_in_clear(TableId::revision, {}, [&](Row&& row) {
    if (!goes(row.marks.at(0).value_or(0))) return true;
    revisions.push_back(row.id);
    uids.push_back(row.uid);
    return true;
  });
  store.each_in_clear(TableId::entry, {}, [&](Row&& row) {
    if (goes(row.id)) uids.push_back(row.uid);
    return true;
  });
  for (const std::int64_t id : revisions) change.erase(TableId::revision, id);
  for (const std::int64_t id : ids) change.erase(TableId::entry, id);
  change.forget_erased();
  return uids;
}

}  // namespace

void trash_entries(Store& store, const std::vector<std::int64_t>& ids, Day today) {
  store.change("journal delete", [&](Change& change) {
    for (const std::int64_t id : ids) {
      Entry entry = require_entry(store, id);
      if (entry.trashed_on) continue;
      entry.trashed_on = today;
      update(change, entry);
    }
  });
}

void restore_entries(Store& store, const std::vector<std::int64_t>& ids) {
  store.change("journal restore", [&](Change& change) {
    for (const std::int64_t id : ids) {
      Entry entry = require_entry(store, id);
      if (!entry.trashed_on) {
        throw Error(ErrorKind::not_found,
                    fmt::format("could not restore entry {}: it is not in the trash", id));
      }
      entry.trashed_on = std::nullopt;
      update(change, entry);
    }
  });
}

std::vector<Entry> trashed_entries(Store& store) {
  std::vector<Entry> entries;
  // Looking at the clear column first spares reading the rest of the journal.
  constexpr Day kEnd{std::numeric_limits<std::int32_t>::max()};
  for (const std::int64_t id : trashed_before(store, kEnd)) {
    if (std::optional<Entry> entry = find<Entry>(store, id)) entries.push_back(std::move(*entry));
  }
  std::reverse(entries.begin(), entries.end());
  return entries;
}

std::vector<Uid> purge_entries(Store& store, const std::vector<std::int64_t>& ids) {
  std::vector<Uid> uids;
  store.change("journal purge", [&](Change& change) {
    uids = erase_for_good(store, change, ids);
    change.forget_changes();
  });
  return uids;
}

std::vector<Uid> empty_old_trash(Store& store, Day today) {
  const std::vector<std::int64_t> ids = trashed_before(store, today - kTrashDays);
  std::vector<Uid> uids;
  // Nobody asked for it just now, so what can be taken back stays, but for these entries.
  if (!ids.empty()) {
    store.change("journal purge",
                 [&](Change& change) { uids = erase_for_good(store, change, ids); });
  }
  return uids;
}

}  // namespace lull
