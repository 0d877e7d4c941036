#include <fmt/format.h>

#include <memory>

#include "../questions.hpp"
#include "../want_text.hpp"
#include "lull/app/wants.hpp"
#include "lull/base/error.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct WantEditOptions {
  std::optional<std::string> id, text, source, topic, horizon;
  std::optional<int> clarity;

  bool say_nothing() const { return !text && !source && !topic && !horizon && !clarity; }
};

const std::vector<std::string> kSources{"guessed", "heard"};

// Enter keeps what stands.
void ask_changes(WantEditOptions& options, Session& session) {
  session.warn("Enter keeps what stands.");
  options.text = ask_words(session, "What is wanted, in a sentence?");
  options.topic = ask_choice(session, "What is it about?", want_topic_words());
  options.horizon = ask_text(session, "By when?");
  options.clarity = ask_clarity(session);
}

std::int64_t read_id(const WantEditOptions& options, Session& session) {
  std::optional<std::string> id = options.id;
  if (!id && session.asks()) id = ask_text(session, "Which want? Its number, from lull want list.");
  if (!id) {
    throw Error(ErrorKind::usage, "could not edit the want: its number is missing",
                "lull want list shows the numbers");
  }
  return parse_id(*id);
}

ExitCode edit_want(WantEditOptions options, Session& session) {
  Store& store = session.store();
  const std::int64_t id = read_id(options, session);
  if (options.say_nothing() && session.asks()) ask_changes(options, session);
  WantEdit edit;
  edit.text = options.text;
  edit.horizon = options.horizon;
  edit.clarity = options.clarity;
  if (options.source) edit.source = parse_want_source(*options.source);
  if (options.topic) edit.topic = parse_want_topic(*options.topic);
  Wants wants(store, session.clock(), session.rule());
  const WantHistory history = wants.edit(id, edit);
  session.say(fmt::format("Want {} has {} versions now: lull want list --history", history.id(),
                          history.versions.size()));
  return ExitCode::done;
}

}  // namespace

Action bind_want_edit(Options& options) {
  auto values = std::make_shared<WantEditOptions>();
  options.word("ID", values->id, "the want's number");
  options.text("--text", "TEXT", values->text, "what is wanted now");
  options.choice("--source", "SOURCE", values->source, kSources,
                 "how you know of theirs: guessed or heard from them");
  options.choice("--topic", "TOPIC", values->topic, want_topic_words(), "what it is about");
  options.text("--horizon", "WHEN", values->horizon, "by when, in your words");
  options.number("--clarity", "N", values->clarity, 1, 5, "from 1 (a guess) to 5 (certain)");
  return [values](Session& session) { return edit_want(*values, session); };
}

}  // namespace lull
