#include "styled_text.hpp"

#include <fmt/format.h>

#include "lull/base/utf8.hpp"

namespace lull {
namespace {

struct Fragment {
  std::string text;
  Face face = Face::plain;
};
/// What stands between two spaces: fragments that touch.
using Word = std::vector<Fragment>;

int width_of_word(const Word& word) {
  int sum = 0;
  for (const Fragment& fragment : word) sum += width_of(fragment.text);
  return sum;
}

class Words {
 public:
  explicit Words(int width) : width_(width) {}

  void add(const std::string& text, Face face) {
    std::size_t at = 0;
    while (at < text.size()) {
      if (text[at] == ' ') {
        open_ = false;
        ++at;
        continue;
      }
      const std::size_t end = std::min(text.find(' ', at), text.size());
      add_run(text.substr(at, end - at), face);
      at = end;
    }
  }
  const std::vector<Word>& all() const { return words_; }

 private:
  void add_run(const std::string& run, Face face) {
    for (const std::string& piece : wrap(run, width_)) {
      const bool fits = open_ && width_of_word(words_.back()) + width_of(piece) <= width_;
      if (!fits) words_.emplace_back();
      words_.back().push_back({piece, face});
      open_ = true;
    }
  }

  int width_;
  std::vector<Word> words_;
  bool open_ = false;  // the next run touches the last word
};

}  // namespace

std::string in_face(const std::string& words, Face face, bool color) {
  if (!color || words.empty()) return words;
  switch (face) {
    case Face::plain:
      return words;
    case Face::strong:
      return "\x1b[1m" + words + "\x1b[0m";
    case Face::emphasis:
      return "\x1b[3m" + words + "\x1b[0m";
    case Face::mark:
      return "\x1b[4m" + words + "\x1b[0m";
  }
  return words;
}

std::vector<std::string> set_text(const Text& text, int width, bool color) {
  Words words(width);
  for (const Piece& piece : text) {
    const std::string visible = make_visible_line(piece.text);
    const bool low_lines = piece.face == Face::mark && !color;
    words.add(low_lines ? "_" + visible + "_" : visible, piece.face);
  }
  std::vector<std::string> lines(1);
  int used = 0;
  for (const Word& word : words.all()) {
    const int columns = width_of_word(word);
    if (used > 0 && used + 1 + columns > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    for (const Fragment& fragment : word)
      lines.back() += in_face(fragment.text, fragment.face, color);
    used += columns;
  }
  return lines;
}

}  // namespace lull
