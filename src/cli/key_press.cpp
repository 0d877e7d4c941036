#include "lull/base/utf8.hpp"
#include "lull/cli/live_screen.hpp"

namespace lull {
namespace {

constexpr char kEscape = '\x1b';

KeyPress take(std::string& typed, std::size_t bytes, KeyPress press) {
  typed.erase(0, bytes);
  return press;
}

Key key_of_final(char final) {
  switch (final) {
    case 'A':
      return Key::up;
    case 'B':
      return Key::down;
    case 'C':
      return Key::right;
    case 'D':
      return Key::left;
    default:
      return Key::other;
  }
}

// "ESC [ 1 ; 2 A" and "ESC O A": parameters, then one final byte.
std::optional<KeyPress> take_sequence(std::string& typed) {
  if (typed.size() < 2) return std::nullopt;
  if (typed[1] != '[' && typed[1] != 'O') return take(typed, 1, {Key::escape, {}});
  for (std::size_t i = 2; i < typed.size(); ++i) {
    if (typed[i] >= '@' && typed[i] <= '~') {
      return take(typed, i + 1, {key_of_final(typed[i]), {}});
    }
    if (typed[i] < ' ') return take(typed, i, {Key::other, {}});
  }
  return std::nullopt;
}

std::size_t bytes_of_character(unsigned char lead) {
  if (lead < 0x80 || lead >= 0xF8) return 1;
  if (lead >= 0xF0) return 4;
  if (lead >= 0xE0) return 3;
  return lead >= 0xC0 ? 2 : 1;
}

std::optional<KeyPress> take_character(std::string& typed) {
  const std::size_t bytes = bytes_of_character(static_cast<unsigned char>(typed[0]));
  for (std::size_t i = 1; i < bytes; ++i) {
    if (i == typed.size()) return std::nullopt;
    if ((static_cast<unsigned char>(typed[i]) & 0xC0) != 0x80) return take(typed, 1, {});
  }
  std::string text = typed.substr(0, bytes);
  if (find_invalid_utf8(text)) return take(typed, 1, {Key::other, {}});
  return take(typed, bytes, {Key::character, std::move(text)});
}

}  // namespace

std::optional<KeyPress> take_key(std::string& typed) {
  if (typed.empty()) return std::nullopt;
  const char first = typed[0];
  if (first == kEscape) return take_sequence(typed);
  if (first == '\r' || first == '\n') return take(typed, 1, {Key::enter, {}});
  if (first == '\x7f' || first == '\b') return take(typed, 1, {Key::backspace, {}});
  if (static_cast<unsigned char>(first) < 0x20) return take(typed, 1, {Key::other, {}});
  return take_character(typed);
}

}  // namespace lull
