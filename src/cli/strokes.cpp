#include "lull/cli/strokes.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace lull {
namespace {

constexpr char kEscape = '\x1b';
constexpr std::string_view kPasteEnd = "\x1b[201~";

struct Control {
  char byte;
  StrokeKind kind;
};
constexpr std::array kControls{
    Control{'\x01', StrokeKind::line_start},   Control{'\x02', StrokeKind::left},
    Control{'\x03', StrokeKind::interrupt},    Control{'\x04', StrokeKind::finish},
    Control{'\x05', StrokeKind::line_end},     Control{'\x06', StrokeKind::right},
    Control{'\x08', StrokeKind::erase_before}, Control{'\x0b', StrokeKind::cut_to_end},
    Control{'\x0c', StrokeKind::redraw},       Control{'\x0e', StrokeKind::down},
    Control{'\x10', StrokeKind::up},           Control{'\x15', StrokeKind::cut_to_start},
    Control{'\x17', StrokeKind::cut_word},     Control{'\x19', StrokeKind::put_back},
    Control{'\x1a', StrokeKind::suspend},      Control{'\x1c', StrokeKind::interrupt},
    Control{'\x7f', StrokeKind::erase_before},
};

struct Sequence {
  std::string_view typed;  ///< what follows "ESC [" or "ESC O"
  StrokeKind kind;
};
constexpr std::array kSequences{
    Sequence{"A", StrokeKind::up},
    Sequence{"B", StrokeKind::down},
    Sequence{"C", StrokeKind::right},
    Sequence{"D", StrokeKind::left},
    Sequence{"H", StrokeKind::line_start},
    Sequence{"F", StrokeKind::line_end},
    Sequence{"1~", StrokeKind::line_start},
    Sequence{"4~", StrokeKind::line_end},
    Sequence{"7~", StrokeKind::line_start},
    Sequence{"8~", StrokeKind::line_end},
    Sequence{"3~", StrokeKind::erase_after},
    Sequence{"1;5C", StrokeKind::word_right},
    Sequence{"1;3C", StrokeKind::word_right},
    Sequence{"1;5D", StrokeKind::word_left},
    Sequence{"1;3D", StrokeKind::word_left},
    Sequence{"1;5H", StrokeKind::text_start},
    Sequence{"1;5F", StrokeKind::text_end},
};

bool is_control(char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == '\x7f'; }
bool is_final(char byte) { return byte >= '@' && byte <= '~'; }
bool is_tail(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::size_t bytes_of_character(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0xC2 || byte > 0xF4) return 1;
  if (byte >= 0xF0) return 4;
  return byte >= 0xE0 ? 3 : 2;
}

// Bytes at the end that are only the beginning of a character.
std::size_t unfinished_bytes(std::string_view text) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
    const char byte = text[text.size() - back];
    if (is_tail(byte)) continue;
    return bytes_of_character(byte) > back ? back : 0;
  }
  return 0;
}

// The longest end of `text` that `mark` could go on from.
std::size_t begun_bytes(std::string_view text, std::string_view mark) {
  for (std::size_t size = std::min(text.size(), mark.size() - 1); size > 0; --size) {
    if (text.ends_with(mark.substr(0, size))) return size;
  }
  return 0;
}

std::optional<StrokeKind> stroke_of(std::string_view sequence) {
  const auto* found = std::find_if(kSequences.begin(), kSequences.end(),
                                   [&](const Sequence& row) { return row.typed == sequence; });
  if (found == kSequences.end()) return std::nullopt;
  return found->kind;
}

}  // namespace

std::vector<Stroke> StrokeReader::read(std::string_view bytes) {
  pending_ += bytes;
  std::vector<Stroke> strokes;
  for (bool more = true; more && !pending_.empty();) {
    if (pasting_) {
      more = take_paste(strokes);
    } else if (pending_[0] == kEscape) {
      more = take_escape(strokes);
    } else {
      more = take_characters(strokes);
    }
  }
  return strokes;
}

std::vector<Stroke> StrokeReader::give_up() {
  std::vector<Stroke> strokes;
  if (pasting_) {
    add_text(strokes, pending_);
  } else if (!pending_.empty()) {
    const std::string_view left = pending_;
    add_text(strokes, left[0] == kEscape ? left.substr(1) : left);
  }
  pending_.clear();
  return strokes;
}

