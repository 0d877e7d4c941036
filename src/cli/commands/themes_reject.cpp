#include <fmt/format.h>

#include <charconv>
#include <memory>
#include <string>
#include <string_view>

#include "../own_codebook.hpp"
#include "../theme_words.hpp"
#include "lull/app/journal.hpp"
#include "lull/app/verdicts.hpp"
#include "lull/base/error.hpp"
#include "lull/cli/command.hpp"
#include "lull/text/findings.hpp"

namespace lull {
namespace {

struct ThemesRejectOptions {
  std::optional<std::string> theme, sentence;
};

// "12", the first sentence of entry 12 that speaks of the theme, or "12:2", the second.
struct SentencePlace {
  std::int64_t entry = 0;
  int nth = 1;
};

[[noreturn]] void refuse(ErrorKind kind, const std::string& why) {
  throw Error(kind, "could not set the sentence aside: " + why, "lull themes show THEME");
}

template <typename Number>
bool read_whole(std::string_view digits, Number& number) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc{} && end == digits.data() + digits.size() && number > 0;
}

SentencePlace read_place(std::string_view typed) {
  SentencePlace place;
  const std::size_t colon = std::min(typed.find(':'), typed.size());
  const bool is_one = read_whole(typed.substr(0, colon), place.entry) &&
                      (colon == typed.size() || read_whole(typed.substr(colon + 1), place.nth));
  if (!is_one) refuse(ErrorKind::usage, "its place is a number, as 12, or 12:2 for the second");
  return place;
}

std::string sentence_at(const SentencePlace& place, Theme theme, Session& session) {
  const auto entry = Journal(session.store(), session.clock(), session.rule()).find(place.entry);
  if (!entry) refuse(ErrorKind::not_found, "there is no entry of that number");
  int nth = 0;
  for (const Evidence& evidence : find_themes(entry->text, own_codebook(session))) {
    if (evidence.theme != theme || ++nth != place.nth) continue;
    const TextSpan span = evidence.sentence;
    return entry->text.substr(span.begin, span.end - span.begin);
  }
  refuse(ErrorKind::not_found, "the entry has none there that speaks of the theme");
}

ExitCode reject_theme(const ThemesRejectOptions& options, Session& session) {
  Store& store = session.store();
  const Theme theme = read_theme(options.theme, "reject", session);
  Verdicts verdicts(store, session.clock(), session.rule());
  std::string said = "Set aside.";
  if (options.sentence) {
    verdicts.set_aside(theme, sentence_at(read_place(*options.sentence), theme, session));
    if (!session.discreet())
      said = fmt::format("Set aside: one sentence, for {}. It is not used again.", label_of(theme));
  } else {
    verdicts.judge(theme, ThemeVerdict::rejected);
    if (!session.discreet())
      said = fmt::format("Set aside: {}. Reviews no longer rank it.", label_of(theme));
  }
  session.say(said);
  point_to_help(theme, session);
  return ExitCode::done;
}

}  // namespace

Action bind_themes_reject(Options& options) {
  auto values = std::make_shared<ThemesRejectOptions>();
  options.word("THEME", values->theme, "the theme's name, as money_work");
  options.text("--sentence", "ENTRY[:N]", values->sentence,
               "only that sentence, as themes show numbers it");
  return [values](Session& session) { return reject_theme(*values, session); };
}

}  // namespace lull
