#include <fmt/format.h>

#include <memory>

#include "lull/app/silence.hpp"
#include "lull/base/error.hpp"
#include "lull/base/json_writer.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct StreakExceptionsOptions {
  std::optional<std::string> action, name, format;
};

void write_json(const std::vector<std::string>& names, Session& session) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object().field("format", "lull.exceptions/1").key("exceptions").begin_array();
  for (const std::string& name : names) writer.value(name);
  writer.end_array().end_object();
  session.out() << json << '\n';
}

ExitCode list_exceptions(Quiet& quiet, const std::string& format, Session& session) {
  const std::optional<QuietPeriod> period = quiet.current_period();
  if (!period) {
    throw Error(ErrorKind::refused, "could not list the exceptions: no quiet period was begun yet",
                "lull begin");
  }
  std::vector<std::string> names{"safety"};
  names.insert(names.end(), period->exceptions.begin(), period->exceptions.end());
  if (format == "json") {
    write_json(names, session);
  } else if (session.discreet()) {
    session.out() << names.size() << '\n';
  } else {
    for (const std::string& name : names) session.out() << make_visible_line(name) << '\n';
  }
  return ExitCode::done;
}

std::string required_name(const StreakExceptionsOptions& options) {
  if (options.name && !options.name->empty()) return *options.name;
  throw Error(ErrorKind::usage, "could not change the exceptions: no name was given",
              "lull streak exceptions add children");
}

ExitCode change_exceptions(const StreakExceptionsOptions& options, Session& session) {
  Quiet quiet(session.store(), session.clock(), session.rule(), session.settings().looking_breaks);
  const std::string action = options.action.value_or("list");
  if (action == "list") return list_exceptions(quiet, options.format.value_or("text"), session);
  const std::string name = required_name(options);
  if (name == "safety") {
    session.say("Safety always is an exception.");
    return action == "add" ? ExitCode::done : ExitCode::none;
  }
  if (action == "add") {
    quiet.add_exception(name);
    session.say("Written down. A contact under it is counted apart and breaks nothing.");
  } else {
    quiet.remove_exception(name);
    session.say("Taken back. Contacts that were recorded under it stay as they are.");
  }
  return ExitCode::done;
}

}  // namespace

Action bind_streak_exceptions(Options& options) {
  auto values = std::make_shared<StreakExceptionsOptions>();
  options.word("ACTION", values->action, "list, add, or remove", {"list", "add", "remove"});
  options.word("NAME", values->name, "the exception: children, bills, housing, work");
  options.choice("--format", "FORMAT", values->format, {"text", "json"}, "text or json");
  return [values](Session& session) { return change_exceptions(*values, session); };
}

}  // namespace lull
