#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>

#include "../talk_screen.hpp"
#include "lull/app/talks.hpp"
#include "lull/base/json_writer.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

void write_json(const std::vector<Talk>& talks, Session& session) {
  const bool hides = session.hides_words();
  const auto shown = [&](const std::string& words) { return hides ? std::string() : words; };
  std::string json;
  JsonWriter writer(json);
  writer.begin_object().field("format", "lull.talks/1").key("talks").begin_array();
  for (const Talk& talk : talks) {
    writer.begin_object()
        .field("id", talk.id)
        .field("at", to_iso(talk.at))
        .field("day", to_iso(talk.at.day))
        .field("first", shown(talk.first_name))
        .field("second", shown(talk.second_name))
        .field("turns", talk.turns)
        .field("seconds", talk.seconds)
        .field("first_felt_heard", talk.first_felt_heard)
        .field("first_heard_other", talk.first_heard_other)
        .field("second_felt_heard", talk.second_felt_heard)
        .field("second_heard_other", talk.second_heard_other)
        .key("topics")
        .begin_array();
    for (const std::string& topic : talk.topics) writer.value(shown(topic));
    writer.end_array().field("note", shown(talk.note)).end_object();
  }
  writer.end_array().end_object();
  session.out() << json << '\n';
}

std::string rating(const std::optional<int>& value) {
  return value ? std::to_string(*value) : "not said";
}

void write_talk(const Talk& talk, Session& session) {
  session.out() << fmt::format("{:>4}  {}  {} turn{}, {} spoken\n", talk.id,
                               to_short_date(talk.at.day), talk.turns, talk.turns == 1 ? "" : "s",
                               minutes_and_seconds(talk.seconds));
  if (session.discreet()) return;
  const auto person = [&](const std::string& name, const std::optional<int>& felt,
                          const std::optional<int>& heard) {
    session.out() << fmt::format("      {}: felt heard {}, heard the other {}\n",
                                 make_visible_line(name), rating(felt), rating(heard));
  };
  person(talk.first_name, talk.first_felt_heard, talk.first_heard_other);
  person(talk.second_name, talk.second_felt_heard, talk.second_heard_other);
  if (!talk.topics.empty()) {
    session.out() << "      about: "
                  << make_visible_line(fmt::format("{}", fmt::join(talk.topics, ", "))) << '\n';
  }
  if (!talk.note.empty()) session.out() << "      " << make_visible_line(talk.note) << '\n';
}

ExitCode list_talks(const std::optional<std::string>& format, Session& session) {
  const std::vector<Talk> talks = Talks(session.store(), session.clock(), session.rule()).list();
  if (format == "json") {
    write_json(talks, session);
  } else {
    for (const Talk& talk : talks) write_talk(talk, session);
    if (talks.empty()) session.say("No talk is recorded: lull talk");
  }
  return talks.empty() ? ExitCode::none : ExitCode::done;
}

}  // namespace

Action bind_talk_list(Options& options) {
  auto format = std::make_shared<std::optional<std::string>>();
  options.choice("--format", "FORMAT", *format, {"text", "json"}, "text or json");
  return [format](Session& session) { return list_talks(*format, session); };
}

}  // namespace lull
