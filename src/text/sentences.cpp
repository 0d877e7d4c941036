#include "lull/text/sentences.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

#include "lull/base/parts.hpp"
#include "lull/text/tokens.hpp"

namespace lull {
namespace {

constexpr std::size_t kShortLine = 50;
constexpr std::size_t kLongRun = 40;
constexpr std::size_t kRunPart = 15;
constexpr std::size_t kPiece = 65'536;  // bytes that are split at a time
constexpr std::size_t kFewPieces = 16;  // under so many a second thread costs more than it saves

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool ends_in_abbreviation(std::string_view text, std::size_t stop) {
  static constexpr std::array<std::string_view, 26> kAbbreviations{
      "mr",  "mrs", "ms",     "dr",   "st",  "vs",  "etc", "e.g",  "i.e",
      "a.m", "p.m", "approx", "prof", "jan", "feb", "aug", "sept", "oct",
      "nov", "dec", "sr",     "jr",   "inc", "fig", "no",  "tl;dr"};
  std::size_t begin = stop;
  while (begin > 0 && !is_space(text[begin - 1]) && text[begin - 1] != '(') --begin;
  std::string word(text.substr(begin, stop - begin));
  std::transform(word.begin(), word.end(), word.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (word.size() == 1 && is_alpha(word[0]) && word != "i") return true;
  // "No." ends a sentence more often than it abbreviates a number.
  if (word == "no" || word == "etc" || word == "inc") {
    const std::size_t next = text.find_first_not_of(" \t", stop + 1);
    return word == "no" ? next != std::string_view::npos && is_digit(text[next])
                        : next != std::string_view::npos &&
                              std::islower(static_cast<unsigned char>(text[next])) != 0;
  }
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end();
}

// "1." at the beginning of a line.
bool numbers_an_item(std::string_view text, std::size_t stop) {
  std::size_t begin = stop;
  while (begin > 0 && is_digit(text[begin - 1])) --begin;
  return begin < stop && stop - begin < 3 && (begin == 0 || text[begin - 1] == '\n');
}

// How many bytes a sentence-ending mark takes at `at`, or 0.
std::size_t mark_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '!' || c == '?') return 1;
  if (c != '.') return text.substr(at).starts_with("\u2026") ? 3 : 0;
  const bool last = at + 1 >= text.size();
  if (!last && is_digit(text[at + 1]) && at > 0 && is_digit(text[at - 1])) return 0;
  if (!last && is_alpha(text[at + 1]) && at > 1 && text[at - 2] == '.')
    return 0;  // e.g. the first in "a.m."
  if (!last && (text[at + 1] == '.' || (at > 0 && text[at - 1] == '.'))) return 1;
  return ends_in_abbreviation(text, at) || numbers_an_item(text, at) ? 0 : 1;
}

std::size_t skip_closers(std::string_view text, std::size_t at) {
  for (;;) {
    if (at < text.size() &&
        (text[at] == '"' || text[at] == ')' || text[at] == ']' || text[at] == '*' ||
         (text[at] == '\'' && (at + 1 >= text.size() || is_space(text[at + 1]))))) {
      ++at;
    } else if (text.substr(at, 3) == "\u201D" || text.substr(at, 3) == "\u2019") {
      at += 3;
    } else {
      return at;
    }
  }
}

bool starts_list_item(std::string_view line) {
  const std::size_t at = line.find_first_not_of(" \t");
  if (at == std::string_view::npos) return true;  // an empty line parts as well
  line.remove_prefix(at);
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("> ") ||
      line.starts_with("\u2022")) {
    return true;
  }
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  return digits > 0 && digits < 3 && digits < line.size() &&
         (line[digits] == '.' || line[digits] == ')');
}

bool line_break_parts(std::string_view text, std::size_t newline) {
  const std::size_t previous =
      newline == 0 ? std::string_view::npos : text.rfind('\n', newline - 1);
  const std::size_t begin = previous == std::string_view::npos ? 0 : previous + 1;
  const std::string_view rest = text.substr(newline + 1);
  return newline - begin < kShortLine || starts_list_item(rest.substr(0, rest.find('\n')));
}

