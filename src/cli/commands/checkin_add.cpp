#include <fmt/format.h>

#include <array>
#include <charconv>
#include <memory>

#include "../questions.hpp"
#include "lull/app/checkins.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

// Each value is given once for each person, in the order of the names.
struct CheckInAddOptions {
  std::vector<std::string> names, happy, sad, angry, tired, takes_over, notes;
  bool together = false;
};

constexpr std::size_t kCouple = 2;

[[noreturn]] void throw_missing(const std::string& what) {
  throw Error(
      ErrorKind::usage,
      fmt::format("could not save the check-in: {} is missing, and nothing was recorded", what),
      "lull checkin add --happy 6 --sad 3 --angry 1 --tired 5");
}

int read_value(const std::string& name, const std::string& text) {
  int value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end || value < 0 || value > 10) {
    throw Error(ErrorKind::usage,
                fmt::format("could not read --{}: it takes a whole number from 0 to 10", name));
  }
  return value;
}

const std::string* value_for(std::size_t person, const std::vector<std::string>& values) {
  return person < values.size() ? &values[person] : nullptr;
}

int number_for(std::size_t person, const std::string& name, const std::vector<std::string>& values,
               Session& session) {
  if (const std::string* given = value_for(person, values)) return read_value(name, *given);
  if (!session.asks()) throw_missing("--" + name);
  const auto asked = ask_number(session, fmt::format("How {} from 0 to 10?", name), 0, 10);
  if (!asked) throw_missing("one of the four numbers");
  return *asked;
}

std::string name_for(std::size_t person, const CheckInAddOptions& options, Session& session) {
  if (const std::string* given = value_for(person, options.names)) return *given;
  if (!options.together) return "";
  const auto asked = session.asks()
                         ? ask_text(session, person == 0 ? "Who is first?" : "And who next?")
                         : std::nullopt;
  if (!asked) throw_missing("a name");
  return *asked;
}

CheckIn read_set(std::size_t person, const CheckInAddOptions& options, bool asked_all,
                 Session& session) {
  CheckIn set;
  set.who = name_for(person, options, session);
  if (options.together && asked_all) {
    session.warn(fmt::format("{}, for you alone:", make_visible_line(set.who)));
  }
  set.happy = number_for(person, "happy", options.happy, session);
  set.sad = number_for(person, "sad", options.sad, session);
  set.angry = number_for(person, "angry", options.angry, session);
  set.tired = number_for(person, "tired", options.tired, session);
  if (const std::string* given = value_for(person, options.takes_over)) {
    set.takes_over = read_value("takes-over", *given);
  } else if (asked_all) {
    set.takes_over =
        ask_number(session, "How much does it take over your days, from 0 to 10?", 0, 10);
  }
  if (const std::string* given = value_for(person, options.notes)) {
    set.note = *given;
  } else if (asked_all) {
    set.note = ask_words(session, "What happened?").value_or("");
  }
  return set;
}

void require_counts(const CheckInAddOptions& options, std::size_t people) {
  const std::array lists{&options.names, &options.happy,      &options.sad,  &options.angry,
                         &options.tired, &options.takes_over, &options.notes};
  for (const auto* list : lists) {
    if (list->size() <= people) continue;
    throw Error(ErrorKind::usage,
                "could not save the check-in: an option is given more often than there are people",
                people == 1 ? "--together for two" : "once for each of you");
  }
}

void say_who_can_read(bool together, Session& session) {
  if (session.store().lock()) {
    session.say(together ? "Kept in this journal, sealed: whoever knows its passphrase can read "
                           "both answers."
                         : "Kept in this journal, sealed: whoever knows its passphrase can read "
                           "it.");
    return;
  }
  session.say(together ? "Kept without a passphrase: whoever uses this account can read "
                         "both answers, each of you too."
                       : "Kept without a passphrase: whoever uses this account can read "
                         "it.");
}

// What is asked for is asked for before anyone answers, and who can read it is said first.
ExitCode add_checkin(const CheckInAddOptions& options, Session& session) {
  CheckIns checkins(session.store(), session.clock(), session.rule());
  const std::size_t people = options.together ? kCouple : 1;
  require_counts(options, people);
  const bool asks_all = session.asks() && options.happy.empty();
  say_who_can_read(options.together, session);
  std::vector<CheckIn> sets;
  for (std::size_t person = 0; person < people; ++person) {
    sets.push_back(read_set(person, options, asks_all, session));
  }
  sets = checkins.add(std::move(sets));
  for (const CheckIn& set : sets) session.say(fmt::format("Recorded as {}.", set.id));
  return ExitCode::done;
}

}  // namespace

Action bind_checkin_add(Options& options) {
  auto values = std::make_shared<CheckInAddOptions>();
  options.texts("--happy", "N", values->happy, "how happy, 0 to 10");
  options.texts("--sad", "N", values->sad, "how sad, 0 to 10");
  options.texts("--angry", "N", values->angry, "how angry, 0 to 10");
  options.texts("--tired", "N", values->tired, "how tired, 0 to 10");
  options.texts("--takes-over", "N", values->takes_over,
                "how much it takes over daily life, 0 to 10");
  options.texts("--note", "TEXT", values->notes, "what happened");
  options.flag("--together", values->together,
               "of two: each option once for each, in the order of the names");
  options.texts("--name", "NAME", values->names, "whose it is; yours when left out");
  return [values](Session& session) { return add_checkin(*values, session); };
}

}  // namespace lull
