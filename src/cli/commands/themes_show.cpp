#include <fmt/format.h>

#include <memory>
#include <string>

#include "../own_codebook.hpp"
#include "../theme_words.hpp"
#include "lull/app/journal.hpp"
#include "lull/app/verdicts.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"
#include "lull/text/findings.hpp"

namespace lull {
namespace {

// How `themes reject --sentence` names it.
std::string place_of(std::int64_t entry, int nth) {
  return nth == 1 ? std::to_string(entry) : fmt::format("{}:{}", entry, nth);
}

// The evidence by day, oldest first: each sentence with its entry's number.
ExitCode show_theme(const std::optional<std::string>& typed, Session& session) {
  Store& store = session.store();
  const Theme theme = read_theme(typed, "show", session);
  EntryFilter filter;
  filter.newest_first = false;
  const SetAside set_aside(store);
  const Codebook codebook = own_codebook(session);
  std::optional<Day> day;
  Journal(store, session.clock(), session.rule()).each(filter, [&](Entry&& entry) {
    int nth = 0;
    for (const Evidence& evidence : find_themes(entry.text, codebook)) {
      if (evidence.theme != theme) continue;
      ++nth;
      const TextSpan span = evidence.sentence;
      const std::string sentence = entry.text.substr(span.begin, span.end - span.begin);
      if (set_aside.holds(theme, sentence)) continue;
      if (day != entry.at.day) session.out() << to_long_date(entry.at.day) << '\n';
      day = entry.at.day;
      if (session.discreet()) continue;
      session.out() << fmt::format("  {:>4}  {}\n", place_of(entry.id, nth),
                                   make_visible_line(sentence));
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
