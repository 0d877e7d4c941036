#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "lull/app/silence.hpp"
#include "lull/base/error.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

constexpr std::string_view kQuiet = "●";
constexpr std::string_view kBroken = "○";
constexpr std::string_view kOutside = "·";

std::string_view mark_of(Day day, const Streak& streak, const Silence& silence, Day today) {
  const Day last = silence.closed_on ? std::min(*silence.closed_on, today) : today;
  if (day <= silence.from || last < day) return kOutside;
  const bool quiet = std::any_of(streak.runs.begin(), streak.runs.end(), [&](const Run& run) {
    return run.first <= day && day <= run.last;
  });
  return quiet ? kQuiet : kBroken;
}

std::string without_trailing_spaces(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string month_as_text(DaySpan month, const Streak& streak, const Silence& silence, Day today) {
  const CivilDate date = civil_of(month.first);
  std::string text =
      fmt::format("{} {}\nMo  Tu  We  Th  Fr  Sa  Su\n", month_name(date.month), date.year);
  std::string line(static_cast<std::size_t>(4 * weekday_of(month.first)), ' ');
  for (Day day = month.first; day <= month.last; day = day + 1) {
    line += fmt::format("{:>2}{} ", civil_of(day).day, mark_of(day, streak, silence, today));
    if (weekday_of(day) != 6 && day != month.last) continue;
    text += without_trailing_spaces(line) + '\n';
    line.clear();
  }
  return text;
}

DaySpan months_asked_for(const std::optional<std::string>& month, const Silence& silence,
                         Day today) {
  if (!month) {
    const Day last = silence.closed_on ? std::min(*silence.closed_on, today) : today;
    return {month_of(silence.from).first, month_of(std::max(last, silence.from)).last};
  }
  if (const auto span = parse_iso_month(*month)) return *span;
  throw Error(ErrorKind::usage, "could not read the month", "--month 2026-11");
}

ExitCode show_calendar(const std::optional<std::string>& month, Session& session) {
  Quiet quiet(session.store(), session.clock(), session.rule(), session.settings().looking_breaks);
  const std::optional<Silence> silence = quiet.silence();
  if (!silence) {
    session.say("No quiet period was begun yet: lull begin");
    return ExitCode::none;
  }
  const Streak streak = *quiet.streak();
  const DaySpan span = months_asked_for(month, *silence, session.today());
  for (Day first = span.first; first <= span.last; first = month_of(first).last + 1) {
    session.out() << month_as_text(month_of(first), streak, *silence, session.today()) << '\n';
  }
  session.out() << fmt::format("{} quiet   {} interrupted   {} outside, or to come\n", kQuiet,
                               kBroken, kOutside);
  return ExitCode::done;
}

}  // namespace

Action bind_streak_calendar(Options& options) {
  auto month = std::make_shared<std::optional<std::string>>();
  options.text("--month", "YYYY-MM", *month, "one month alone");
  return [month](Session& session) { return show_calendar(*month, session); };
}

}  // namespace lull
