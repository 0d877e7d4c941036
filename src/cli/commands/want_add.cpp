#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>

#include "../questions.hpp"
#include "../want_text.hpp"
#include "lull/app/wants.hpp"
#include "lull/base/error.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct WantAddOptions {
  std::vector<std::string> text;
  std::optional<std::string> whose, source, topic, horizon;
  std::optional<int> clarity;
};

const std::vector<std::string> kWhose{"mine", "theirs"};
const std::vector<std::string> kSources{"guessed", "heard"};

// The text alone is needed; Enter skips the rest.
void ask_missing(WantAddOptions& options, Session& session) {
  if (!options.whose) options.whose = ask_choice(session, "Whose want is it?", kWhose);
  if (options.whose == "theirs" && !options.source) {
    options.source = ask_choice(session, "Did you guess it, or hear it from them?", kSources);
  }
  const auto text = ask_words(session, "What is wanted, in a sentence?");
  if (!text) throw Error(ErrorKind::usage, "could not save the want: there is no text in it");
  options.text = {*text};
  if (!options.topic) options.topic = ask_choice(session, "What is it about?", want_topic_words());
  if (!options.horizon) options.horizon = ask_text(session, "By when? (in two years)");
  if (!options.clarity) options.clarity = ask_clarity(session);
}

WantDraft read_draft(WantAddOptions options, Session& session) {
  if (options.text.empty() && session.asks()) ask_missing(options, session);
  if (options.source && options.whose.value_or("mine") == "mine") {
    throw Error(ErrorKind::usage, "could not save the want: only theirs can be guessed or heard",
                "--whose theirs");
  }
  WantDraft draft;
  draft.text = fmt::format("{}", fmt::join(options.text, " "));
  draft.horizon = options.horizon.value_or("");
  draft.clarity = options.clarity;
  if (options.whose) draft.whose = *parse_want_whose(*options.whose);
  if (options.source) draft.source = *parse_want_source(*options.source);
  if (options.topic) draft.topic = *parse_want_topic(*options.topic);
  return draft;
}

ExitCode add_want(const WantAddOptions& options, Session& session) {
  Store& store = session.store();
  const WantDraft draft = read_draft(options, session);
  Wants wants(store, session.clock(), session.rule());
  const WantHistory history = wants.add(draft);
  const Want& want = history.newest();
  session.say(
      fmt::format("Recorded as {}: {}, about {}.", history.id(),
                  want.whose == WantWhose::mine ? "yours" : "theirs",
                  want.topic == WantTopic::other ? "something else" : to_string(want.topic)));
  if (want.source == WantSource::guessed) {
    session.say("It is a guess, so the review keeps it as a question for the talk.");
  }
  return ExitCode::done;
}

}  // namespace

Action bind_want_add(Options& options) {
  auto values = std::make_shared<WantAddOptions>();
  options.words("TEXT", values->text, "what is wanted, in a sentence");
  options.choice("--whose", "WHOSE", values->whose, kWhose, "mine (the default) or theirs");
  options.choice("--source", "SOURCE", values->source, kSources,
                 "how you know of theirs: guessed (the default) or heard from them");
  options.choice("--topic", "TOPIC", values->topic, want_topic_words(), "what it is about");
  options.text("--horizon", "WHEN", values->horizon, "by when, in your words");
  options.number("--clarity", "N", values->clarity, 1, 5, "from 1 (a guess) to 5 (certain)");
  return [values](Session& session) { return add_want(*values, session); };
}

}  // namespace lull
