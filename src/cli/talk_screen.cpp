#include "talk_screen.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"

namespace lull {
namespace {

constexpr int kWidestBar = 40;
constexpr int kSecond = 1000;
// Where nothing counts down there is nothing to draw but what a key or a new size brings.
constexpr int kLongWait = 60 * kSecond;
// A wait that took this much longer than asked for: the program was suspended, or the machine
// slept.
constexpr int kGap = 3 * kSecond;

bool counts(const TurnTimer& timer) {
  return timer.phase() == TalkPhase::speaking ||
         (timer.phase() == TalkPhase::on_break && timer.seconds_left() > 0);
}

std::string speaker_of(const TurnTimer& timer) {
  return make_visible_line(timer.name_of(timer.speaker()));
}
std::string listener_of(const TurnTimer& timer) {
  return make_visible_line(timer.name_of(other_of(timer.speaker())));
}

std::string turn_words(const TurnTimer& timer) {
  const int turn = timer.turns() + 1;
  if (timer.plan().turns) return fmt::format("turn {} of {}", turn, *timer.plan().turns);
  return fmt::format("turn {}", turn);
}

std::string bar(const TurnTimer& timer, int width) {
  const int whole = timer.phase() == TalkPhase::on_break ? timer.plan().break_seconds
                                                         : timer.plan().seconds_per_turn;
  const int columns = std::clamp(width - 8, 4, kWidestBar);
  const int filled = timer.seconds_left() * columns / whole;
  std::string text = minutes_and_seconds(timer.seconds_left()) + "  ";
  for (int i = 0; i < columns; ++i) text += i < filled ? "━" : "·";
  return text;
}

std::string keys_for(const TurnTimer& timer) {
  const std::string undo = timer.can_undo() ? "u: undo the switch   " : "";
  switch (timer.phase()) {
    case TalkPhase::ready:
      return "space: begin   q: end";
    case TalkPhase::speaking:
      return "space: end the turn   p: pause   " + undo + "s: a break   q: end";
    case TalkPhase::paused:
      return "space: go on   " + undo + "s: a break   q: end";
    case TalkPhase::between_turns:
      return "space: begin, when both are ready   " + undo + "s: a break   q: end";
    case TalkPhase::on_break:
      return "space: go on   q: end";
    case TalkPhase::over:
      return undo + "any other key: end";
  }
  return "";
}

std::string state_of(const TurnTimer& timer) {
  switch (timer.phase()) {
    case TalkPhase::ready:
      return "ready";
    case TalkPhase::speaking:
      return turn_words(timer);
    case TalkPhase::paused:
      return turn_words(timer) + ", paused";
    case TalkPhase::between_turns:
      return "next: " + turn_words(timer);
    case TalkPhase::on_break:
      return timer.seconds_left() > 0 ? "a break" : "the break is over";
    case TalkPhase::over:
      return "over";
  }
  return "";
}

// Keys mean what the moment makes of them: space always goes on to what comes next.
void take(const KeyPress& press, TurnTimer& timer) {
  const bool speaking = timer.phase() == TalkPhase::speaking;
  if (press.is(" ") || press.key == Key::enter) {
    timer.handle(speaking ? TalkEvent::end_turn : TalkEvent::resume);
  } else if (press.is("p")) {
    timer.handle(speaking                             ? TalkEvent::pause
                 : timer.phase() == TalkPhase::paused ? TalkEvent::resume
                                                      : TalkEvent::pause);
  } else if (press.is("u")) {
    timer.handle(TalkEvent::undo);
  } else if (press.is("s")) {
    timer.handle(TalkEvent::stop_for_break);
  } else if (press.is("q")) {
    timer.handle(TalkEvent::quit);
  }
}

// Counts whole seconds; what is left of one stays for the next.
class Stopwatch {
 public:
  explicit Stopwatch(const LiveScreen& screen) : screen_(screen), last_(screen.milliseconds()) {}

