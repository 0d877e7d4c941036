#pragma once

#include "lull/base/error.hpp"
#include "lull/store/store.hpp"

namespace lull::test {

/// A store whose nth call fails, counted from 1, and every later one too when `for_good`. What
/// reached the store before the failure stays with the real one.
class FailingStore : public Store {
 public:
  FailingStore(Store& real, int fails_at, Error error, bool for_good = false)
      : real_(real), left_(fails_at), error_(std::move(error)), for_good_(for_good) {}

  void change(std::string_view name, const std::function<void(Change&)>& write) override {
    count_call();
    real_.change(name, write);
  }
  std::optional<Row> find(TableId table, std::int64_t id) override {
    count_call();
    return real_.find(table, id);
  }
  void each(TableId table, const RowQuery& query, const std::function<bool(Row&&)>& take) override {
    count_call();
    real_.each(table, query, take);
  }
  void each_head(TableId table, const std::function<HeadTaker()>& begin_part) override {
    count_call();
    real_.each_head(table, begin_part);
  }
  void each_in_clear(TableId table, const RowQuery& query,
                     const std::function<bool(Row&&)>& take) override {
    count_call();
    real_.each_in_clear(table, query, take);
  }
  void each_found(const SearchQuery& query, SearchOrder order,
                  const std::function<bool(Row&&)>& take) override {
    count_call();
    real_.each_found(query, order, take);
  }
  std::vector<DaySpan> breaks() override {
    count_call();
    return real_.breaks();
  }
  std::int64_t count(TableId table) override {
    count_call();
    return real_.count(table);
  }
  std::vector<LoggedChange> changes() override {
    count_call();
    return real_.changes();
  }
  std::optional<Instant> first_change_after(Instant since) override {
    count_call();
    return real_.first_change_after(since);
  }
  void take_back(std::int64_t change_id) override {
    count_call();
    real_.take_back(change_id);
  }
  bool has_written() const override { return real_.has_written(); }
  const std::vector<DamagedRow>& damaged() const override { return real_.damaged(); }

  std::optional<KeyRecord> lock() const override { return real_.lock(); }
  void unlock(const SecretKey& key) override {
    count_call();
    real_.unlock(key);
  }
  void expect_key(const std::optional<PublicKey>& known) override { real_.expect_key(known); }
  void relock(const std::optional<KeyRecord>& lock, const SecretKey& key) override {
    count_call();
    real_.relock(lock, key);
  }

  bool has_failed() const { return failed_; }

 private:
  void count_call() {
    --left_;
    if (left_ == 0 || (left_ < 0 && for_good_)) {
      failed_ = true;
      throw error_;
    }
  }

  Store& real_;
  int left_;
  Error error_;
  bool for_good_;
  bool failed_ = false;
};

}  // namespace lull::test
