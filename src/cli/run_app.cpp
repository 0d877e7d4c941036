#include "lull/cli/run_app.hpp"

#include <fmt/format.h>

#include <exception>
#include <new>

#include "backup_words.hpp"
#include "command_words.hpp"
#include "lock_copies.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/help_text.hpp"
#include "lull/version.hpp"
#include "rescue.hpp"

namespace lull {
namespace {

ExitCode show_help(const CommandWords& words, World& world) {
  if (words.command != nullptr && words.named) {
    world.out << command_help(*words.command);
  } else if (const std::string verbs = noun_help(words.noun); !verbs.empty()) {
    world.out << verbs;
  } else {
    world.out << overview_help();
  }
  return ExitCode::done;
}

// Rows that could not be read are named by number, after the data: the rest was still shown.
ExitCode report_damage(Session& session, Store& store, ExitCode code) {
  if (store.damaged().empty()) return code;
  for (const DamagedRow& row : store.damaged()) {
    session.warn(
        fmt::format("lull: {} {} is damaged and was left out", shape_of(row.table).name, row.id));
  }
  session.warn("lull: keep a copy of lull.db, then: lull doctor");
  return code == ExitCode::done ? ExitCode::store : code;
}

Error with_what_stays(const Error& error, const Session& session) {
  if (error.kind() != ErrorKind::interrupted || !session.answers().any_saved()) return error;
  return Error(error.kind(), "interrupted; what was recorded before stays", error.hint());
}

// Answers that the command could not save are kept.
ExitCode act(const Action& action, Session& session) {
  try {
    const ExitCode code = action(session);
    const Typed answers{session.answers().text()};
    if (code != ExitCode::done && !answers.text.empty()) {
      session.warn(fmt::format("lull: {}", keep_unsaved(session, answers)));
    }
    return code;
  } catch (const Error& error) {
    refuse_keeping(session, {session.answers().text()}, with_what_stays(error, session));
  }
}

ExitCode run_command(const CommandWords& words, World& world) {
  Options options;
  GlobalOptions global;
  const Action action = words.command->bind(options);
  bind_global_options(options, global);
  parse_options(options, words.rest);
  Session session(world, global, words.command->needs == Needs::nothing);
  if (words.command->needs == Needs::key && session.has_store()) session.unlock();
  const ExitCode code = act(action, session);
  session.answers().saved();
  keep_weekly_backup(session);
  // A shell prompt asks for the streak at every line.
  if (words.command->name != "streak status") name_lock_copies(session);
  return session.store_is_open() ? report_damage(session, session.store(), code) : code;
}

ExitCode run(const std::vector<std::string>& typed, World& world) {
  const CommandWords words = find_command_words(typed);
  if (words.wants_version) {
    world.out << "lull " << kVersion << '\n';
    return ExitCode::done;
  }
  if (words.wants_help) return show_help(words, world);
  return run_command(words, world);
}

ExitCode report(const Error& error, World& world) {
  world.err << "lull: " << make_visible(error.what()) << '\n';
  if (!error.hint().empty()) world.err << "      " << make_visible(error.hint()) << '\n';
  return exit_code_of(error.kind());
}

}  // namespace

int run_app(const std::vector<std::string>& words, World& world) {
  ExitCode code = ExitCode::internal;
  try {
    code = run(words, world);
  } catch (const Error& error) {
    code = report(error, world);
  } catch (const std::bad_alloc&) {
    code = report(Error(ErrorKind::io, "could not go on: there is not enough memory"), world);
  } catch (const std::exception&) {
    // What it says may hold somebody's words, so it is not shown.
    code = report(Error(ErrorKind::internal, "could not go on: lull made a mistake",
                        "nothing that was saved before is touched by it"),
                  world);
  }
  return static_cast<int>(code);
}

}  // namespace lull
