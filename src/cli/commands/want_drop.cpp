#include <fmt/format.h>

#include <memory>

#include "../questions.hpp"
#include "lull/app/wants.hpp"
#include "lull/base/error.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

ExitCode drop_want(std::optional<std::string> id, Session& session) {
  Store& store = session.store();
  if (!id && session.asks()) id = ask_text(session, "Which want? Its number, from lull want list.");
  if (!id) {
    throw Error(ErrorKind::usage, "could not drop the want: its number is missing",
                "lull want list shows the numbers");
  }
  Wants wants(store, session.clock(), session.rule());
  const WantHistory history = wants.drop(parse_id(*id));
  session.say(
      fmt::format("Want {} is dropped; lull want list --history still shows it.", history.id()));
  return ExitCode::done;
}

}  // namespace

Action bind_want_drop(Options& options) {
  auto id = std::make_shared<std::optional<std::string>>();
  options.word("ID", *id, "the want's number");
  return [id](Session& session) { return drop_want(*id, session); };
}

}  // namespace lull
