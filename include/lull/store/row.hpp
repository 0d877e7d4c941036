#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lull/base/calendar.hpp"
#include "lull/base/instant.hpp"
#include "lull/model/uid.hpp"

namespace lull {

/// The tables that hold what a person told lull. All have the same shape; see TableShape.
enum class TableId {
  period,
  entry,
  contact,
  revision,
  urge,
  verdict,
  want,
  decision,
  talk,
  checkin,
};

/// What sets one table apart: its name, and the few columns besides the common ones that stay in
/// clear.
struct TableShape {
  TableId table{};
  std::string_view name;
  std::vector<std::string_view> marks;  ///< names of the clear columns, all integers, may be null
};

const TableShape& shape_of(TableId table);
std::span<const TableId> all_tables();

/// The clear columns of a row, in the order of its table's shape. A vector of at most a few that
/// needs no memory of its own, since a journal is read by the hundred thousand rows.
class Marks {
 public:
  using Mark = std::optional<std::int64_t>;
  static constexpr std::size_t kMost = 4;

  Marks() = default;
  /// Throws std::out_of_range for more than kMost, as do the others.
  Marks(std::initializer_list<Mark> marks) {
    for (const Mark& mark : marks) push_back(mark);
  }

  void push_back(const Mark& mark) { marks_.at(size_++) = mark; }
  /// Those that are new hold nothing.
  void resize(std::size_t size) {
    for (; size_ < size; ++size_) marks_.at(size_).reset();
    size_ = size;
  }
  std::size_t size() const { return size_; }
  Mark& at(std::size_t place) { return marks_.at(place < size_ ? place : kMost); }
  const Mark& at(std::size_t place) const { return marks_.at(place < size_ ? place : kMost); }
  Mark& operator[](std::size_t place) { return marks_[place]; }
  const Mark& operator[](std::size_t place) const { return marks_[place]; }
  Mark* begin() { return marks_.data(); }
  Mark* end() { return marks_.data() + size_; }
  const Mark* begin() const { return marks_.data(); }
  const Mark* end() const { return marks_.data() + size_; }

  friend bool operator==(const Marks& one, const Marks& other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end());
  }

 private:
  std::array<Mark, kMost> marks_{};
  std::size_t size_ = 0;
};

/// One row as it is stored: little in clear, everything private in `payload`.
struct Row {
  std::int64_t id = 0;  ///< 0 for "give me the next one"
  Uid uid;              ///< not set for "draw one"
  Instant at;
  Day day;
  Marks marks;
  std::string payload;
};

/// Which rows, in which order. Bounds are by `at`, `from` included and `before` not.
struct RowQuery {
  std::optional<Instant> from;
  std::optional<Instant> before;
  bool newest_first = false;
};

/// What stands before the text of a row.
struct RowHead {
  std::int64_t id = 0;
  Instant at;
  Marks marks;
  std::string_view fields;  ///< the payload up to its empty line, that included
};

/// What becomes of one head after the other; the head is there only until it returns.
using HeadTaker = std::function<void(const RowHead&)>;

/// A row that could not be read as it was written.
struct DamagedRow {
  TableId table{};
  std::int64_t id = 0;
};

}  // namespace lull
