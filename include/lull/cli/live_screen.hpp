#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lull {

/// Keys that a live screen tells apart. Everything that can be typed is a `character`, the space
/// too.
enum class Key { character, enter, escape, backspace, up, down, left, right, other };

struct KeyPress {
  Key key = Key::other;
  std::string text;  ///< the character in UTF-8, empty for every other key

  bool is(std::string_view character) const { return key == Key::character && text == character; }
};

/// Takes the first key off `typed`, the bytes a terminal sent. Nothing when they are only the
/// beginning of one: an escape alone, half a character. Bytes that are no key become `other`.
std::optional<KeyPress> take_key(std::string& typed);

/// The terminal while a timer runs on it: a few lines that are drawn again and again, and single
/// keys. A seam, so that tests can play keys and time. Opened by Terminal::open_live_screen; the
/// destructor puts the terminal back as it was, on every way out.
class LiveScreen {
 public:
  virtual ~LiveScreen() = default;

  /// Shows `lines` in the place of those shown before. Longer ones are cut at the width, and those
  /// that do not fit the height are left out. They hold no control characters.
  virtual void draw(const std::vector<std::string>& lines) = 0;
  /// Waits for a key. Nothing after `milliseconds`, and sooner when the screen must be drawn again
  /// because its size changed or the program was suspended and came back. Throws
  /// Error{interrupted} on ^C, when told to end, or when the terminal went away.
  virtual std::optional<KeyPress> wait_key(int milliseconds) = 0;
  virtual void ring() = 0;  ///< the terminal's bell
  virtual int width() const = 0;
  virtual int height() const = 0;
  /// Time that never goes back and goes on while suspended or asleep, from any fixed point.
  virtual std::int64_t milliseconds() const = 0;
};

}  // namespace lull
