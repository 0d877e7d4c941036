#include "lull/app/undo.hpp"

#include <fmt/format.h>

#include <memory>

#include "../change_text.hpp"
#include "../entry_text.hpp"
#include "../questions.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

constexpr std::size_t kMostEntriesShown = 5;

struct UndoOptions {
  std::optional<std::string> number, format;
  bool list = false;
};

ExitCode list_changes(const UndoOptions& options, Session& session) {
  const std::vector<LoggedChange> changes = session.store().changes();
  if (options.format == "json") {
    session.out() << changes_as_json(changes, session) << '\n';
  } else {
    for (const LoggedChange& change : changes) {
      session.out() << change_as_text(change, session) << '\n';
    }
    if (changes.empty()) session.say("No change is remembered.");
  }
  return changes.empty() ? ExitCode::none : ExitCode::done;
}

void show(const LoggedChange& change, Session& session) {
  const std::optional<Moment> moment = moment_of(change, session);
  session.say(fmt::format("Taking back change {}, {}{},", change.id, make_visible_line(change.name),
                          moment ? fmt::format(" of {} {}", to_short_date(moment->day),
                                               to_clock_time(local_time_of(*moment)))
                                 : ""));
  std::string lines = backwards_as_text(change);
  if (!session.discreet()) {
    for (const Entry& entry : entries_touched(session.store(), change, kMostEntriesShown)) {
      lines += entry_as_line(entry, session) + '\n';
    }
  }
  if (!lines.empty()) lines.pop_back();
  session.say(lines);
}

bool agrees(Session& session) {
  if (session.options().yes) return true;
  if (!session.asks()) {
    throw Error(ErrorKind::refused, "could not take it back: nobody can be asked here",
                "--yes says it beforehand");
  }
  return ask_yes(session, "Take it back?");
}

ExitCode undo(const UndoOptions& options, Session& session) {
  if (options.list) {
    if (options.number) {
      throw Error(ErrorKind::usage, "could not list the changes: a number is too much",
                  "lull undo --list");
    }
    return list_changes(options, session);
  }
  if (options.format) {
    throw Error(ErrorKind::usage, "could not take back: --format goes with --list",
                "lull undo --list --format json");
  }
  Store& store = session.store();
  const std::optional<LoggedChange> change =
      options.number ? require_standing_change(store, parse_id(*options.number))
                     : last_standing_change(store);
  if (!change) {
    session.say("There is no change to take back.");
    return ExitCode::none;
  }
  show(*change, session);
  if (!agrees(session)) {
    session.say("Nothing was taken back.");
    return ExitCode::none;
  }
  const std::int64_t done = take_back(store, *change);
  session.say(fmt::format("Taken back. lull undo {} brings it again.", done));
  return ExitCode::done;
}

}  // namespace

Action bind_undo(Options& options) {
  auto values = std::make_shared<UndoOptions>();
  options.word("NUMBER", values->number, "a change of the list; without it, the last one");
  options.flag("--list", values->list, "the last 100 changes, newest first; take nothing back");
  options.choice("--format", "FORMAT", values->format, {"text", "json"}, "the list, text or json");
  return [values](Session& session) { return undo(*values, session); };
}

}  // namespace lull
