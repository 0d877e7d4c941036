#include "lull/model/search_query.hpp"

#include <optional>

#include "lull/base/utf8.hpp"

namespace lull {
namespace {

bool is_space(char c) { return static_cast<unsigned char>(c) <= ' '; }

// One term as it was typed, before it is known how to look for it.
struct TypedTerm {
  std::string text;
  bool unwanted = false;
  bool quoted = false;
};

class Typed {
 public:
  explicit Typed(std::string_view text) : rest_(text) {}

  std::optional<TypedTerm> next() {
    skip_spaces();
    if (rest_.empty()) return std::nullopt;
    TypedTerm term;
    term.unwanted = rest_.front() == '-';
    if (term.unwanted) rest_.remove_prefix(1);
    term.quoted = !rest_.empty() && rest_.front() == '"';
    if (term.quoted) rest_.remove_prefix(1);
    std::size_t end = 0;
    while (end < rest_.size() && rest_[end] != '"' && (term.quoted || !is_space(rest_[end]))) ++end;
    term.text = rest_.substr(0, end);
    rest_.remove_prefix(end);
    if (term.quoted && !rest_.empty()) rest_.remove_prefix(1);
    return term;
  }

 private:
  void skip_spaces() {
    while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
  }

  std::string_view rest_;
};

std::string without_bad_bytes(std::string_view typed) {
  std::string text(typed);
  while (const auto bad = find_invalid_utf8(text)) text[*bad] = ' ';
  return text;
}

// Where a phrase was broken over lines, or typed with wide spaces, folding makes them plain.
std::string trimmed(const std::string& text) {
  std::size_t first = 0;
  std::size_t last = text.size();
  while (first < last && is_space(text[first])) ++first;
  while (last > first && is_space(text[last - 1])) --last;
  return text.substr(first, last - first);
}

std::optional<SearchTerm> term_of(TypedTerm typed) {
  const bool starred = !typed.quoted && typed.text.ends_with('*');
  while (!typed.quoted && typed.text.ends_with('*')) typed.text.pop_back();
  const std::string folded = trimmed(fold(typed.text));
  if (folded.empty()) return std::nullopt;
  if (!holds_letter(typed.text) || holds_unspaced_script(typed.text)) {
    return SearchTerm{TermKind::piece, folded};
  }
  if (starred) return SearchTerm{TermKind::beginning, folded};
  return SearchTerm{TermKind::words, std::move(typed.text)};
}

}  // namespace

SearchQuery parse_search_query(std::string_view typed) {
  const std::string text = without_bad_bytes(typed);
  SearchQuery query;
  Typed terms(text);
  while (std::optional<TypedTerm> next = terms.next()) {
    const bool unwanted = next->unwanted;
    if (std::optional<SearchTerm> term = term_of(std::move(*next))) {
      (unwanted ? query.unwanted : query.wanted).push_back(std::move(*term));
    }
  }
  return query;
}

std::vector<TextSpan> find_term(const SearchTerm& term, std::string_view folded) {
  std::vector<TextSpan> spans;
  const bool beginning = term.kind == TermKind::beginning;
  for (std::size_t at = folded.find(term.text); at != std::string_view::npos;) {
    std::size_t after = at + 1;
    if (!beginning || may_begin_word(folded, at)) {
      const std::size_t end = at + term.text.size();
      spans.push_back({at, beginning ? end_of_word(folded, end) : end});
      after = spans.back().end;
    }
    at = folded.find(term.text, after);
  }
  return spans;
}

bool holds_term(const SearchTerm& term, std::string_view folded) {
  if (term.kind != TermKind::beginning) return folded.find(term.text) != std::string_view::npos;
  return !find_term(term, folded).empty();
}

}  // namespace lull
