#include <fmt/format.h>

#include <charconv>
#include <memory>

#include "lull/app/silence.hpp"
#include "lull/base/error.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

int parse_days(const std::optional<std::string>& typed) {
  int days = 0;
  if (typed) {
    const char* end = typed->data() + typed->size();
    const auto [stop, error] = std::from_chars(typed->data(), end, days);
    if (error == std::errc() && stop == end && days >= 1 && days <= kLongestPeriod) return days;
  }
  throw Error(ErrorKind::usage,
              fmt::format("could not extend the quiet period: a number of days is needed, 1 to {}",
                          kLongestPeriod),
              "lull streak extend 14");
}

ExitCode extend(const std::optional<std::string>& typed, Session& session) {
  const int days = parse_days(typed);
  Quiet quiet(session.store(), session.clock(), session.rule(), session.settings().looking_breaks);
  const QuietPeriod period = quiet.extend(days);
  const Streak streak = *quiet.streak(period);
  session.say(fmt::format("{} quiet days are asked for now; the review {} on {}.", *period.length,
                          streak.complete() ? "opened" : "opens", to_long_date(*streak.opens_on)));
  return ExitCode::done;
}

}  // namespace

Action bind_streak_extend(Options& options) {
  auto days = std::make_shared<std::optional<std::string>>();
  options.word("DAYS", *days, "how many quiet days more");
  return [days](Session& session) { return extend(*days, session); };
}

}  // namespace lull