void add_trimmed(std::string_view text, std::size_t begin, std::size_t end,
                 std::vector<TextSpan>& out) {
  while (begin < end && is_space(text[begin])) ++begin;
  while (end > begin && is_space(text[end - 1])) --end;
  if (begin < end) out.push_back({begin, end});
}

bool parts_a_run(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kWords{"but",     "so",       "then", "and",
                                                           "because", "when",     "bc",   "cuz",
                                                           "while",   "although", "plus", "also"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// Marks, ends of lines, and the first byte of an ellipsis. (find_first_of searches its marks anew
// for every letter.)
bool may_end(char c) { return c == '.' || c == '!' || c == '?' || c == '\n' || c == '\xE2'; }

bool is_pause(char c) { return c == ',' || c == ';' || c == ':'; }

// A run of words without any mark: parted where the writer would have drawn breath.
void add_sentence(std::string_view text, std::size_t begin, std::size_t end,
                  std::vector<TextSpan>& out) {
  const std::string_view sentence = text.substr(begin, end - begin);
  if (sentence.size() > kLongRun * 4 && std::none_of(sentence.begin(), sentence.end(), is_pause)) {
    const std::vector<Token> words = tokenize(sentence);
    if (words.size() > kLongRun) {
      std::size_t since = 0;
      std::size_t from = begin;
      for (const Token& word : words) {
        if (++since > kRunPart && parts_a_run(word.word)) {
          add_trimmed(text, from, begin + word.span.begin, out);
          from = begin + word.span.begin;
          since = 1;
        }
      }
      begin = from;
    }
  }
  add_trimmed(text, begin, end, out);
}

// Where to part a text so that the pieces have the sentences of the whole: behind the first line
// break that ends a sentence in each stretch of kPiece bytes.
std::vector<std::size_t> cuts_in(std::string_view text) {
  std::vector<std::size_t> cuts{0};
  for (std::size_t at = text.find('\n', kPiece); at != std::string_view::npos;) {
    const bool parts = line_break_parts(text, at);
    if (parts) cuts.push_back(at + 1);
    at = text.find('\n', parts ? at + kPiece : at + 1);
  }
  cuts.push_back(text.size());
  return cuts;
}

std::vector<TextSpan> split_piece(std::string_view text, std::size_t begin, std::size_t end) {
  text = text.substr(0, end);
  std::vector<TextSpan> sentences;
  std::size_t at = begin;
  while (at < text.size()) {
    if (!may_end(text[at])) {
      ++at;
      continue;
    }
    if (text[at] == '\n') {
      if (line_break_parts(text, at)) {
        add_sentence(text, begin, at, sentences);
        begin = at + 1;
      }
      ++at;
      continue;
    }
    const std::size_t mark = mark_at(text, at);
    if (mark == 0) {
      ++at;
      continue;
    }
    at += mark;
    while (at < text.size() && mark_at(text, at) != 0) at += mark_at(text, at);
    const std::size_t closed = skip_closers(text, at);
    if (closed < text.size() && !is_space(text[closed]) && text[at - 1] == '.' &&
        !std::isupper(static_cast<unsigned char>(text[closed]))) {
      continue;  // an address or a file name, not an end
    }
    at = closed;
    add_sentence(text, begin, at, sentences);
    begin = at;
  }
  add_sentence(text, begin, text.size(), sentences);
  return sentences;
}

}  // namespace

std::vector<TextSpan> split_sentences(std::string_view text) {
  const std::vector<std::size_t> cuts = cuts_in(text);
  std::vector<std::vector<TextSpan>> pieces(cuts.size() - 1);
  in_parts(pieces.size(), kFewPieces, [&](std::size_t begin, std::size_t end) {
    for (std::size_t piece = begin; piece < end; ++piece)
      pieces[piece] = split_piece(text, cuts[piece], cuts[piece + 1]);
  });
  std::vector<TextSpan> sentences = std::move(pieces.front());
  for (std::size_t piece = 1; piece < pieces.size(); ++piece)
    sentences.insert(sentences.end(), pieces[piece].begin(), pieces[piece].end());
  return sentences;
}

}  // namespace lull
