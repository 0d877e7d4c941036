#include "lull/app/verdicts.hpp"

#include <algorithm>
#include <map>

#include "lull/app/silence.hpp"
#include "lull/base/error.hpp"
#include "lull/store/records.hpp"
#include "sound_text.hpp"

namespace lull {

std::vector<Verdict> standing_verdicts(Store& store, const std::optional<QuietPeriod>& period) {
  std::map<Theme, Verdict> newest;
  each<Verdict>(store, {}, [&](Verdict&& verdict) {
    if (verdict.sentence != 0) return true;
    if (!period || period->from <= verdict.at.day) newest[verdict.theme] = std::move(verdict);
    return true;
  });
  std::vector<Verdict> standing;
  standing.reserve(newest.size());
  for (auto& [theme, verdict] : newest) standing.push_back(std::move(verdict));
  return standing;
}

SetAside::SetAside(Store& store) {
  each<Verdict>(store, {}, [&](Verdict&& verdict) {
    if (verdict.sentence != 0) sentences_.emplace(verdict.theme, verdict.sentence);
    return true;
  });
}

bool SetAside::holds(Theme theme, std::string_view sentence) const {
  return !sentences_.empty() && sentences_.contains({theme, mark_of(sentence)});
}

Verdict Verdicts::set_aside(Theme theme, std::string_view sentence) {
  Verdict verdict;
  verdict.theme = theme;
  verdict.verdict = ThemeVerdict::rejected;
  verdict.sentence = mark_of(sentence);
  return store(std::move(verdict), "themes reject");
}

Verdict Verdicts::judge(Theme theme, ThemeVerdict verdict) {
  Verdict next = next_on(theme);
  next.verdict = verdict;
  return store(std::move(next),
               verdict == ThemeVerdict::rejected ? "themes reject" : "themes confirm");
}

Verdict Verdicts::note_change(Theme theme, const ChangeDraft& draft) {
  if (!draft.mine && !draft.theirs && !draft.why) {
    throw Error(ErrorKind::usage, "could not save the change: nothing was said about it",
                "--mine, --theirs or --why");
  }
  Verdict next = next_on(theme);
  if (draft.mine) next.mine = *draft.mine;
  if (draft.theirs) next.theirs = *draft.theirs;
  if (draft.why) {
    require_sound("the change", *draft.why);
    next.why = *draft.why;
  }
  return store(std::move(next), "themes changed");
}

std::vector<Verdict> Verdicts::standing() {
  const std::vector<QuietPeriod> periods = all<QuietPeriod>(store_);
  const QuietPeriod* current =
      pick_current(periods, [](const QuietPeriod& period) { return !period.closed_on; });
  return standing_verdicts(store_, current == nullptr ? std::nullopt : std::optional(*current));
}

// Each row holds all that stands, so that the newest one is enough to know it.
Verdict Verdicts::next_on(Theme theme) {
  Verdict next;
  next.theme = theme;
  for (Verdict& verdict : standing()) {
    if (verdict.theme == theme) next = std::move(verdict);
  }
  next.id = 0;
  next.uid = {};
  return next;
}

Verdict Verdicts::store(Verdict verdict, std::string_view name) {
  verdict.at = rule_.moment(clock_.now());
  store_.change(name, [&](Change& change) { verdict.id = insert(change, verdict); });
  return verdict;
}

}  // namespace lull
