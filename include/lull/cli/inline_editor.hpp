#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lull/cli/strokes.hpp"

namespace lull {

/// A text and a cursor in it, changed by strokes. Knows no terminal and no file: what is written
/// stays in memory.
class InlineEditor {
 public:
  enum class State {
    writing,
    asked,        ///< one ^D came inside a line; a second one finishes
    finished,     ///< ^D on an empty line, or twice
    interrupted,  ///< ^C
  };

  /// Does what the stroke says; suspend and redraw are left to the screen.
  void take(const Stroke& stroke);

  const std::string& text() const { return text_; }
  std::size_t cursor() const { return cursor_; }  ///< a byte of the text, or its size
  State state() const { return state_; }
  bool is_open() const { return state_ == State::writing || state_ == State::asked; }

 private:
  std::size_t line_start(std::size_t place) const;
  std::size_t line_end(std::size_t place) const;
  std::size_t before(std::size_t place) const;
  std::size_t after(std::size_t place) const;
  std::size_t word_start(std::size_t place) const;
  std::size_t word_end(std::size_t place) const;
  void move(StrokeKind kind);
  void move_up();
  void move_down();
  void move_to_column(std::size_t begin);
  void erase(std::size_t from, std::size_t to);
  void cut(std::size_t from, std::size_t to);
  void ask_to_finish();

  std::string text_;
  std::size_t cursor_ = 0;
  std::string cut_;
  int column_ = -1;  ///< where up and down aim; -1 when another stroke came between
  State state_ = State::writing;
};

/// The part of a text that a screen shows, row by row, ready for the terminal.
struct ShownRows {
  std::vector<std::string> rows;  ///< never empty
  std::size_t cursor_row = 0;
  int cursor_column = 0;
};

/// Sets `text` in rows of at most `columns`, broken after spaces where there are any, and gives at
/// most `most_rows` of them around the cursor. Control characters are shown visibly.
ShownRows lay_out(std::string_view text, std::size_t cursor, int columns, std::size_t most_rows);

}  // namespace lull
