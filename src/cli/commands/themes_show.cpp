#include <fmt/format.h>

#include <memory>

#include "../theme_words.hpp"
#include "lull/app/journal.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"
#include "lull/text/theme_finder.hpp"

namespace lull {
namespace {

// The evidence by day, oldest first: each sentence with its entry's number.
ExitCode show_theme(const std::optional<std::string>& typed, Session& session) {
  Store& store = session.store();
  const Theme theme = read_theme(typed, "show", session);
  EntryFilter filter;
  filter.newest_first = false;
  std::optional<Day> day;
  Journal(store, session.clock(), session.rule()).each(filter, [&](Entry&& entry) {
    for (const Evidence& evidence : find_themes(entry.text)) {
      if (evidence.theme != theme) continue;
      if (day != entry.at.day) session.out() << to_long_date(entry.at.day) << '\n';
      day = entry.at.day;
      if (session.discreet()) continue;
      const Span sentence = evidence.sentence;
      session.out() << fmt::format(
          "  {:>4}  {}\n", entry.id,
          make_visible_line(entry.text.substr(sentence.begin, sentence.end - sentence.begin)));
    }
    return true;
  });
  point_to_help(theme, session);
  if (day) return ExitCode::done;
  session.say("Nothing you wrote speaks of it.");
  return ExitCode::none;
}

}  // namespace

Action bind_themes_show(Options& options) {
  auto theme = std::make_shared<std::optional<std::string>>();
  options.word("THEME", *theme, "the theme's name, as money_work");
  return [theme](Session& session) { return show_theme(*theme, session); };
}

}  // namespace lull
