#include "lull/cli/inline_editor.hpp"

#include <algorithm>

#include "lull/base/utf8.hpp"

namespace lull {
namespace {

bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n'; }

}  // namespace

void InlineEditor::take(const Stroke& stroke) {
  if (!is_open()) return;
  if (stroke.kind == StrokeKind::finish) return ask_to_finish();
  if (stroke.kind == StrokeKind::interrupt) {
    state_ = State::interrupted;
    return;
  }
  if (stroke.kind == StrokeKind::suspend || stroke.kind == StrokeKind::redraw) return;
  state_ = State::writing;
  if (stroke.kind != StrokeKind::up && stroke.kind != StrokeKind::down) column_ = -1;
  switch (stroke.kind) {
    case StrokeKind::text:
      text_.insert(cursor_, stroke.text);
      cursor_ += stroke.text.size();
      return;
    case StrokeKind::erase_before:
      return erase(before(cursor_), cursor_);
    case StrokeKind::erase_after:
      return erase(cursor_, after(cursor_));
    case StrokeKind::cut_to_start:
      return cut(line_start(cursor_), cursor_);
    case StrokeKind::cut_word:
      return cut(word_start(cursor_), cursor_);
    case StrokeKind::cut_to_end: {
      const std::size_t end = line_end(cursor_);
      return cut(cursor_, end == cursor_ ? after(cursor_) : end);
    }
    case StrokeKind::put_back:
      text_.insert(cursor_, cut_);
      cursor_ += cut_.size();
      return;
    default:
      return move(stroke.kind);
  }
}

void InlineEditor::move(StrokeKind kind) {
  switch (kind) {
    case StrokeKind::left:
      cursor_ = before(cursor_);
      return;
    case StrokeKind::right:
      cursor_ = after(cursor_);
      return;
    case StrokeKind::word_left:
      cursor_ = word_start(cursor_);
      return;
    case StrokeKind::word_right:
      cursor_ = word_end(cursor_);
      return;
    case StrokeKind::up:
      return move_up();
    case StrokeKind::down:
      return move_down();
    case StrokeKind::line_start:
      cursor_ = line_start(cursor_);
      return;
    case StrokeKind::line_end:
      cursor_ = line_end(cursor_);
      return;
    case StrokeKind::text_start:
      cursor_ = 0;
      return;
    default:
      cursor_ = text_.size();
      return;
  }
}

std::size_t InlineEditor::line_start(std::size_t place) const {
  const std::size_t end = place == 0 ? std::string::npos : text_.rfind('\n', place - 1);
  return end == std::string::npos ? 0 : end + 1;
}

std::size_t InlineEditor::line_end(std::size_t place) const {
  return std::min(text_.find('\n', place), text_.size());
}

std::size_t InlineEditor::after(std::size_t place) const {
  return place == text_.size() ? place : place + cluster_size(text_, place);
}

// Signs are found from their beginnings, so it looks on from the last sure one: a plain letter
// begins a sign whatever stands before it.
std::size_t InlineEditor::before(std::size_t place) const {
  if (place == 0) return 0;
  std::size_t here = place - 1;
  while (here > 0 && static_cast<unsigned char>(text_[here]) >= 0x80) --here;
  if (here > 0 && text_[here] == '\n' && text_[here - 1] == '\r') --here;  // one sign
  for (std::size_t next = after(here); next < place; next = after(here)) here = next;
  return here;
}

std::size_t InlineEditor::word_start(std::size_t place) const {
  while (place > 0 && is_space(text_[place - 1])) --place;
  while (place > 0 && !is_space(text_[place - 1])) --place;
  return place;
}

std::size_t InlineEditor::word_end(std::size_t place) const {
  while (place < text_.size() && is_space(text_[place])) ++place;
  while (place < text_.size() && !is_space(text_[place])) ++place;
  return place;
}

void InlineEditor::move_up() {
  const std::size_t begin = line_start(cursor_);
  if (column_ < 0) column_ = width_of(std::string_view(text_).substr(begin, cursor_ - begin));
  if (begin == 0) {
    cursor_ = 0;
  } else {
    move_to_column(line_start(begin - 1));
  }
}

void InlineEditor::move_down() {
  const std::size_t begin = line_start(cursor_);
  const std::size_t end = line_end(cursor_);
  if (column_ < 0) column_ = width_of(std::string_view(text_).substr(begin, cursor_ - begin));
  if (end == text_.size()) {
    cursor_ = end;
  } else {
    move_to_column(end + 1);
  }
}

void InlineEditor::move_to_column(std::size_t begin) {
  const std::size_t end = line_end(begin);
  int width = 0;
  for (cursor_ = begin; cursor_ < end;) {
    const std::size_t next = after(cursor_);
    width += width_of(std::string_view(text_).substr(cursor_, next - cursor_));
    if (width > column_) return;
    cursor_ = next;
  }
}

void InlineEditor::erase(std::size_t from, std::size_t to) {
  text_.erase(from, to - from);
  cursor_ = from;
}

void InlineEditor::cut(std::size_t from, std::size_t to) {
  if (from == to) return;
  cut_ = text_.substr(from, to - from);
  erase(from, to);
}

void InlineEditor::ask_to_finish() {
  const bool empty_line = line_start(cursor_) == line_end(cursor_);
  state_ = empty_line || state_ == State::asked ? State::finished : State::asked;
}

}  // namespace lull
