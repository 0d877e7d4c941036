#include <fmt/format.h>

#include <memory>

#include "../want_text.hpp"
#include "lull/app/wants.hpp"
#include "lull/base/json_writer.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct WantListOptions {
  std::optional<std::string> whose, format;
  bool history = false;
};

void write_version(JsonWriter& writer, const Want& want, bool hides) {
  writer.begin_object()
      .field("id", want.id)
      .field("at", to_iso(want.at))
      .field("day", to_iso(want.at.day))
      .field("dropped", want.dropped)
      .field("source", to_string(want.source))
      .field("topic", to_string(want.topic))
      .field("text", hides ? std::string() : want.text)
      .field("horizon", hides ? std::string() : want.horizon)
      .field("clarity", want.clarity)
      .end_object();
}

void write_json(const std::vector<WantHistory>& histories, Day week_one, bool all_versions,
                Session& session) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object().field("format", "lull.wants/1").key("wants").begin_array();
  for (const WantHistory& history : histories) {
    writer.begin_object()
        .field("id", history.id())
        .field("whose", to_string(history.newest().whose))
        .field("since_week_one", to_string(change_since(history, week_one)))
        .key("versions")
        .begin_array();
    if (!all_versions) write_version(writer, history.newest(), session.hides_words());
    for (const Want& version : history.versions) {
      if (all_versions) write_version(writer, version, session.hides_words());
    }
    writer.end_array().end_object();
  }
  writer.end_array().end_object();
  session.out() << json << '\n';
}

std::string_view side_of(const Want& want) {
  return want.whose == WantWhose::mine ? "yours" : "theirs";
}

void write_text(const std::vector<WantHistory>& histories, Session& session) {
  for (const Want& want : standing_wants(histories)) {
    session.out() << fmt::format("{:>4}  {:<6}  {:<9}  {}\n", want.id, side_of(want),
                                 to_string(want.topic),
                                 session.discreet() ? "" : want_line(want, false));
  }
}

std::string_view words_for(WantChange change) {
  switch (change) {
    case WantChange::same:
      return "as in week one";
    case WantChange::added:
      return "new since week one";
    case WantChange::changed:
      return "changed since week one";
    case WantChange::dropped:
      return "dropped since week one";
  }
  return "";
}

void write_history(const std::vector<WantHistory>& histories, Day week_one, Session& session) {
  for (const WantHistory& history : histories) {
    const Want& newest = history.newest();
    session.out() << fmt::format("{:>4}  {}, {}: {}\n", history.id(), side_of(newest),
                                 to_string(newest.topic),
                                 words_for(change_since(history, week_one)));
    for (const Want& version : history.versions) {
      session.out() << fmt::format(
          "      {}  {}\n", to_short_date(version.at.day),
          version.dropped ? "dropped" : want_line(version, session.discreet()));
    }
  }
}

ExitCode list_wants(const WantListOptions& options, Session& session) {
  Wants wants(session.store(), session.clock(), session.rule());
  std::vector<WantHistory> histories = wants.histories();
  std::erase_if(histories, [&](const WantHistory& history) {
    const Want& newest = history.newest();
    return (newest.dropped && !options.history) ||
           (options.whose && to_string(newest.whose) != *options.whose);
  });
  if (options.format == "json") {
    write_json(histories, wants.week_one(), options.history, session);
  } else if (options.history) {
    write_history(histories, wants.week_one(), session);
  } else {
    write_text(histories, session);
  }
  if (!histories.empty()) return ExitCode::done;
  if (options.format != "json") session.say("No want is recorded: lull want add");
  return ExitCode::none;
}

}  // namespace

Action bind_want_list(Options& options) {
  auto values = std::make_shared<WantListOptions>();
  options.choice("--whose", "WHOSE", values->whose, {"mine", "theirs"}, "of one of you alone");
  options.flag("--history", values->history, "all versions, and what changed since week one");
  options.choice("--format", "FORMAT", values->format, {"text", "json"}, "text or json");
  return [values](Session& session) { return list_wants(*values, session); };
}

}  // namespace lull
