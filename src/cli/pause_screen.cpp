#include "pause_screen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lull/base/utf8.hpp"
#include "lull/model/waiting.hpp"

namespace lull {
namespace {

enum class Stage { strength, channel, trigger, waiting, after, done };

constexpr int kTick = 1000;
constexpr int kWidestBar = 60;
constexpr std::size_t kLongestTrigger = 200;

struct ChannelKey {
  std::string_view key;
  Channel channel;
};
constexpr std::array<ChannelKey, 11> kChannelKeys{{{"c", Channel::call},
                                                   {"t", Channel::text},
                                                   {"i", Channel::im},
                                                   {"s", Channel::social},
                                                   {"e", Channel::email},
                                                   {"l", Channel::letter},
                                                   {"f", Channel::flowers},
                                                   {"g", Channel::gift},
                                                   {"v", Channel::visit},
                                                   {"x", Channel::sex},
                                                   {"o", Channel::other}}};

std::optional<int> strength_of(const KeyPress& press) {
  if (press.key != Key::character || press.text.size() != 1) return std::nullopt;
  const char digit = press.text[0];
  if (digit < '0' || digit > '9') return std::nullopt;
  return digit == '0' ? 10 : digit - '0';
}

std::string channel_choices() {
  std::string text;
  for (const ChannelKey& one : kChannelKeys) {
    text += fmt::format("{}{} {}", text.empty() ? "" : "  ", one.key, to_string(one.channel));
  }
  return text;
}

// One pause from its first key to its last: which question is open, and what was answered.
class Pause {
 public:
  Pause(LiveScreen& screen, PausePlan plan) : screen_(screen), plan_(std::move(plan)) {
    waiting_ = {seconds_now(), plan_.seconds};
    result_.channel = plan_.channel;
    result_.strength = plan_.strength;
    result_.trigger = plan_.trigger;
    move_to(Stage::strength);
  }

  PauseResult run() {
    while (stage_ != Stage::done) {
      if (stage_ == Stage::waiting && waiting_.is_over(seconds_now())) move_to(Stage::after);
      screen_.draw(frame());
      if (const auto press = screen_.wait_key(kTick)) take(*press);
    }
    result_.seconds = static_cast<int>(seconds_now() - waiting_.began);
    return result_;
  }

 private:
  Instant seconds_now() const { return Instant{screen_.milliseconds() / 1000}; }

  void move_to(Stage stage) {
    if (stage == Stage::strength && result_.strength) stage = Stage::channel;
    if (stage == Stage::channel && result_.channel) stage = Stage::trigger;
    if (stage == Stage::trigger && !result_.trigger.empty()) stage = Stage::waiting;
    // Without a number before there is nothing to hold the one after against.
    if (stage == Stage::after && !result_.strength) stage = Stage::done;
    stage_ = stage;
  }

  void take(const KeyPress& press) {
    if (stage_ == Stage::trigger) return take_trigger(press);
    if (press.is("q") || press.key == Key::escape) {
      return move_to(stage_ == Stage::after ? Stage::done : Stage::after);
    }
    switch (stage_) {
      case Stage::strength:
        if (press.key == Key::enter) return move_to(Stage::channel);
        result_.strength = strength_of(press);
        if (result_.strength) move_to(Stage::channel);
        return;
      case Stage::channel:
        return take_channel(press);
      case Stage::after:
        result_.strength_after = strength_of(press);
        if (result_.strength_after || press.key == Key::enter) move_to(Stage::done);
        return;
      case Stage::trigger:
      case Stage::waiting:
      case Stage::done:
        return;
    }
  }

  void take_channel(const KeyPress& press) {
    if (press.key == Key::enter) return move_to(Stage::trigger);
    for (const ChannelKey& one : kChannelKeys) {
      if (!press.is(one.key)) continue;
      result_.channel = one.channel;
      return move_to(Stage::trigger);
    }
  }

