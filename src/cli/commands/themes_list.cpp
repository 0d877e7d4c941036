#include <fmt/format.h>

#include <memory>

#include "../help_country.hpp"
#include "../own_codebook.hpp"
#include "lull/app/reviewer.hpp"
#include "lull/base/json_writer.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct ThemesListOptions {
  std::optional<std::string> format;
};

void write_json(const Review& review, Session& session) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().field("format", "lull.themes/1").field("help_first", review.safety);
  json.key("themes").begin_array();
  for (const ThemeFinding& finding : review.themes) {
    json.begin_object()
        .field("id", to_string(finding.theme))
        .field("days", finding.days)
        .field("sentences", finding.sentences)
        .key("strength")
        .rounded(finding.strength)
        .field("verdict", to_string(finding.verdict.verdict))
        .field("mine", to_string(finding.verdict.mine))
        .field("theirs", to_string(finding.verdict.theirs))
        .end_object();
  }
  json.end_array().end_object();
  session.out() << out << '\n';
}

void write_text(const Review& review, Session& session) {
  for (const ThemeFinding& finding : review.themes) {
    const bool judged = finding.verdict.verdict != ThemeVerdict::none;
    session.out() << fmt::format(
        "{:<26} {:>3} day{}  {:<22}{}\n", label_of(finding.theme), finding.days,
        finding.days == 1 ? " " : "s", to_string(finding.theme),
        judged ? fmt::format("  {}", to_string(finding.verdict.verdict)) : "");
  }
}

ExitCode list_themes(const ThemesListOptions& options, Session& session) {
  ReviewRequest request;
  request.codebook = own_codebook(session);
  request.preview = true;
  request.country = help_country(session).value_or("");
  const Review review = gather_review(session.store(), session.clock(), session.rule(), request);
  if (options.format == "json" ? session.hides_words() : session.discreet()) {
    session.say("Under --discreet no theme is shown.");
  } else if (options.format == "json") {
    write_json(review, session);
  } else {
    write_text(review, session);
  }
  if (review.safety) session.say("If you need help: lull help safety");
  if (!review.themes.empty()) return ExitCode::done;
  if (!review.safety) session.say("No reason is stated so far. That is a normal result.");
  return ExitCode::none;
}

}  // namespace

Action bind_themes_list(Options& options) {
  auto values = std::make_shared<ThemesListOptions>();
  options.choice("--format", "FORMAT", values->format, {"text", "json"}, "text or json");
  return [values](Session& session) { return list_themes(*values, session); };
}

}  // namespace lull
