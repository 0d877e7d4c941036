#include "search_sql.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <exception>
#include <string_view>
#include <variant>

#include "lull/base/utf8.hpp"

namespace lull {
namespace {

std::string_view text_of(sqlite3_value* value) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

// lull_holds(text, is_beginning, folded term). Nothing may be thrown through SQLite.
void holds(sqlite3_context* context, int, sqlite3_value** values) {
  try {
    const bool beginning = sqlite3_value_int(values[1]) != 0;
    const SearchTerm term{beginning ? TermKind::beginning : TermKind::piece,
                          std::string(text_of(values[2]))};
    sqlite3_result_int(context, holds_term(term, fold(text_of(values[0]))) ? 1 : 0);
  } catch (const std::exception&) {
    sqlite3_result_error_nomem(context);
  }
}

// A statement that grows together with the values for its holes.
struct Sql {
  std::string text;
  std::vector<std::variant<std::string, std::int64_t>> values;

  void add(std::string_view more) { text += more; }
  template <class... Values>
  void add(std::string_view more, Values... next) {
    text += more;
    (values.emplace_back(std::move(next)), ...);
  }
};

std::string join_words(const std::vector<SearchTerm>& terms, std::string_view between) {
  std::string joined;
  for (const SearchTerm& term : terms) {
    if (term.kind != TermKind::words) continue;
    if (!joined.empty()) joined += between;
    joined += quote_for_index(term.text);
  }
  return joined;
}

void add_scans(Sql& sql, const std::vector<SearchTerm>& terms, bool wanted) {
  for (const SearchTerm& term : terms) {
    if (term.kind == TermKind::words) continue;
    sql.add(wanted ? " AND " : " AND NOT ");
    sql.add("lull_holds((SELECT t.text FROM entry_text t WHERE t.id = e.id), ");
    sql.add(term.kind == TermKind::beginning ? "1, ?)" : "0, ?)", term.text);
  }
}

std::string_view order_clause(SearchOrder order, bool has_rank) {
  if (order == SearchOrder::oldest_first) return " ORDER BY e.at, e.id";
  if (order == SearchOrder::best_first && has_rank) {
    return " ORDER BY s.rank, e.at DESC, e.id DESC";
  }
  return " ORDER BY e.at DESC, e.id DESC";
}

void add_bounds(Sql& sql, const SearchBounds& bounds, bool has_words) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  const SearchPlace& before = bounds.before;
  if (before.at != kMost) sql.add(" AND (e.at, e.id) < (?, ?)", before.at, before.id);
  if (!bounds.has_end) return;
  sql.add(" AND (e.at, e.id) >= (?, ?)", bounds.oldest.at, bounds.oldest.id);
  if (has_words) sql.add(" AND s.rowid BETWEEN ? AND ?", bounds.least_id, bounds.most_id);
}

Sql sql_of(const SearchQuery& query, SearchOrder order, const SearchBounds& bounds) {
  const std::string wanted = words_for_index(query);
  const std::string unwanted = join_words(query.unwanted, " OR ");
  Sql sql;
  // CROSS, so that the index is always asked first.
  sql.add(wanted.empty() ? "SELECT e.id FROM entry e"
                         : "SELECT e.id FROM entry_search s CROSS JOIN entry e ON e.id = s.rowid");
  sql.add(" WHERE e.trashed_on IS NULL");
  if (!wanted.empty()) sql.add(" AND s.entry_search MATCH ?", wanted);
  add_bounds(sql, bounds, !wanted.empty());
  if (!unwanted.empty()) {
    sql.add(" AND e.id NOT IN (SELECT rowid FROM entry_search WHERE entry_search MATCH ?)",
            unwanted);
  }
  add_scans(sql, query.wanted, true);
  add_scans(sql, query.unwanted, false);
  sql.add(order_clause(order, !wanted.empty()));
  return sql;
}

}  // namespace

void add_search_function(SQLite::Database& database) {
  sqlite3_create_function_v2(database.getHandle(), "lull_holds", 3,
                             SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr, holds,
                             nullptr, nullptr, nullptr);
}

std::vector<std::int64_t> run_search(SQLite::Database& database, const SearchQuery& query,
                                     SearchOrder order, const SearchBounds& bounds) {
  const Sql sql = sql_of(query, order, bounds);
  SQLite::Statement statement(database, sql.text);
  int hole = 0;
  for (const auto& value : sql.values) {
    std::visit([&](const auto& known) { statement.bind(++hole, known); }, value);
  }
  std::vector<std::int64_t> ids;
  while (statement.executeStep()) ids.push_back(statement.getColumn(0).getInt64());
  return ids;
}

std::string words_for_index(const SearchQuery& query) { return join_words(query.wanted, " AND "); }

std::string quote_for_index(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += c;
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace lull