  // A digit alone names an earlier trigger; anything else is typed.
  void take_trigger(const KeyPress& press) {
    std::string& typed = result_.trigger;
    const auto& earlier = plan_.earlier_triggers;
    if (press.key == Key::escape) {
      typed.clear();
      return move_to(Stage::after);
    }
    if (press.key == Key::enter) {
      stage_ = Stage::waiting;
      return;
    }
    if (press.key == Key::backspace) return drop_last_character(typed);
    if (press.key != Key::character || typed.size() + press.text.size() > kLongestTrigger) return;
    const std::optional<int> number = strength_of(press);
    if (typed.empty() && number && static_cast<std::size_t>(*number) <= earlier.size()) {
      typed = earlier[static_cast<std::size_t>(*number) - 1];
      stage_ = Stage::waiting;
      return;
    }
    typed += press.text;
  }

  static void drop_last_character(std::string& text) {
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) {
      text.pop_back();
    }
    if (!text.empty()) text.pop_back();
  }

  std::vector<std::string> question() const {
    switch (stage_) {
      case Stage::strength:
        return {"How strong is the pull, 1 to 10?", "A digit (0 is ten), or Enter."};
      case Stage::channel:
        return {"What pulls?", channel_choices() + "   (or Enter)"};
      case Stage::trigger: {
        std::vector<std::string> lines{"What set it off?"};
        for (std::size_t i = 0; i < plan_.earlier_triggers.size(); ++i) {
          lines.push_back(
              fmt::format("  {} {}", i + 1, make_visible_line(plan_.earlier_triggers[i])));
        }
        lines.push_back("> " + make_visible_line(result_.trigger) + "_   (Enter goes on)");
        return lines;
      }
      case Stage::waiting:
        return {"Only waiting now. q leaves."};
      case Stage::after:
        return {"How strong is it now, 1 to 10?", "A digit (0 is ten), or Enter."};
      case Stage::done:
        break;
    }
    return {};
  }

  std::string timer(int columns) const {
    const int left = waiting_.left(seconds_now());
    const std::string clock = to_minutes(left);
    const int room = std::min(kWidestBar, columns - static_cast<int>(clock.size()) - 4);
    if (room < 10 || plan_.seconds == 0) return clock;
    const auto full =
        static_cast<std::size_t>(std::int64_t{room} * (plan_.seconds - left) / plan_.seconds);
    return fmt::format("{}  [{}{}]", clock, std::string(full, '#'),
                       std::string(static_cast<std::size_t>(room) - full, '.'));
  }

  // The timer and the question always stay; on a low screen the words give way.
  std::vector<std::string> frame() const {
    const int margin = screen_.width() >= 40 ? 2 : 0;
    const int columns = std::max(10, screen_.width() - 2 * margin);
    std::vector<std::string> below{timer(columns), ""};
    const auto add = [&](std::vector<std::string>& lines, const std::string& text) {
      for (std::string& line : wrap(text, columns)) lines.push_back(std::move(line));
    };
    for (const std::string& line : question()) add(below, line);
    std::vector<std::string> lines;
    for (const std::string& words : plan_.words) add(lines, words);
    if (result_.channel == Channel::sex) {
      lines.emplace_back();
      add(lines, std::string(about_closeness()));
    }
    const auto height = static_cast<std::size_t>(std::max(1, screen_.height() - 1));
    const std::size_t room = height > below.size() + 2 ? height - below.size() - 2 : 0;
    if (lines.size() > room) lines.resize(room);
    if (room > 0) {
      lines.insert(lines.begin(), "");
      lines.emplace_back();
    }
    lines.insert(lines.end(), below.begin(), below.end());
    for (std::string& line : lines) {
      if (!line.empty()) line.insert(0, std::string(static_cast<std::size_t>(margin), ' '));
    }
    return lines;
  }

  LiveScreen& screen_;
  PausePlan plan_;
  PauseResult result_;
  Waiting waiting_;
  Stage stage_ = Stage::strength;
};

}  // namespace

std::string_view about_closeness() {
  return "Closeness and sex are not the same thing: sex can be part of closeness, and it can stand "
         "in its way.";
}

PauseResult run_pause(LiveScreen& screen, PausePlan plan) {
  return Pause(screen, std::move(plan)).run();
}

}  // namespace lull
