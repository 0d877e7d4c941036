#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "lull/model/search_query.hpp"
#include "lull/model/streak.hpp"
#include "lull/store/change_log.hpp"
#include "lull/store/row.hpp"
#include "lull/store/vault.hpp"

namespace lull {

/// What may be done inside one change; it ends with it.
class Change {
 public:
  virtual ~Change() = default;
  /// Stores a new row and returns its id. Ids grow and are never used again.
  virtual std::int64_t insert(TableId table, const Row& row) = 0;
  /// Replaces the row of that id. Throws Error{not_found} when there is none.
  virtual void update(TableId table, const Row& row) = 0;
  /// Removes the row of that id. Throws Error{not_found} when there is none.
  virtual void erase(TableId table, std::int64_t id) = 0;
  /// Sees to it that no word of what was erased stays in the file: an index of words and the
  /// changes to the same rows keep them otherwise. This change can't be taken back then. Takes time
  /// that grows with the journal.
  virtual void forget_erased() = 0;
  /// Forgets how to take back anything, this change included: for what nothing may bring back.
  virtual void forget_changes() = 0;
};

/// Where the journal is kept. A seam: tests put a failing one in its place, or one in memory.
/// Every call throws Error: store, locked, busy, io.
class Store {
 public:
  virtual ~Store() = default;

  /// Runs `write` in one transaction named `name` (a few words: what undo will show). When it
  /// returns, all of it is on the disk; when anything throws, nothing of it is. It may read through
  /// the store too.
  virtual void change(std::string_view name, const std::function<void(Change&)>& write) = 0;

  /// The row of that id, or nothing. A damaged one throws Error{store}.
  virtual std::optional<Row> find(TableId table, std::int64_t id) = 0;

  /// Gives the rows one by one, by (at, id), until `take` returns false. No lock is held while
  /// `take` runs, so it may print, ask, or write. Damaged rows are left out and remembered in
  /// damaged().
  virtual void each(TableId table, const RowQuery& query,
                    const std::function<bool(Row&&)>& take) = 0;

  /// Gives the heads of all rows, in any order, many times faster than each(): digests are not
  /// checked. A long table is read in parts at the same time, each by the taker that `begin_part`
  /// returned for it; the takers are made one after the other, before anything is read. A row
  /// without a head is left out and remembered in damaged(). Takers must not use the store.
  virtual void each_head(TableId table, const std::function<HeadTaker()>& begin_part) = 0;

  /// The same as each() without the payload, which a sealed journal can give without its key: then
  /// an instant is that of its day alone, whether an entry is in the trash and what a revision
  /// belongs to are not told, and a contact that broke nothing has one day. Digests are not
  /// checked.
  virtual void each_in_clear(TableId table, const RowQuery& query,
                             const std::function<bool(Row&&)>& take) = 0;

  /// Gives the entries outside the trash in which the query is found, in that order, until `take`
  /// returns false; each() says the rest. An empty query finds all. The newest come without all
  /// that is found being looked at.
  virtual void each_found(const SearchQuery& query, SearchOrder order,
                          const std::function<bool(Row&&)>& take) = 0;

  /// The days of every contact that broke the silence, by day, without the key. Digests are not
  /// checked.
  virtual std::vector<DaySpan> breaks() = 0;

  virtual std::int64_t count(TableId table) = 0;

  /// The changes that can be taken back, or were, newest first. Needs no key.
  virtual std::vector<LoggedChange> changes() = 0;

  /// When the oldest remembered change after `since` was made, or nothing.
  virtual std::optional<Instant> first_change_after(Instant since) = 0;

  /// Takes back the change of that number, as a change of its own named "undo" with the same
  /// promise. Needs no key. Throws Error{not_found} when it is not remembered, Error{refused} when
  /// it was taken back already or a row has changed since: then nothing is taken back.
  virtual void take_back(std::int64_t change_id) = 0;

  /// Whether anything was written through this store, a change that was taken back included.
  virtual bool has_written() const = 0;

  /// Rows that were left out so far, each once.
  virtual const std::vector<DamagedRow>& damaged() const = 0;

  /// The lock as it stood when the journal was opened or last changed, or nothing when its rows lie
  /// in clear. Under a lock everything that reads private parts throws Error{locked} until
  /// unlock().
  virtual std::optional<KeyRecord> lock() const = 0;
  /// Lets private parts be read. Throws Error{locked} for the key of another lock.
  virtual void unlock(const SecretKey& key) = 0;
  /// The key that this journal is known to have: any other, or none, stops every change with
  /// Error{locked}. With nothing, it may have any.
  virtual void expect_key(const std::optional<PublicKey>& known) = 0;
  /// Seals every row to the lock, or with nothing lays every row in clear, in one transaction in
  /// which each row is read back; then vacuums, so that nothing of the former form stays in the
  /// file, and reads all of it again. Under the same key only the record is replaced. Needs the
  /// key of the present lock. Throws Error{store}, and then nothing has changed, when a row is
  /// damaged.
  virtual void relock(const std::optional<KeyRecord>& lock, const SecretKey& key) = 0;
};

}  // namespace lull
