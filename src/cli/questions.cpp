#include "questions.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>

#include "lull/base/blanks.hpp"

namespace lull {
namespace {

std::optional<std::string> match(const std::string& typed,
                                 const std::vector<std::string>& choices) {
  std::optional<std::string> found;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (choices[i] == typed || std::to_string(i + 1) == typed) return choices[i];
    if (!choices[i].starts_with(typed)) continue;
    if (found) return std::nullopt;
    found = choices[i];
  }
  return found;
}

}  // namespace

std::optional<std::string> ask_choice(Session& session, const std::string& question,
                                      const std::vector<std::string>& choices) {
  const std::string prompt = fmt::format("{}\n  {}\n> ", question, fmt::join(choices, ", "));
  while (true) {
    const auto line = session.terminal().ask_line(prompt);
    if (!line) return std::nullopt;
    const std::string typed(trim(*line));
    if (typed.empty()) return std::nullopt;
    if (auto found = match(typed, choices)) return found;
    session.warn("That is none of them. Enter skips.");
  }
}

bool ask_yes(Session& session, const std::string& question, bool otherwise) {
  const auto line =
      session.terminal().ask_line(fmt::format("{} [{}] ", question, otherwise ? "Y/n" : "y/N"));
  if (!line) return false;
  const std::string typed(trim(*line));
  if (typed.empty()) return otherwise;
  return typed == "y" || typed == "Y" || typed == "yes";
}

std::optional<std::string> ask_text(Session& session, const std::string& question) {
  const auto line = session.terminal().ask_line(question + "\n> ");
  if (!line) return std::nullopt;
  std::string typed(trim(*line));
  if (typed.empty()) return std::nullopt;
  return typed;
}

std::optional<std::string> ask_words(Session& session, const std::string& question) {
  std::optional<std::string> typed = ask_text(session, question);
  if (typed) session.answers().add(*typed);
  return typed;
}

std::optional<int> ask_number(Session& session, const std::string& question, int least, int most) {
  while (const auto typed = ask_text(session, question)) {
    int number = 0;
    const char* end = typed->data() + typed->size();
    const auto [stop, error] = std::from_chars(typed->data(), end, number);
    if (error == std::errc() && stop == end && number >= least && number <= most) return number;
    session.warn(fmt::format("A whole number from {} to {}, or Enter.", least, most));
  }
  return std::nullopt;
}

}  // namespace lull
