#include <fmt/format.h>

#include <cmath>
#include <memory>

#include "../open_for_adding.hpp"
#include "../questions.hpp"
#include "../talk_screen.hpp"
#include "lull/app/talks.hpp"
#include "lull/base/error.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct TalkAddOptions {
  std::vector<std::string> names, felt_heard, heard_other, topics;
  std::optional<int> turns;
  std::optional<std::string> minutes, at, note;
};

constexpr std::size_t kTwo = 2;

[[noreturn]] void throw_unreadable(const std::string& what) {
  throw Error(ErrorKind::usage, "could not record the talk: " + what,
              "lull talk add Robin Sam --turns 6 --felt-heard 4 --felt-heard 3");
}

std::pair<std::string, std::string> names_of(const TalkAddOptions& options) {
  const auto& names = options.names;
  if (names.empty()) return {"you", "them"};
  const bool two = names.size() == kTwo && names[0] != names[1] && !names[0].empty();
  if (!two || names[1].empty()) throw_unreadable("it takes two different names, or none");
  return {names[0], names[1]};
}

// Given once for each of the two, in the order of the names; a dash is no answer.
std::optional<int> rating(const std::vector<std::string>& values, std::size_t person) {
  if (values.size() > kTwo) throw_unreadable("a rating is given more often than there are people");
  if (person >= values.size() || values[person] == "-") return std::nullopt;
  const std::string& text = values[person];
  if (text.size() == 1 && text[0] >= '1' && text[0] <= '5') return text[0] - '0';
  throw_unreadable("a rating is a number from 1 to 5, or - for none");
}

int turns_of(const TalkAddOptions& options, Session& session) {
  if (options.turns) return *options.turns;
  const auto asked = session.asks()
                         ? ask_number(session, "How many turns, of both together?", 1, 100)
                         : std::nullopt;
  if (!asked) throw_unreadable("how many turns it had was not given");
  return *asked;
}

int seconds_of_turn(const TalkAddOptions& options, Session& session) {
  if (!options.minutes) return static_cast<int>(std::lround(session.settings().talk_minutes * 60));
  if (const auto seconds = parse_turn_length(*options.minutes)) return *seconds;
  throw_unreadable("--minutes takes minutes such as 3, 2.5 or 0:30, up to 60");
}

ExitCode add_talk(const TalkAddOptions& options, Session& session) {
  Talk talk;
  std::tie(talk.first_name, talk.second_name) = names_of(options);
  const Instant at =
      options.at ? parse_when(*options.at, session.rule(), session.now()) : session.now();
  talk.first_felt_heard = rating(options.felt_heard, 0);
  talk.second_felt_heard = rating(options.felt_heard, 1);
  talk.first_heard_other = rating(options.heard_other, 0);
  talk.second_heard_other = rating(options.heard_other, 1);
  talk.topics = options.topics;
  talk.note = options.note.value_or("");
  const int length = seconds_of_turn(options, session);
  talk.turns = turns_of(options, session);
  talk.seconds = talk.turns * length;
  talk = Talks(open_for_adding(session), session.clock(), session.rule()).keep(talk, at);
  session.say(fmt::format("Recorded as {}: {} turn{}, about {}, {}.", talk.id, talk.turns,
                          talk.turns == 1 ? "" : "s", minutes_and_seconds(talk.seconds),
                          describe(talk.at, session.now())));
  return ExitCode::done;
}

}  // namespace

Action bind_talk_add(Options& options) {
  auto values = std::make_shared<TalkAddOptions>();
  options.words("NAME NAME", values->names, "the two who talked, the one first who began");
  options.number("--turns", "N", values->turns, 1, 100, "how many turns, of both together");
  options.text("--minutes", "M", values->minutes, "length of a turn: 3, 2.5, or 0:30");
  options.text("--at", "WHEN", values->at, "when it began (lull help dates)");
  options.texts("--felt-heard", "N", values->felt_heard,
                "felt heard, 1 to 5: once for each, in the order of the names; - for none");
  options.texts("--heard-other", "N", values->heard_other,
                "has heard the other, 1 to 5: once for each; - for none");
  options.texts("--topic", "TOPIC", values->topics, "what it was about");
  options.text("--note", "TEXT", values->note, "a line about it");
  return [values](Session& session) { return add_talk(*values, session); };
}

}  // namespace lull
