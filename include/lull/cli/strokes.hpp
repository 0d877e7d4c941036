#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lull {

/// What a key asks of a text.
enum class StrokeKind {
  text,  ///< characters typed or pasted; the only kind with a text
  left,
  right,
  word_left,
  word_right,
  up,
  down,
  line_start,
  line_end,
  text_start,
  text_end,
  erase_before,  ///< backspace
  erase_after,   ///< delete
  cut_to_start,  ///< ^U
  cut_word,      ///< ^W
  cut_to_end,    ///< ^K
  put_back,      ///< ^Y
  finish,        ///< ^D
  interrupt,     ///< ^C
  suspend,       ///< ^Z
  redraw,        ///< ^L
};

struct Stroke {
  StrokeKind kind = StrokeKind::text;
  std::string text;

  friend bool operator==(const Stroke&, const Stroke&) = default;
};

/// Makes strokes of the bytes that a terminal sends, in whatever pieces they come. Keys that mean
/// nothing here are left out; everything else that was typed is text, bytes that are not UTF-8 too.
/// A bracketed paste is text whatever it holds; its line ends become LF, as terminals send CR.
class StrokeReader {
 public:
  /// The strokes that `bytes` complete.
  std::vector<Stroke> read(std::string_view bytes);
  /// Whether an escape, or part of a character, waits for what follows it.
  bool waits() const { return !pasting_ && !pending_.empty(); }
  /// Nothing followed: an escape was a key of its own, anything else is text. For the end of input
  /// as well, where it also gives what is left of a paste.
  std::vector<Stroke> give_up();

 private:
  bool take_paste(std::vector<Stroke>& strokes);
  bool take_escape(std::vector<Stroke>& strokes);
  bool take_sequence(std::vector<Stroke>& strokes);
  bool take_characters(std::vector<Stroke>& strokes);
  void add_text(std::vector<Stroke>& strokes, std::string_view text);

  std::string pending_;
  bool pasting_ = false;
  bool after_return_ = false;  ///< a pasted CR was the last thing; an LF belongs to it
};

}  // namespace lull
