#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lull/base/instant.hpp"
#include "lull/store/row.hpp"
#include "lull/store/vault.hpp"

namespace lull {

/// How the rows of one table came out.
struct TableHealth {
  TableId table{};
  std::int64_t rows = 0;               ///< vouched for: read, or by their digests where sealed
  std::vector<std::int64_t> damaged;   ///< ids whose digest or form doesn't agree
  std::vector<std::int64_t> unopened;  ///< ids of sealed rows that the key doesn't open
  bool is_cut_short = false;           ///< the file is broken before the table's end
};

/// What a journal's file looks like to SQLite and to our digests.
struct Examination {
  std::int32_t version = 0;          ///< of the schema
  bool was_interrupted = false;      ///< a write had been cut short and was taken back just now
  std::vector<std::string> missing;  ///< tables, indexes and triggers that ours has
  std::vector<std::string> foreign;  ///< ones that ours doesn't have, or has otherwise
  std::vector<std::string> faults;   ///< what SQLite's integrity check says, at most 20
  std::int64_t broken_references = 0;
  std::vector<TableHealth> tables;
  std::int64_t entries = 0;             ///< outside the trash, which a sealed journal doesn't tell
  std::optional<DaySpan> entries_from;  ///< the days they are about
  std::vector<std::int64_t> orphans;    ///< revisions whose entry is gone
  bool index_agrees = true;             ///< the index of words holds what the entries hold
  bool is_locked = false;               ///< rows are sealed, and no key was given
  std::optional<Instant> newest;        ///< the latest moment that any row is about

  /// Whether words are in danger.
  bool is_damaged() const;
};

/// Looks through the whole file, of this version or an older one, in memory and without writing.
/// Sealed rows are opened with the key; without it their digests alone are looked at. Throws Error
/// as open_store does, but not for permissions.
Examination examine_store(const std::filesystem::path& path, const SecretKey& key = nullptr);

/// Mends what can be mended without touching anybody's words: the index of words, SQLite's own
/// indexes, revisions without an entry. In one transaction. Throws Error.
void mend_store(const std::filesystem::path& path, const Examination& found);

}  // namespace lull
