#include "lull/app/journal_search.hpp"

#include <algorithm>
#include <array>

#include "lull/store/records.hpp"
#include "lull/store/search_index.hpp"

namespace lull {
namespace {

constexpr std::string_view kEllipsis = "\u2026";

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// How many bytes the end of a sentence takes at `at`; 0 where none ends.
std::size_t sentence_end(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 4> kFullStops{"\u3002", "\uff01", "\uff1f", "\uff0e"};
  if (text[at] == '\n') return 1;
  for (const std::string_view stop : kFullStops) {
    if (text.substr(at).starts_with(stop)) return stop.size();
  }
  if (text[at] != '.' && text[at] != '!' && text[at] != '?') return 0;
  std::size_t end = at + 1;
  while (end < text.size() && std::string_view(".!?\"')").find(text[end]) != std::string_view::npos)
    ++end;
  const bool closes = end == text.size() || text[end] == ' ' || text[end] == '\n';
  return closes ? end - at : 0;
}

TextSpan sentence_around(std::string_view text, TextSpan hit) {
  TextSpan sentence{0, text.size()};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = sentence_end(text, at);
    if (size > 0 && at >= hit.end) {
      sentence.end = text[at] == '\n' ? at : at + size;
      break;
    }
    if (size > 0 && at + size <= hit.begin) sentence.begin = at + size;
    at += std::max<std::size_t>(size, 1);
  }
  while (sentence.begin < hit.begin &&
         (text[sentence.begin] == ' ' || text[sentence.begin] == '\n'))
    ++sentence.begin;
  return sentence;
}

std::size_t back_by(std::string_view text, std::size_t from, std::size_t least,
                    std::size_t characters) {
  while (from > least && characters > 0) {
    --from;
    if (!is_continuation(text[from])) --characters;
  }
  return from;
}

std::size_t forward_by(std::string_view text, std::size_t from, std::size_t most,
                       std::size_t characters) {
  while (from < most && characters > 0) {
    ++from;
    while (from < most && is_continuation(text[from])) ++from;
    --characters;
  }
  return from;
}

}  // namespace

void search_entries(Store& store, const SearchQuery& query, const EntryFilter& filter,
                    bool best_first, const std::function<bool(FoundEntry&&)>& take) {
  if (filter.limit && *filter.limit == 0) return;
  const SearchOrder order = best_first            ? SearchOrder::best_first
                            : filter.newest_first ? SearchOrder::newest_first
                                                  : SearchOrder::oldest_first;
  SearchMarker marker(query);
  int given = 0;
  store.each_found(query, order, [&](Row&& row) {
    Entry entry = Record<Entry>::from_row(std::move(row));
    if (!filter.accepts(entry)) return true;
    std::vector<TextSpan> spans = marker.spans_in(entry.text);
    if (!take({std::move(entry), std::move(spans)})) return false;
    return !filter.limit || ++given < *filter.limit;
  });
}

std::vector<ExcerptPiece> excerpt_of(std::string_view text, const std::vector<TextSpan>& spans,
                                     std::size_t around) {
  const TextSpan hit = spans.empty() ? TextSpan{} : spans.front();
  const TextSpan sentence = sentence_around(text, hit);
  const std::size_t begin = back_by(text, hit.begin, sentence.begin, around);
  const std::size_t end = forward_by(text, hit.end, std::max(sentence.end, hit.end), around);
  std::vector<ExcerptPiece> pieces;
  const auto add = [&](std::string piece, bool found) {
    if (!piece.empty()) pieces.push_back({std::move(piece), found});
  };
  if (begin > sentence.begin) add(std::string(kEllipsis), false);
  std::size_t at = begin;
  for (const TextSpan& span : spans) {
    if (span.begin >= end) break;
    add(std::string(text.substr(at, span.begin - at)), false);
    add(std::string(text.substr(span.begin, std::min(span.end, end) - span.begin)), true);
    at = std::min(span.end, end);
  }
  add(std::string(text.substr(at, end - at)), false);
  if (end < sentence.end) add(std::string(kEllipsis), false);
  return pieces;
}

}  // namespace lull
