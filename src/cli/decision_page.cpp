#include "decision_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lull/app/reviewer.hpp"
#include "lull/app/verdicts.hpp"
#include "lull/base/utf8.hpp"
#include "own_codebook.hpp"
#include "questions.hpp"
#include "want_text.hpp"

namespace lull {
namespace {

constexpr std::size_t kThemesShown = 5;
constexpr int kNarrow = 60;

const std::vector<std::string> kAnswers{"yes", "no", "unsure"};

std::string said(Changed changed, std::string_view otherwise) {
  return std::string(changed == Changed::unasked ? otherwise : to_string(changed));
}

void ask_change(const ThemeFinding& finding, Session& session) {
  const auto mine = ask_choice(
      session, fmt::format("{}: has your part of it changed?", label_of(finding.theme)), kAnswers);
  if (!mine) return;
  ChangeDraft draft;
  draft.mine = parse_changed(*mine);
  draft.why = ask_words(session, "What makes you say so?");
  Verdicts(session.store(), session.clock(), session.rule()).note_change(finding.theme, draft);
  session.answers().saved();
}

void show_themes(const Review& review, Session& session) {
  std::size_t shown = 0;
  for (const ThemeFinding& finding : review.themes) {
    const Verdict& verdict = finding.verdict;
    if (finding.theme == Theme::abuse_safety || verdict.verdict == ThemeVerdict::rejected) continue;
    if (shown++ == 0) session.warn("Why it ended, and whether it has changed:");
    session.warn(fmt::format("  {}: yours {}, theirs {}", label_of(finding.theme),
                             said(verdict.mine, "not said"),
                             said(verdict.theirs, "a question for the talk")));
    if (shown == kThemesShown) break;
  }
  std::size_t asked = 0;
  for (const ThemeFinding& finding : review.themes) {
    const Verdict& verdict = finding.verdict;
    if (finding.theme == Theme::abuse_safety || verdict.verdict == ThemeVerdict::rejected) continue;
    if (asked++ == kThemesShown) break;
    if (verdict.mine == Changed::unasked) ask_change(finding, session);
  }
}

void show_stacked(const Review& review, Session& session) {
  for (const Want& want : review.my_wants) {
    session.warn(fmt::format("  yours, {}: {}", to_string(want.topic), want_line(want, false)));
  }
  for (const Want& want : review.their_wants) {
    session.warn(fmt::format("  theirs, {}: {}", to_string(want.topic), want_line(want, false)));
  }
}

std::vector<std::string> column_of(const std::vector<Want>& wants, int columns) {
  std::vector<std::string> lines;
  for (const Want& want : wants) {
    const std::string text = fmt::format("{}: {}", to_string(want.topic), want_line(want, false));
    for (std::string& line : wrap(text, columns)) lines.push_back(std::move(line));
  }
  return lines;
}

void show_side_by_side(const Review& review, int width, Session& session) {
  const int columns = (width - 6) / 2;
  const auto mine = column_of(review.my_wants, columns);
  const auto theirs = column_of(review.their_wants, columns);
  const auto row = [&](const std::string& left, const std::string& right) {
    session.warn(fmt::format("  {}  {}", pad_to_width(left, columns), right));
  };
  row("What you want", "What they want, as far as you know");
  for (std::size_t i = 0; i < std::max(mine.size(), theirs.size()); ++i) {
    row(i < mine.size() ? mine[i] : "", i < theirs.size() ? theirs[i] : "");
  }
}

void show_wants(const Review& review, Session& session) {
  if (review.my_wants.empty() && review.their_wants.empty()) return;
  const int width = std::min(session.terminal().width(), 100);
  if (width < kNarrow) {
    show_stacked(review, session);
  } else {
    show_side_by_side(review, width, session);
  }
}

}  // namespace

void show_decision_page(Session& session, bool offers_reconnect) {
  session.warn("Nothing here decides for you. Enter skips any question.");
  if (session.discreet() || !offers_reconnect) return;
  ReviewRequest request;
  request.codebook = own_codebook(session);
  request.preview = true;
  request.looking_breaks = session.settings().looking_breaks;
  const Review review = gather_review(session.store(), session.clock(), session.rule(), request);
  if (review.safety) return;
  show_themes(review, session);
  show_wants(review, session);
}

}  // namespace lull
