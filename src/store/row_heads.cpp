// Reading what stands before the text of every row, for counts of tags: in the order of the file,
// with nothing allocated for a row, and a long table by several connections at once.
#include "row_heads.hpp"

#include <fmt/format.h>

#include <deque>
#include <limits>
#include <optional>
#include <vector>

#include "connection.hpp"
#include "fields.hpp"
#include "lull/base/parts.hpp"
#include "lull/store/records.hpp"
#include "read_transaction.hpp"
#include "reader_beside.hpp"
#include "row_statement.hpp"
#include "sqlite_store.hpp"

namespace lull {
namespace {

// Under so many a second thread costs more than it saves.
constexpr std::int64_t kFewHeads = 4096;

Marks marks_at(const RowStatement& row, int column, std::size_t count) {
  Marks marks;
  for (; count > 0; --count, ++column) {
    marks.push_back(row.is_null(column) ? Marks::Mark() : row.number(column));
  }
  return marks;
}

// The rows of one thread: those of numbers behind `after`, up to `to`.
struct HeadPart {
  SQLite::Database* database;
  HeadTaker take;
  std::int64_t after = std::numeric_limits<std::int64_t>::min();
  std::int64_t to = std::numeric_limits<std::int64_t>::max();
  std::vector<std::int64_t> without_head{};
};

std::int64_t last_id(SQLite::Database& database, TableId table) {
  RowStatement statement(database, fmt::format("SELECT max(id) FROM {}", shape_of(table).name));
  return statement.step() ? statement.number(0) : 0;
}

// Gives each part as many numbers up to `last` as any other.
void share_out(std::int64_t last, std::vector<HeadPart>& parts) {
  const std::int64_t share = last / static_cast<std::int64_t>(parts.size());
  for (std::size_t i = 1; i < parts.size(); ++i)
    parts[i].after = parts[i - 1].to = share * static_cast<std::int64_t>(i);
}

void read_heads(TableId table, HeadPart& part) {
  const TableShape& shape = shape_of(table);
  std::string columns = "id, at";
  for (const std::string_view mark : shape.marks) columns.append(", ").append(mark);
  RowStatement row(*part.database,
                   fmt::format("SELECT {}, payload FROM {} WHERE id > ? AND id <= ? ORDER BY id",
                               columns, shape.name));
  row.bind(1, part.after);
  row.bind(2, part.to);
  while (row.step()) {
    const std::int64_t id = row.number(0);
    const std::string_view head = head_of(row.bytes(static_cast<int>(shape.marks.size()) + 2));
    if (head.empty()) {
      part.without_head.push_back(id);
    } else {
      part.take({id, Instant{row.number(1)}, marks_at(row, 2, shape.marks.size()), head});
    }
  }
}

}  // namespace

std::string_view head_of(std::string_view payload) {
  if (payload.starts_with('\n')) return payload.substr(0, 1);
  const std::size_t end = payload.find("\n\n");
  return end == std::string_view::npos ? std::string_view() : payload.substr(0, end + 2);
}

void SqliteStore::each_head(TableId table, const std::function<HeadTaker()>& begin_part) {
  codec_.require_open();
  if (codec_.seals()) {
    const HeadTaker take = begin_part();
    return walk_sealed(table, {}, Columns::heads, [&](Row&& row) {
      take({row.id, row.at, row.marks, row.payload});
      return true;
    });
  }
  translating("read the journal", [&] {
    // Held until all parts are read: what other connections see can't change before.
    const ReadTransaction transaction(database_);
    std::deque<SQLite::Database> others;
    std::vector<HeadPart> parts{{&database_, begin_part()}};
    const std::int64_t last = last_id(database_, table);
    while (last >= kFewHeads && parts.size() < most_parts()) {
      std::optional<SQLite::Database> other = open_beside(database_);
      if (!other) break;
      others.push_back(std::move(*other));
      parts.push_back({&others.back(), begin_part()});
    }
    share_out(last, parts);
    in_parts(parts.size(), 2, [&](std::size_t begin, std::size_t end) {
      for (; begin < end; ++begin) read_heads(table, parts[begin]);
    });
    for (const HeadPart& part : parts) {
      for (const std::int64_t id : part.without_head) remember_damaged(table, id);
    }
  });
}

void each_tag(std::string_view fields, const std::function<void(std::string_view)>& take) {
  constexpr std::string_view kKey = "tag ";
  // No tag has a backslash; what was imported might, and then it is written in two signs.
  if (fields.find('\\') != std::string_view::npos) {
    for (const std::string& tag : FieldReader(fields).texts("tag")) take(tag);
    return;
  }
  while (!fields.empty()) {
    const std::size_t end = std::min(fields.find('\n'), fields.size() - 1);
    const std::string_view line = fields.substr(0, end);
    fields.remove_prefix(end + 1);
    if (line.starts_with(kKey)) take(line.substr(kKey.size()));
  }
}

}  // namespace lull
