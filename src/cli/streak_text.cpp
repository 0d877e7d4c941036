#include "streak_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace lull {
namespace {

constexpr int kWidestBar = 30;

std::string count_days(int days) { return fmt::format("{} day{}", days, days == 1 ? "" : "s"); }

std::string line(const std::string& label, const std::string& value) {
  return fmt::format("{:<15}{}\n", label, value);
}

std::size_t count_runs(const Streak& streak) {
  return static_cast<std::size_t>(std::count_if(streak.runs.begin(), streak.runs.end(),
                                                [](const Run& run) { return run.days > 0; }));
}

std::string window_line(const Streak& streak) {
  if (streak.window == 0) return "";
  const std::string label =
      streak.window == 1 ? "Last day" : fmt::format("Last {} days", streak.window);
  const int percent = (streak.quiet_in_window * 200 + streak.window) / (2 * streak.window);
  return line(label, fmt::format("{} quiet ({} %)", streak.quiet_in_window, percent));
}

std::string end_line(const Streak& streak, const Silence& silence) {
  if (streak.complete()) {
    return fmt::format("The silence was complete on {}: lull review\n",
                       to_long_date(*streak.completed_on));
  }
  if (!streak.length || silence.closed_on) return "";
  return line("To go", fmt::format("{}; the review opens on {}", count_days(*streak.days_to_go),
                                   to_long_date(*streak.opens_on)));
}

}  // namespace

int days_reached(const Streak& streak, OnBreak on_break) {
  if (streak.length && streak.complete()) return *streak.length;
  return on_break == OnBreak::restart ? streak.current.days : streak.total;
}

std::string progress_bar(const Streak& streak, OnBreak on_break, int columns) {
  const int length = streak.length.value_or(1);
  const int reached = days_reached(streak, on_break);
  const std::string label = fmt::format("  {} of {}", reached, length);
  const int room = std::clamp(columns - static_cast<int>(label.size()) - 2, 5, kWidestBar);
  const auto full = static_cast<std::size_t>(std::int64_t{room} * reached / length);
  return fmt::format("[{}{}]{}", std::string(full, '#'),
                     std::string(static_cast<std::size_t>(room) - full, '.'), label);
}

std::string streak_as_text(const Streak& streak, const Silence& silence) {
  std::string text = line("Current run", count_days(streak.current.days));
  text += line("Longest run", count_days(streak.longest.days));
  const bool restarts = streak.length && silence.on_break == OnBreak::restart;
  std::string total = fmt::format("{}", streak.total);
  if (streak.length && !restarts) total += fmt::format(" of {}", *streak.length);
  text += line("Quiet days", total);
  if (restarts) text += line("Asked for", fmt::format("one run of {}", *streak.length));
  text += window_line(streak);
  text += line("Runs", fmt::format("{}", count_runs(streak)));
  if (silence.closed_on) text += line("Closed on", to_long_date(*silence.closed_on));
  return text + end_line(streak, silence);
}

std::string streak_as_prompt(const Streak& streak, OnBreak on_break) {
  if (!streak.length) return fmt::format("{}", streak.total);
  const int reached = streak.complete() ? streak.total : days_reached(streak, on_break);
  return fmt::format("{}/{}", reached, *streak.length);
}

void write_run(JsonWriter& writer, const Run& run) {
  writer.begin_object().field("days", run.days);
  if (run.days > 0) {
    writer.field("first", to_iso(run.first)).field("last", to_iso(run.last));
  } else {
    writer.key("first").null().key("last").null();
  }
  writer.end_object();
}

}  // namespace lull
