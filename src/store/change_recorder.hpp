#pragma once

#include <SQLiteCpp/Database.h>

#include <memory>
#include <string>
#include <vector>

#include "lull/store/change_log.hpp"

struct sqlite3_session;

namespace lull {

/// A row that a change added, with what tells later whether it is still as it was added.
struct AddedRow {
  TableId table{};
  std::int64_t id = 0;
  std::string fingerprint;  ///< 32 hexadecimal digits
};

/// 32 hexadecimal digits that differ when any column of the row does.
std::string fingerprint_of(const Row& row, std::string_view payload, std::string_view digest);

/// Watches one change go by and gathers what would take it back. Rows that get their number from
/// the table are only named; the session extension, which costs thousands of instructions to start,
/// watches from the first other call on.
class ChangeRecorder {
 public:
  explicit ChangeRecorder(SQLite::Database& database);
  ~ChangeRecorder();
  ChangeRecorder(const ChangeRecorder&) = delete;
  ChangeRecorder& operator=(const ChangeRecorder&) = delete;

  /// Before a statement that changes or removes rows, or adds one under a given number.
  void watch();
  /// Before a statement whose row will be named to added().
  void look_away();

  void added(AddedRow row);
  void touched(TableId table, RowAction action, std::int64_t id, Day day);
  void touched(std::vector<TouchedRows> rows) { touched_ = std::move(rows); }

  /// Ends the watching: after it the three below are whole.
  void finish();
  const std::vector<AddedRow>& added_rows() const { return added_; }
  const std::vector<TouchedRows>& touched_rows() const { return touched_; }
  /// Inverse changesets, to be applied last one first, before the added rows are removed.
  const std::vector<std::string>& inverses() const { return inverses_; }

 private:
  struct CloseSession {
    void operator()(sqlite3_session* session) const;
  };

  void start();
  void take_part();

  SQLite::Database& database_;
  std::unique_ptr<sqlite3_session, CloseSession> session_;
  std::vector<AddedRow> added_;
  std::vector<TouchedRows> touched_;
  std::vector<std::string> inverses_;
};

/// Applies an inverse changeset to the tables of a person's data. False when a row is not as the
/// changeset expects it: then none of it was applied.
bool apply_inverse(SQLite::Database& database, const std::string& inverse);

}  // namespace lull
