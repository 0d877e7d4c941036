#include <fmt/format.h>

#include <memory>

#include "lull/app/silence.hpp"
#include "lull/base/json_writer.hpp"
#include "lull/base/utf8.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct StreakStatusOptions {
  std::optional<std::string> format;
  bool explain = false;
};

std::string count_days(int days) { return fmt::format("{} day{}", days, days == 1 ? "" : "s"); }

void write_run(JsonWriter& writer, std::string_view name, const Run& run) {
  writer.key(name).begin_object().field("days", run.days);
  if (run.days > 0) {
    writer.field("first", to_iso(run.first)).field("last", to_iso(run.last));
  } else {
    writer.key("first").null().key("last").null();
  }
  writer.end_object();
}

void write_day(JsonWriter& writer, std::string_view name, const std::optional<Day>& day) {
  writer.key(name);
  if (day) {
    writer.value(to_iso(*day));
  } else {
    writer.null();
  }
}

void write_json(const Streak& streak, Session& session) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object().field("format", "lull.streak/1").field("today", to_iso(session.today()));
  write_run(writer, "current", streak.current);
  write_run(writer, "longest", streak.longest);
  writer.field("total", streak.total)
      .field("broken_days", streak.broken_days)
      .field("run_count", streak.runs.size())
      .key("last_days")
      .begin_object()
      .field("window", streak.window)
      .field("quiet", streak.quiet_in_window)
      .end_object()
      .field("length", streak.length)
      .field("days_to_go", streak.days_to_go)
      .field("complete", streak.complete());
  write_day(writer, "completed_on", streak.completed_on);
  write_day(writer, "opens_on", streak.opens_on);
  writer.key("runs").begin_array();
  for (const Run& run : streak.runs) {
    if (run.days == 0) continue;
    writer.begin_object()
        .field("first", to_iso(run.first))
        .field("last", to_iso(run.last))
        .field("days", run.days)
        .end_object();
  }
  writer.end_array().end_object();
  session.out() << json << '\n';
}

void write_text(const Streak& streak, Session& session) {
  std::ostream& out = session.out();
  out << fmt::format("Current run   {}\n", count_days(streak.current.days));
  out << fmt::format("Longest run   {}\n", count_days(streak.longest.days));
  out << fmt::format("Quiet days    {}{}\n", streak.total,
                     streak.length ? fmt::format(" of {}", *streak.length) : "");
  if (streak.window > 0) {
    out << fmt::format("Last {} day{}  {} quiet\n", streak.window, streak.window == 1 ? "" : "s",
                       streak.quiet_in_window);
  }
  if (!streak.length) return;
  if (streak.complete()) {
    out << fmt::format("The silence was complete on {}: lull review\n",
                       to_long_date(*streak.completed_on));
  } else {
    out << fmt::format("To go         {}; the review opens on {}\n", count_days(*streak.days_to_go),
                       to_long_date(*streak.opens_on));
  }
}

void explain_events(Quiet& quiet, Session& session) {
  const std::vector<Contact> contacts = quiet.contacts();
  session.out() << '\n';
  if (contacts.empty()) session.out() << "No contact is recorded, so every day since counts.\n";
  for (const Contact& contact : contacts) {
    session.out() << fmt::format("{}  {}, {}. {}\n", to_short_date(contact.at.day),
                                 label_of(contact.channel), label_of(contact.direction),
                                 explain(contact, session.settings().looking_breaks));
  }
}

ExitCode answer_without_period(const std::string& format, Session& session) {
  if (format == "prompt") return ExitCode::none;
  if (format == "json") {
    session.out() << "{\n  \"format\": \"lull.streak/1\",\n  \"current\": null\n}\n";
    return ExitCode::none;
  }
  session.say("No quiet period was begun yet: lull begin");
  return ExitCode::none;
}

ExitCode show_streak(const StreakStatusOptions& options, Session& session) {
  const std::string format = options.format.value_or("text");
  // A shell prompt must stay quiet where there is nothing to say.
  if (format == "prompt" && !session.has_store()) return ExitCode::none;
  Quiet quiet(session.store(), session.clock(), session.rule(), session.settings().looking_breaks);
  const std::optional<Streak> streak = quiet.streak();
  if (!streak) return answer_without_period(format, session);
  if (format == "prompt") {
    session.out() << (streak->length ? fmt::format("{}/{}\n", streak->total, *streak->length)
                                     : fmt::format("{}\n", streak->total));
  } else if (format == "json") {
    write_json(*streak, session);
  } else {
    write_text(*streak, session);
    if (options.explain) explain_events(quiet, session);
  }
  return ExitCode::done;
}

}  // namespace

Action bind_streak_status(Options& options) {
  auto values = std::make_shared<StreakStatusOptions>();
  options.choice("--format", "FORMAT", values->format, {"text", "json", "prompt"},
                 "text, json, or prompt (one short line for a shell prompt)");
  options.flag("--explain", values->explain, "the events that count, and why");
  return [values](Session& session) { return show_streak(*values, session); };
}

}  // namespace lull
