#include "lull/store/search_index.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include "connection.hpp"
#include "search_sql.hpp"

namespace lull {
namespace {

// The tokenizer must be the one of the journal's own index.
constexpr const char* kTables = R"sql(
CREATE TABLE entry(id INTEGER PRIMARY KEY, at INTEGER NOT NULL, trashed_on INTEGER);
CREATE TABLE entry_text(id INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE VIRTUAL TABLE entry_search USING fts5(
  text, content='entry_text', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2');
)sql";

constexpr const char* kAddContent = "INSERT INTO entry_text(id, text) VALUES(?, ?)";
constexpr const char* kAddWords = "INSERT INTO entry_search(rowid, text) VALUES(?, ?)";

std::unique_ptr<SQLite::Database> open_index() {
  return translating("search the journal", [] {
    auto database = std::make_unique<SQLite::Database>(
        open_connection(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE));
    database->exec(kTables);
    add_search_function(*database);
    return database;
  });
}

void add_text(SQLite::Statement& statement, std::int64_t id, const std::string& text) {
  statement.bind(1, id);
  statement.bind(2, text);
  statement.exec();
  statement.reset();
}

}  // namespace

// One transaction that is never ended: without it every entry would be one of its own.
SearchIndex::SearchIndex() : database_(open_index()) {
  translating("search the journal", [&] {
    database_->exec("BEGIN");
    const auto prepare = [&](const char* sql) {
      return std::make_unique<SQLite::Statement>(*database_, sql);
    };
    entry_ = prepare("INSERT INTO entry(id, at, trashed_on) VALUES(?, ?, ?)");
    content_ = prepare(kAddContent);
    words_ = prepare(kAddWords);
  });
}
SearchIndex::~SearchIndex() = default;

void SearchIndex::add(std::int64_t id, Instant at, const std::string& text, bool trashed) {
  translating("search the journal", [&] {
    entry_->bind(1, id);
    entry_->bind(2, at.seconds);
    if (trashed) {
      entry_->bind(3, 1);
    } else {
      entry_->bind(3);
    }
    entry_->exec();
    entry_->reset();
    add_text(*content_, id, text);
    add_text(*words_, id, text);
  });
}

std::vector<std::int64_t> SearchIndex::search(const SearchQuery& query, SearchOrder order) {
  return translating("search the journal", [&] { return run_search(*database_, query, order); });
}

}  // namespace lull
