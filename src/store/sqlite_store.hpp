#pragma once

#include <SQLiteCpp/Database.h>

#include "lull/store/sqlite_store.hpp"
#include "payload_codec.hpp"

namespace SQLite {
class Statement;
}

namespace lull {

/// How many bytes of rows are read at a time, at most.
inline constexpr std::size_t kPieceBytes = std::size_t{256} * 1024;

/// The store on real SQLite, on a file or in memory. The connection it is given has its schema
/// already.
class SqliteStore : public Store {
 public:
  /// Without a clock the machine's is used.
  explicit SqliteStore(SQLite::Database database, const Clock* clock = nullptr);

  void change(std::string_view name, const std::function<void(Change&)>& write) override;
  std::optional<Row> find(TableId table, std::int64_t id) override;
  void each(TableId table, const RowQuery& query, const std::function<bool(Row&&)>& take) override;
  void each_head(TableId table, const std::function<HeadTaker()>& begin_part) override;
  void each_in_clear(TableId table, const RowQuery& query,
                     const std::function<bool(Row&&)>& take) override;
  void each_found(const SearchQuery& query, SearchOrder order,
                  const std::function<bool(Row&&)>& take) override;
  std::vector<DaySpan> breaks() override;
  std::int64_t count(TableId table) override;
  std::vector<LoggedChange> changes() override;
  std::optional<Instant> first_change_after(Instant since) override;
  void take_back(std::int64_t change_id) override;
  bool has_written() const override { return has_written_; }
  const std::vector<DamagedRow>& damaged() const override { return damaged_; }
  std::optional<KeyRecord> lock() const override { return lock_; }
  void unlock(const SecretKey& key) override;
  void expect_key(const std::optional<PublicKey>& known) override { known_key_ = known; }
  void relock(const std::optional<KeyRecord>& lock, const SecretKey& key) override;
  /// The ids of rows whose digest doesn't agree, sealed or not, without the key.
  std::vector<std::int64_t> with_other_digest(TableId table);

 private:
  enum class Columns { clear, heads, all };

  /// Where a walk through a table stands: the last row seen, and the bounds.
  struct Cursor {
    std::int64_t at;
    std::int64_t id;
    std::int64_t from;
    std::int64_t before;
    bool newest_first;
    std::size_t piece_bytes;  ///< of the next piece
  };

  static Cursor start_of(const RowQuery& query);
  std::optional<Row> read_row(const RowStatement& statement, TableId table) const;
  void open_rows(TableId table, std::vector<StoredRow> stored, std::vector<Row>& rows);
  bool read_piece(TableId table, Cursor& cursor, Columns columns, std::vector<Row>& piece);
  void walk(TableId table, const RowQuery& query, Columns columns,
            const std::function<bool(Row&&)>& take);
  void walk_sealed(TableId table, const RowQuery& query, Columns columns,
                   const std::function<bool(Row&&)>& take);
  std::vector<std::int64_t> search_sealed(const SearchQuery& query, SearchOrder order);
  std::vector<Row> read_found(const std::vector<std::int64_t>& ids, std::size_t& at,
                              std::size_t most);
  bool give_found(const std::vector<std::int64_t>& ids, const std::function<bool(Row&&)>& take);
  Instant now() const { return clock_ != nullptr ? clock_->now() : system_clock_.now(); }
  Instant log_time() const;
  void remember_damaged(TableId table, std::int64_t id);
  void load_lock();
  void require_known_key() const;
  void relock_rows(const std::optional<KeyRecord>& lock, const PayloadCodec& next);
  void read_all_back();

  SQLite::Database database_;
  SystemClock system_clock_;
  const Clock* clock_;  ///< null for the machine's
  std::optional<KeyRecord> lock_;
  std::optional<PublicKey> known_key_;
  SecretKey key_;
  PayloadCodec codec_;  ///< of lock_ and key_
  std::vector<DamagedRow> damaged_;
  bool has_written_ = false;
};

}  // namespace lull
