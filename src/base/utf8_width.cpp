#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "code_points.hpp"
#include "lull/base/utf8.hpp"

namespace lull {
namespace {

constexpr std::string_view kEllipsis = "…";

// Bytes of the longest beginning of `text` that takes at most `columns`.
std::size_t bytes_that_fit(std::string_view text, int columns) {
  std::size_t place = 0;
  int width = 0;
  while (place < text.size()) {
    const Cluster cluster = cluster_at(text, place);
    width += cluster.width;
    if (width > columns) break;
    place += cluster.bytes.size();
  }
  return place;
}

/// Fills lines of one paragraph.
class Wrapper {
 public:
  Wrapper(int columns, std::vector<std::string>& lines) : columns_(columns), lines_(lines) {}

  void add_paragraph(std::string_view paragraph) {
    line_.clear();
    width_ = 0;
    std::size_t place = 0;
    do {
      const std::size_t word = std::min(paragraph.find_first_not_of(' ', place), paragraph.size());
      const std::size_t end = std::min(paragraph.find(' ', word), paragraph.size());
      add(paragraph.substr(place, word - place), paragraph.substr(word, end - word));
      place = end;
    } while (place < paragraph.size());
    lines_.push_back(line_);
  }

 private:
  void add(std::string_view spaces, std::string_view word) {
    const int space_width = static_cast<int>(spaces.size());
    const int word_width = width_of(word);
    if (word.empty()) return;  // spaces at the end of a paragraph
    if (width_ + space_width + word_width <= columns_) {
      line_ += spaces;
      line_ += word;
      width_ += space_width + word_width;
      return;
    }
    if (!line_.empty()) break_line();
    add_long_word(word);
  }

  void add_long_word(std::string_view word) {
    std::size_t size = bytes_that_fit(word, columns_);
    while (size < word.size()) {
      // A sign wider than the whole line stands alone: dropping it would lose what was written.
      if (size == 0) size = cluster_at(word, 0).bytes.size();
      line_ = word.substr(0, size);
      word.remove_prefix(size);
      if (word.empty()) {
        width_ = columns_;
        return;
      }
      break_line();
      size = bytes_that_fit(word, columns_);
    }
    line_ = word;
    width_ = width_of(word);
  }

  void break_line() {
    lines_.push_back(line_);
    line_.clear();
    width_ = 0;
  }

  int columns_;
  std::vector<std::string>& lines_;
  std::string line_;
  int width_ = 0;
};

}  // namespace

std::size_t cluster_size(std::string_view text, std::size_t place) {
  return cluster_at(text, place).bytes.size();
}

int width_of(std::string_view text) {
  if (is_plain(text)) return static_cast<int>(text.size());
  int width = 0;
  for (std::size_t place = 0; place < text.size();) {
    const Cluster cluster = cluster_at(text, place);
    width += cluster.width;
    place += cluster.bytes.size();
  }
  return width;
}

std::string fit_to_width(std::string_view text, int columns) {
  if (columns <= 0) return "";
  if (width_of(text) <= columns) return std::string(text);
  std::string fitted(text.substr(0, bytes_that_fit(text, columns - 1)));
  fitted += kEllipsis;
  return fitted;
}

std::string pad_to_width(std::string_view text, int columns) {
  std::string padded(text);
  padded.append(static_cast<std::size_t>(std::max(0, columns - width_of(text))), ' ');
  return padded;
}

std::vector<std::string> wrap(std::string_view text, int columns) {
  std::vector<std::string> lines;
  Wrapper wrapper(std::max(1, columns), lines);
  std::size_t place = 0;
  while (true) {
    const std::size_t end = std::min(text.find('\n', place), text.size());
    wrapper.add_paragraph(text.substr(place, end - place));
    if (end == text.size()) return lines;
    place = end + 1;
  }
}

std::string fill(std::string_view text, int columns) {
  const std::size_t end = text.find_last_not_of(" \n") + 1;
  return fmt::format("{}{}", fmt::join(wrap(text.substr(0, end), columns), "\n"), text.substr(end));
}

}  // namespace lull
