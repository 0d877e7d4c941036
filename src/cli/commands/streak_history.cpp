#include <fmt/format.h>

#include <memory>

#include "../contact_answer.hpp"
#include "../contact_words.hpp"
#include "../streak_text.hpp"
#include "lull/app/silence.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

std::string heading_of(const PeriodHistory& history) {
  const QuietPeriod& period = history.period;
  std::string text = fmt::format("Quiet since {}", to_long_date(period.from));
  if (period.length) text += fmt::format(", {} days asked for", *period.length);
  if (period.closed_on) text += fmt::format(", closed on {}", to_long_date(*period.closed_on));
  if (!period.closing.empty()) text += fmt::format(" ({})", period.closing);
  return text;
}

std::string end_of(const EndedRun& ended, const QuietPeriod& period) {
  if (ended.ended_by.empty()) return period.closed_on ? "to the end" : "goes on";
  std::string text = "then ";
  for (const Contact& contact : ended.ended_by) {
    if (&contact != &ended.ended_by.front()) text += "; ";
    text += fmt::format("{}, {} ({})", label_of(contact.channel), label_of(contact.direction),
                        contact.id);
  }
  return text;
}

void write_text(const std::vector<PeriodHistory>& histories, Session& session) {
  bool first = true;
  for (const PeriodHistory& history : histories) {
    session.out() << (first ? "" : "\n") << heading_of(history) << '\n';
    first = false;
    for (const EndedRun& ended : history.runs) {
      session.out() << fmt::format("  {} to {}  {:>4} day{}  {}\n", to_iso(ended.run.first),
                                   to_iso(ended.run.last), ended.run.days,
                                   ended.run.days == 1 ? " " : "s", end_of(ended, history.period));
    }
    if (history.runs.empty()) session.out() << "  no quiet day yet\n";
    session.out() << fmt::format("  {} in all\n", quiet_days(history.streak.total));
  }
}

void write_period(JsonWriter& writer, const PeriodHistory& history) {
  const QuietPeriod& period = history.period;
  writer.begin_object().field("id", period.id).field("from", to_iso(period.from));
  writer.field("length", period.length).key("closed_on");
  if (period.closed_on) {
    writer.value(to_iso(*period.closed_on));
  } else {
    writer.null();
  }
  writer.field("closing", period.closing).field("total", history.streak.total);
  writer.key("runs").begin_array();
  for (const EndedRun& ended : history.runs) {
    writer.begin_object()
        .field("days", ended.run.days)
        .field("first", to_iso(ended.run.first))
        .field("last", to_iso(ended.run.last))
        .key("ended_by")
        .begin_array();
    for (const Contact& contact : ended.ended_by) writer.value(contact.id);
    writer.end_array().end_object();
  }
  writer.end_array().end_object();
}

void write_json(const std::vector<PeriodHistory>& histories, Session& session) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object().field("format", "lull.streak-history/1").key("periods").begin_array();
  for (const PeriodHistory& history : histories) write_period(writer, history);
  writer.end_array().end_object();
  session.out() << json << '\n';
}

ExitCode show_history(const std::optional<std::string>& format, Session& session) {
  Quiet quiet(session.store(), session.clock(), session.rule(), session.settings().looking_breaks);
  const std::vector<PeriodHistory> histories = quiet.history();
  if (format == "json") {
    write_json(histories, session);
  } else {
    write_text(histories, session);
    if (histories.empty()) session.say("No quiet period was begun yet: lull begin");
  }
  return histories.empty() ? ExitCode::none : ExitCode::done;
}

}  // namespace

Action bind_streak_history(Options& options) {
  auto format = std::make_shared<std::optional<std::string>>();
  options.choice("--format", "FORMAT", *format, {"text", "json"}, "text or json");
  return [format](Session& session) { return show_history(*format, session); };
}

}  // namespace lull
