#pragma once

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "lull/base/error.hpp"
#include "lull/cli/live_screen.hpp"

namespace lull::test {

/// What happens on a scripted screen, and when: milliseconds after it was opened.
struct ScreenEvent {
  enum class Kind { key, redraw, interrupt };

  std::int64_t at = 0;
  Kind kind = Kind::key;
  KeyPress press;
};

inline ScreenEvent press_at(std::int64_t at, std::string character) {
  return {at, ScreenEvent::Kind::key, {Key::character, std::move(character)}};
}
inline ScreenEvent press_at(std::int64_t at, Key key) {
  return {at, ScreenEvent::Kind::key, {key, {}}};
}
inline ScreenEvent redraw_at(std::int64_t at) { return {at, ScreenEvent::Kind::redraw, {}}; }
inline ScreenEvent interrupt_at(std::int64_t at) { return {at, ScreenEvent::Kind::interrupt, {}}; }

/// What was seen of a scripted screen; outlives it.
struct ScreenRecord {
  std::vector<std::vector<std::string>> frames;
  int bells = 0;
  bool alternate = false;
  bool open = false;
};

/// A live screen whose time passes only while a key is waited for. When the script is over, ^C
/// comes after an hour of silence, so that no test waits for ever.
class ScriptedScreen : public LiveScreen {
 public:
  ScriptedScreen(std::deque<ScreenEvent>& script, ScreenRecord& record, int columns, int rows)
      : script_(script), record_(record), columns_(columns), rows_(rows) {
    record_.open = true;
  }
  ScriptedScreen(const ScriptedScreen&) = delete;
  ScriptedScreen& operator=(const ScriptedScreen&) = delete;
  ~ScriptedScreen() override { record_.open = false; }

  void draw(const std::vector<std::string>& lines) override { record_.frames.push_back(lines); }
  std::optional<KeyPress> wait_key(int milliseconds) override {
    const std::int64_t end = now_ + milliseconds;
    if (script_.empty() && end > kLongest) throw Error(ErrorKind::interrupted, "interrupted");
    if (script_.empty() || script_.front().at > end) {
      now_ = end;
      return std::nullopt;
    }
    const ScreenEvent event = std::move(script_.front());
    script_.pop_front();
    if (event.at > now_) now_ = event.at;
    switch (event.kind) {
      case ScreenEvent::Kind::key:
        return event.press;
      case ScreenEvent::Kind::redraw:
        return std::nullopt;
      case ScreenEvent::Kind::interrupt:
        break;
    }
    throw Error(ErrorKind::interrupted, "interrupted");
  }
  void ring() override { ++record_.bells; }
  int width() const override { return columns_; }
  int height() const override { return rows_; }
  std::int64_t milliseconds() const override { return now_; }

 private:
  static constexpr std::int64_t kLongest = 3'600'000;

  std::deque<ScreenEvent>& script_;
  ScreenRecord& record_;
  int columns_;
  int rows_;
  std::int64_t now_ = 0;
};

}  // namespace lull::test