// Terminals send a line end in a paste as CR; CR LF is one line end.
void StrokeReader::add_text(std::vector<Stroke>& strokes, std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (const char byte : text) {
    if (byte == '\r') {
      plain += '\n';
    } else if (byte != '\n' || !after_return_) {
      plain += byte;
    }
    after_return_ = byte == '\r';
  }
  if (plain.empty()) return;
  if (!strokes.empty() && strokes.back().kind == StrokeKind::text) {
    strokes.back().text += plain;
  } else {
    strokes.push_back({StrokeKind::text, std::move(plain)});
  }
}

bool StrokeReader::take_paste(std::vector<Stroke>& strokes) {
  const std::size_t end = pending_.find(kPasteEnd);
  const std::string_view pasted = std::string_view(pending_).substr(0, end);
  if (end != std::string::npos) {
    add_text(strokes, pasted);
    after_return_ = false;
    pasting_ = false;
    pending_.erase(0, end + kPasteEnd.size());
    return true;
  }
  const std::size_t whole = pasted.size() - begun_bytes(pasted, kPasteEnd);
  add_text(strokes, pasted.substr(0, whole));
  pending_.erase(0, whole);
  return false;
}

bool StrokeReader::take_escape(std::vector<Stroke>& strokes) {
  if (pending_.size() == 1) return false;
  switch (pending_[1]) {
    case '[':
    case 'O':
      return take_sequence(strokes);
    case 'b':
    case 'f':
      strokes.push_back({pending_[1] == 'b' ? StrokeKind::word_left : StrokeKind::word_right, {}});
      pending_.erase(0, 2);
      return true;
    case '\x7f':
      strokes.push_back({StrokeKind::cut_word, {}});
      pending_.erase(0, 2);
      return true;
    default:
      pending_.erase(0, 1);  // what follows was typed for itself
      return true;
  }
}

// "ESC [ 1 ; 5 C" and "ESC O A": parameters, then one final byte. Anything else is no sequence, and
// then its characters are text.
bool StrokeReader::take_sequence(std::vector<Stroke>& strokes) {
  const bool single = pending_[1] == 'O';
  std::size_t end = 2;
  while (!single && end < pending_.size() && pending_[end] >= ' ' && pending_[end] <= '?') ++end;
  if (end == pending_.size()) return false;
  if (!is_final(pending_[end]) ||
      (single && !stroke_of(pending_.substr(2, 1)) && (pending_[2] < 'P' || pending_[2] > 'S'))) {
    pending_.erase(0, 1);
    return take_characters(strokes);
  }
  // The Linux console sends "ESC [ [ A" for F1.
  if (pending_[end] == '[' && ++end == pending_.size()) return false;
  const std::string sequence = pending_.substr(2, end - 1);
  pending_.erase(0, end + 1);
  if (sequence == "200~") {
    pasting_ = true;
    after_return_ = false;
  } else if (const auto kind = stroke_of(sequence)) {
    strokes.push_back({*kind, {}});
  }
  return true;
}

bool StrokeReader::take_characters(std::vector<Stroke>& strokes) {
  const auto end = static_cast<std::size_t>(
      std::find_if(pending_.begin(), pending_.end(), is_control) - pending_.begin());
  if (end > 0) {
    const std::string_view run = std::string_view(pending_).substr(0, end);
    const std::size_t held = end == pending_.size() ? unfinished_bytes(run) : 0;
    add_text(strokes, run.substr(0, end - held));
    pending_.erase(0, end - held);
    return held == 0;
  }
  const char byte = pending_[0];
  pending_.erase(0, 1);
  if (byte == '\r' || byte == '\n' || byte == '\t') {
    after_return_ = false;
    add_text(strokes, std::string_view(byte == '\t' ? "\t" : "\n"));
    return true;
  }
  const auto* found = std::find_if(kControls.begin(), kControls.end(),
                                   [&](const Control& row) { return row.byte == byte; });
  if (found != kControls.end()) strokes.push_back({found->kind, {}});
  return true;
}

}  // namespace lull
