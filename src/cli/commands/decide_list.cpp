#include <fmt/format.h>

#include <memory>

#include "../decision_text.hpp"
#include "lull/app/decisions.hpp"
#include "lull/base/json_writer.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

void write_json(const std::vector<Decision>& decisions, Session& session) {
  const bool hides = session.hides_words();
  const auto shown = [&](const std::string& words) { return hides ? std::string() : words; };
  std::string json;
  JsonWriter writer(json);
  writer.begin_object().field("format", "lull.decisions/1").key("decisions").begin_array();
  for (const Decision& decision : decisions) {
    writer.begin_object()
        .field("id", decision.id)
        .field("at", to_iso(decision.at))
        .field("day", to_iso(decision.at.day))
        .field("choice", hides ? "decided" : to_string(decision.choice))
        .field("confirmed", decision.confirmed)
        .field("reason", shown(decision.reason))
        .field("to_a_friend", shown(decision.to_a_friend))
        .field("missing", shown(decision.missing))
        .field("must_differ", shown(decision.must_differ))
        .end_object();
  }
  writer.end_array().end_object();
  session.out() << json << '\n';
}

void write_words(const char* label, const std::string& words, Session& session) {
  if (words.empty() || session.discreet()) return;
  session.out() << "      " << label << ": " << make_visible_line(words) << '\n';
}

void write_text(const std::vector<Decision>& decisions, Session& session) {
  for (const Decision& decision : decisions) {
    const bool first_yes = decision.choice == Choice::reconnect && !decision.confirmed;
    session.out() << fmt::format("{:>4}  {}  {}{}\n", decision.id, to_short_date(decision.at.day),
                                 session.discreet() ? "decided" : words_for(decision.choice),
                                 first_yes && !session.discreet() ? " (a first yes)" : "");
    write_words("because", decision.reason, session);
    write_words("to a friend", decision.to_a_friend, session);
    write_words("what you miss", decision.missing, session);
    write_words("what would have to differ", decision.must_differ, session);
  }
}

ExitCode list_decisions(const std::optional<std::string>& format, Session& session) {
  const std::vector<Decision> decisions =
      Decisions(session.store(), session.clock(), session.rule()).list();
  if (format == "json") {
    write_json(decisions, session);
  } else {
    write_text(decisions, session);
    if (decisions.empty()) session.say("No decision is recorded.");
  }
  return decisions.empty() ? ExitCode::none : ExitCode::done;
}

}  // namespace

Action bind_decide_list(Options& options) {
  auto format = std::make_shared<std::optional<std::string>>();
  options.choice("--format", "FORMAT", *format, {"text", "json"}, "text or json");
  return [format](Session& session) { return list_decisions(*format, session); };
}

}  // namespace lull
