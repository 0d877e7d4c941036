#include "lull/store/search_index.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>

#include "connection.hpp"
#include "search_sql.hpp"

namespace lull {
namespace {

// The tokenizer must be the one of the journal's own index. An index without content would do for
// searching, but not for marking.
constexpr const char* kTables = R"sql(
CREATE TABLE entry(id INTEGER PRIMARY KEY, at INTEGER NOT NULL, trashed_on INTEGER);
CREATE TABLE entry_text(id INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE VIRTUAL TABLE entry_search USING fts5(
  text, content='entry_text', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2');
)sql";

constexpr const char* kAddContent = "INSERT INTO entry_text(id, text) VALUES(?, ?)";
constexpr const char* kAddWords = "INSERT INTO entry_search(rowid, text) VALUES(?, ?)";

// Bytes that no valid UTF-8 holds, so that a mark is never taken for text.
constexpr char kOpen = '\xFE';
constexpr char kClose = '\xFF';

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

void add_text(SQLite::Database& database, std::int64_t id, const std::string& text) {
  SQLite::Statement content(database, kAddContent);
  add_text(content, id, text);
  SQLite::Statement words(database, kAddWords);
  add_text(words, id, text);
}

std::string highlighted(SQLite::Database& database, const std::string& words) {
  SQLite::Statement statement(database,
                              "SELECT highlight(entry_search, 0, ?, ?) FROM entry_search "
                              "WHERE entry_search MATCH ?");
  statement.bind(1, std::string(1, kOpen));
  statement.bind(2, std::string(1, kClose));
  statement.bind(3, words);
  return statement.executeStep() ? statement.getColumn(0).getString() : std::string();
}

std::vector<TextSpan> merged(std::vector<TextSpan> spans) {
  std::sort(spans.begin(), spans.end(),
            [](const TextSpan& left, const TextSpan& right) { return left.begin < right.begin; });
  std::vector<TextSpan> result;
  for (const TextSpan& span : spans) {
    if (span.begin == span.end) continue;
    if (result.empty() || span.begin > result.back().end) {
      result.push_back(span);
    } else {
      result.back().end = std::max(result.back().end, span.end);
    }
  }
  return result;
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

SearchMarker::SearchMarker(const SearchQuery& query) {
  for (const SearchTerm& term : query.wanted) {
    if (term.kind != TermKind::words) {
      scanned_.push_back(term);
    } else {
      words_ += (words_.empty() ? "" : " OR ") + quote_for_index(term.text);
    }
  }
  if (!words_.empty()) database_ = open_index();
}

SearchMarker::~SearchMarker() = default;

void SearchMarker::add_words(const std::string& text, std::vector<TextSpan>& spans) {
  const std::string marked = translating("search the journal", [&] {
    database_->exec(
        "DELETE FROM entry_text; INSERT INTO entry_search(entry_search) "
        "VALUES('rebuild');");
    add_text(*database_, 1, text);
    return highlighted(*database_, words_);
  });
  std::size_t place = 0;
  for (const char c : marked) {
    if (c == kOpen) {
      spans.push_back({place, place});
    } else if (c == kClose) {
      spans.back().end = place;
    } else {
      ++place;
    }
  }
}

std::vector<TextSpan> SearchMarker::spans_in(const std::string& text) {
  std::vector<TextSpan> spans;
  if (!words_.empty()) add_words(text, spans);
  if (!scanned_.empty()) {
    const FoldedText folded(text);
    for (const SearchTerm& term : scanned_) {
      for (const TextSpan& span : find_term(term, folded.folded())) {
        spans.push_back(folded.origin_of(span));
      }
    }
  }
  return merged(std::move(spans));
}

}  // namespace lull
