#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "../contact_words.hpp"
#include "../streak_text.hpp"
#include "lull/app/silence.hpp"
#include "lull/base/error.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct StreakStatusOptions {
  std::optional<std::string> format;
  bool explain = false;
};

void write_day(JsonWriter& writer, std::string_view name, const std::optional<Day>& day) {
  writer.key(name);
  if (day) {
    writer.value(to_iso(*day));
  } else {
    writer.null();
  }
}

// Why a contact counts as it does; how it counted was decided when it was written.
std::string reason_for(const Contact& contact, const Silence& silence) {
  if (contact.last_day <= silence.from) {
    return "It was before the day from which the silence counts, so it changes nothing.";
  }
  if (silence.closed_on && *silence.closed_on < contact.at.day) {
    return "It was after the quiet period closed, so it changes nothing.";
  }
  return explain(contact, contact.breaks);
}

void write_events(JsonWriter& writer, const std::vector<Contact>& contacts,
                  const Silence& silence) {
  writer.key("events").begin_array();
  for (const Contact& contact : contacts) {
    writer.begin_object()
        .field("id", contact.id)
        .field("day", to_iso(contact.at.day))
        .field("last_day", to_iso(contact.last_day))
        .field("channel", to_string(contact.channel))
        .field("direction", to_string(contact.direction))
        .field("breaks", contact.breaks)
        .field("reason", reason_for(contact, silence))
        .end_object();
  }
  writer.end_array();
}

void write_json(const Streak& streak, const Silence& silence,
                const std::optional<std::vector<Contact>>& events, Session& session) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object().field("format", "lull.streak/1").field("today", to_iso(session.today()));
  writer.field("from", to_iso(silence.from)).field("on_break", to_string(silence.on_break));
  write_run(writer.key("current"), streak.current);
  write_run(writer.key("longest"), streak.longest);
  const auto runs = std::count_if(streak.runs.begin(), streak.runs.end(),
                                  [](const Run& run) { return run.days > 0; });
  writer.field("total", streak.total)
      .field("broken_days", streak.broken_days)
      .field("run_count", static_cast<std::int64_t>(runs))
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
  write_day(writer, "closed_on", silence.closed_on);
  writer.key("runs").begin_array();
  for (const Run& run : streak.runs) {
    if (run.days > 0) write_run(writer, run);
  }
  writer.end_array();
  if (events) write_events(writer, *events, silence);
  writer.end_object();
  session.out() << json << '\n';
}

void write_text(const Streak& streak, const Silence& silence, Session& session) {
  session.out() << streak_as_text(streak, silence);
  if (streak.length && !streak.complete() && !silence.closed_on &&
      session.terminal().output_is_terminal()) {
    session.out() << progress_bar(streak, silence.on_break, session.terminal().width()) << '\n';
  }
}

void explain_events(const std::vector<Contact>& contacts, const Silence& silence,
                    Session& session) {
  session.out() << fmt::format("\nLast in touch on {}; the first quiet day is the next.\n",
                               to_long_date(silence.from));
  if (contacts.empty()) session.out() << "No contact is recorded, so every day since counts.\n";
  for (const Contact& contact : contacts) {
    session.out() << fmt::format("{}  {}, {}. {}\n", days_in_words(contact),
                                 label_of(contact.channel), label_of(contact.direction),
                                 reason_for(contact, silence));
  }
}

ExitCode answer_without_period(const std::string& format, Session& session) {
  if (format == "json") {
    session.out() << "{\n  \"format\": \"lull.streak/1\",\n  \"current\": null\n}\n";
    return ExitCode::none;
  }
  session.say("No quiet period was begun yet: lull begin");
  return ExitCode::none;
}

// A shell prompt must stay quiet whatever is wrong; the exit code says it.
ExitCode show_prompt(Session& session) {
  try {
    if (!session.has_store()) return ExitCode::none;
    Quiet quiet(session.store(), session.clock(), session.rule(),
                session.settings().looking_breaks);
    const std::optional<Silence> silence = quiet.silence();
    if (!silence) return ExitCode::none;
    session.out() << streak_as_prompt(*quiet.streak(), silence->on_break) << '\n';
    return ExitCode::done;
  } catch (const Error& error) {
    return exit_code_of(error.kind());
  }
}

ExitCode show_streak(const StreakStatusOptions& options, Session& session) {
  const std::string format = options.format.value_or("text");
  if (format == "prompt") return show_prompt(session);
  Quiet quiet(session.store(), session.clock(), session.rule(), session.settings().looking_breaks);
  const std::optional<Silence> silence = quiet.silence();
  if (!silence) return answer_without_period(format, session);
  const Streak streak = *quiet.streak();
  std::optional<std::vector<Contact>> events;
  if (options.explain) {
    session.unlock();
    events = quiet.contacts();
  }
  if (format == "json") {
    write_json(streak, *silence, events, session);
    return ExitCode::done;
  }
  write_text(streak, *silence, session);
  if (events) explain_events(*events, *silence, session);
  return ExitCode::done;
}

}  // namespace

Action bind_streak_status(Options& options) {
  auto values = std::make_shared<StreakStatusOptions>();
  options.choice("--format", "FORMAT", values->format, {"text", "json", "prompt"},
                 "text, json, or prompt (one short line)");
  options.flag("--explain", values->explain, "the events that count, and why");
  return [values](Session& session) { return show_streak(*values, session); };
}

}  // namespace lull
