#include "theme_words.hpp"

#include <fmt/format.h>

#include "lull/base/edit_distance.hpp"
#include "lull/base/error.hpp"
#include "questions.hpp"

namespace lull {

const std::vector<std::string>& theme_words() {
  static const std::vector<std::string> kWords = [] {
    std::vector<std::string> words;
    for (const Theme theme : all_themes()) words.emplace_back(to_string(theme));
    return words;
  }();
  return kWords;
}

Theme read_theme(const std::optional<std::string>& typed, const std::string& verb,
                 Session& session) {
  if (typed) {
    if (const auto theme = parse_theme(*typed)) return *theme;
    const auto nearest = find_nearest(*typed, theme_words());
    throw Error(ErrorKind::usage,
                fmt::format("could not {} the theme: there is none of that name", verb),
                nearest ? fmt::format("did you mean {}?", *nearest)
                        : fmt::format("such as {}", theme_words().front()));
  }
  std::optional<std::string> word;
  if (session.asks()) word = ask_choice(session, "Which theme?", theme_words());
  if (!word) {
    throw Error(ErrorKind::usage, fmt::format("could not {} the theme: none was named", verb),
                fmt::format("such as {}", theme_words().front()));
  }
  return *parse_theme(*word);
}

void point_to_help(Theme theme, Session& session) {
  if (theme == Theme::abuse_safety) session.warn("Where to get help: lull help safety");
}

}  // namespace lull
