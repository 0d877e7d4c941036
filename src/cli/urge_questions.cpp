#include "urge_questions.hpp"

#include <fmt/format.h>

#include <charconv>

#include "contact_words.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "questions.hpp"

namespace lull {
namespace {

std::optional<int> whole_number(const std::string& typed) {
  int number = 0;
  const char* end = typed.data() + typed.size();
  const auto [stop, error] = std::from_chars(typed.data(), end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

std::vector<std::string> readable_triggers(Urges& urges, Session& session) {
  if (session.discreet()) return {};
  try {
    return urges.earlier_triggers();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::locked) throw;
    return {};
  }
}

}  // namespace

std::optional<Channel> ask_pull(Session& session) {
  const auto word = ask_choice(session, "What pulls? Enter skips.", channel_words());
  if (!word) return std::nullopt;
  return parse_channel(*word);
}

std::optional<int> ask_strength(Session& session, const std::string& question) {
  while (const auto typed = ask_text(session, question)) {
    const std::optional<int> number = whole_number(*typed);
    if (number && *number >= 1 && *number <= 10) return number;
    session.warn("A number from 1 to 10, or Enter.");
  }
  return std::nullopt;
}

std::string ask_trigger(Urges& urges, Session& session) {
  const std::vector<std::string> earlier = readable_triggers(urges, session);
  std::string question = "What set it off? Enter skips.";
  for (std::size_t i = 0; i < earlier.size(); ++i) {
    question += fmt::format("\n  {} {}", i + 1, make_visible_line(earlier[i]));
  }
  const auto typed = ask_text(session, question);
  if (!typed) return "";
  const std::optional<int> number = whole_number(*typed);
  if (number && *number >= 1 && static_cast<std::size_t>(*number) <= earlier.size()) {
    return earlier[static_cast<std::size_t>(*number) - 1];
  }
  session.answers().add(*typed);
  return *typed;
}

UrgeOutcome ask_outcome(Session& session) {
  const auto word =
      ask_choice(session, "How did it go? Enter: still open.", {"passed", "acted", "open"});
  return word ? *parse_urge_outcome(*word) : UrgeOutcome::open;
}

}  // namespace lull
