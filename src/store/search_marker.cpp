#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>

#include "connection.hpp"
#include "lull/base/error.hpp"
#include "lull/store/search_index.hpp"
#include "row_statement.hpp"

namespace lull {
namespace {

// The index keeps no more of a word.
constexpr int kLongestToken = 32'768;

// The index's own way of taking a text apart, without an index: SQLite lends it to who asks a
// connection for it, as its documentation of FTS5 says under "Extending FTS5".
fts5_api* api_of(SQLite::Database& database) {
  fts5_api* api = nullptr;
  RowStatement statement(database, "SELECT fts5(?)");
  statement.bind_pointer(1, static_cast<void*>(&api), "fts5_api_ptr");
  statement.step();
  if (api == nullptr) throw Error(ErrorKind::internal, "could not search: SQLite has no FTS5");
  return api;
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

/// Takes a text apart into what the index holds of it.
class SearchMarker::Tokenizer {
 public:
  struct Token {
    std::string text;
    TextSpan span;
  };

  // The tokenizer must be the one of the journal's own index.
  Tokenizer() : database_(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
    fts5_api* const api = api_of(database_);
    void* context = nullptr;
    std::array<const char*, 3> words{"unicode61", "remove_diacritics", "2"};
    if (api->xFindTokenizer(api, "porter", &context, &methods_) != SQLITE_OK ||
        methods_.xCreate(context, words.data(), static_cast<int>(words.size()), &tokenizer_) !=
            SQLITE_OK) {
      throw Error(ErrorKind::internal, "could not search: SQLite cannot take words apart");
    }
  }
  ~Tokenizer() { methods_.xDelete(tokenizer_); }
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;

  std::vector<Token> tokens_of(const std::string& text) {
    std::vector<Token> tokens;
    if (methods_.xTokenize(tokenizer_, &tokens, FTS5_TOKENIZE_DOCUMENT, text.data(),
                           static_cast<int>(text.size()), add_token) != SQLITE_OK) {
      throw Error(ErrorKind::io, "could not search the journal: there is not enough memory");
    }
    return tokens;
  }

 private:
  // Nothing may be thrown through SQLite.
  static int add_token(void* tokens, int, const char* text, int size, int begin, int end) {
    try {
      static_cast<std::vector<Token>*>(tokens)->push_back(
          {std::string(text, static_cast<std::size_t>(std::min(size, kLongestToken))),
           {static_cast<std::size_t>(begin), static_cast<std::size_t>(end)}});
      return SQLITE_OK;
    } catch (const std::exception&) {
      return SQLITE_NOMEM;
    }
  }

  SQLite::Database database_;
  fts5_tokenizer methods_{};
  Fts5Tokenizer* tokenizer_ = nullptr;
};

SearchMarker::SearchMarker(const SearchQuery& query) {
  for (const SearchTerm& term : query.wanted) {
    if (term.kind != TermKind::words) {
      scanned_.push_back(term);
      continue;
    }
    if (!tokenizer_) {
      tokenizer_ = translating("search the journal", [] { return std::make_unique<Tokenizer>(); });
    }
    std::vector<std::string> phrase;
    for (Tokenizer::Token& token : tokenizer_->tokens_of(term.text)) {
      phrase.push_back(std::move(token.text));
    }
    if (!phrase.empty()) phrases_.push_back(std::move(phrase));
  }
}

SearchMarker::~SearchMarker() = default;

void SearchMarker::add_words(const std::string& text, std::vector<TextSpan>& spans) {
  const std::vector<Tokenizer::Token> tokens = tokenizer_->tokens_of(text);
  const auto agrees = [](const Tokenizer::Token& token, const std::string& wanted) {
    return token.text == wanted;
  };
  for (const std::vector<std::string>& phrase : phrases_) {
    for (auto at = tokens.begin();; ++at) {
      at = std::search(at, tokens.end(), phrase.begin(), phrase.end(), agrees);
      if (at == tokens.end()) break;
      const auto last = at + static_cast<std::ptrdiff_t>(phrase.size()) - 1;
      spans.push_back({at->span.begin, last->span.end});
    }
  }
}

std::vector<TextSpan> SearchMarker::spans_in(const std::string& text) {
  std::vector<TextSpan> spans;
  if (!phrases_.empty()) add_words(text, spans);
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