  void restart() { last_ = screen_.milliseconds(); }
  int milliseconds() const { return static_cast<int>(screen_.milliseconds() - last_); }
  int take_seconds() {
    const int seconds = milliseconds() / kSecond;
    last_ += std::int64_t{seconds} * kSecond;
    return seconds;
  }

 private:
  const LiveScreen& screen_;
  std::int64_t last_;
};

void let_time_pass(TurnTimer& timer, Stopwatch& watch, LiveScreen& screen) {
  if (!counts(timer)) {
    watch.restart();
  } else if (timer.phase() == TalkPhase::speaking && watch.milliseconds() > kSecond + kGap) {
    timer.handle(TalkEvent::pause);
    watch.restart();
  } else if (timer.tick(watch.take_seconds())) {
    screen.ring();
  }
}

// Waits for a key. An interruption comes out after the time before it was counted.
std::optional<KeyPress> wait_counting(TurnTimer& timer, Stopwatch& watch, LiveScreen& screen) {
  const int wait = counts(timer) ? kSecond - watch.milliseconds() % kSecond : kLongWait;
  try {
    const std::optional<KeyPress> press = screen.wait_key(wait);
    let_time_pass(timer, watch, screen);
    return press;
  } catch (const Error&) {
    let_time_pass(timer, watch, screen);
    throw;
  }
}

}  // namespace

std::string minutes_and_seconds(int seconds) {
  return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

std::vector<std::string> talk_lines(const TurnTimer& timer, int width) {
  std::vector<std::string> lines;
  const auto add = [&](const std::string& text) {
    for (std::string& line : wrap(text, width)) lines.push_back(std::move(line));
  };
  add(fmt::format("Speaking: {}   ({})", speaker_of(timer), state_of(timer)));
  add("  own feelings, fears and hopes; sentences that begin with “I”");
  add(fmt::format("Listening: {}", listener_of(timer)));
  add("  only listens; no answer is owed");
  lines.emplace_back();
  lines.push_back(bar(timer, width));
  lines.emplace_back();
  add(keys_for(timer));
  return lines;
}

std::string talk_sentence(const TurnTimer& timer) {
  const std::string next = fmt::format("Next speaks: {}.", speaker_of(timer));
  switch (timer.phase()) {
    case TalkPhase::ready:
      return fmt::format("First speaks: {}, in turns of {}. Space starts.", speaker_of(timer),
                         minutes_and_seconds(timer.plan().seconds_per_turn));
    case TalkPhase::speaking:
      return fmt::format("Turn {}. Speaking: {}. Listening: {}.", timer.turns() + 1,
                         speaker_of(timer), listener_of(timer));
    case TalkPhase::paused:
      return fmt::format("Turn {} is paused. Space goes on.", timer.turns() + 1);
    case TalkPhase::between_turns:
      return fmt::format("Turn {} is over. {} Space begins, when both are ready.", timer.turns(),
                         next);
    case TalkPhase::on_break:
      if (timer.seconds_left() == 0)
        return fmt::format("The break is over. {} Space goes on.", next);
      return fmt::format("A break of {}. Space goes on.",
                         minutes_and_seconds(timer.plan().break_seconds));
    case TalkPhase::over:
      return fmt::format("The talk is over after {} turn{}.", timer.turns(),
                         timer.turns() == 1 ? "" : "s");
  }
  return "";
}

void run_talk(TurnTimer& timer, LiveScreen& screen, bool plain, Session& session) {
  Stopwatch watch(screen);
  std::string said;
  const auto show = [&] {
    if (!plain) return screen.draw(talk_lines(timer, screen.width()));
    std::string sentence = talk_sentence(timer);
    if (sentence != said) session.warn(sentence);
    said = std::move(sentence);
  };
  // A last turn that was ended by mistake can still be given back.
  while (timer.phase() != TalkPhase::over || timer.can_undo()) {
    show();
    const std::optional<KeyPress> press = wait_counting(timer, watch, screen);
    if (!press) continue;
    if (timer.phase() == TalkPhase::over && !press->is("u")) return;
    const bool counted = counts(timer);
    take(*press, timer);
    if (!counted) watch.restart();
  }
  if (plain) show();
}

}  // namespace lull
