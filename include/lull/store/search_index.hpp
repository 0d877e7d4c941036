#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "lull/base/instant.hpp"
#include "lull/model/search_query.hpp"

namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

namespace lull {

/// The same index and the same query as in the journal's file, in memory: for a sealed journal,
/// which has no index on the disk. Every call throws Error{io} when there is no memory.
class SearchIndex {
 public:
  SearchIndex();
  ~SearchIndex();
  SearchIndex(const SearchIndex&) = delete;
  SearchIndex& operator=(const SearchIndex&) = delete;

  /// Takes in an entry. One in the trash is never found, but counts for how rare a word is.
  void add(std::int64_t id, Instant at, const std::string& text, bool trashed = false);
  std::vector<std::int64_t> search(const SearchQuery& query, SearchOrder order);

 private:
  std::unique_ptr<SQLite::Database> database_;
  std::unique_ptr<SQLite::Statement> entry_, content_, words_;
};

/// Finds where in a text the wanted terms of a query stand, by the words that the index would hold
/// of it.
class SearchMarker {
 public:
  explicit SearchMarker(const SearchQuery& query);
  ~SearchMarker();
  SearchMarker(const SearchMarker&) = delete;
  SearchMarker& operator=(const SearchMarker&) = delete;

  /// In order, none touching another. The text must be valid UTF-8.
  std::vector<TextSpan> spans_in(const std::string& text);

 private:
  void add_words(const std::string& text, std::vector<TextSpan>& spans);

  class Tokenizer;
  std::unique_ptr<Tokenizer> tokenizer_;
  std::vector<std::vector<std::string>> phrases_;  ///< as the index holds their words
  std::vector<SearchTerm> scanned_;
};

}  // namespace lull
