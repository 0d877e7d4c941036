#include "lull/model/due.hpp"

#include <algorithm>

#include "lull/model/decision_rules.hpp"
#include "name_table.hpp"

namespace lull {
namespace {

constexpr NameTable kNames{{
    Name{Due::decision, "decision"},
    Name{Due::review, "review"},
    Name{Due::checkin, "check-in"},
    Name{Due::writing, "writing"},
    Name{Due::backup, "backup"},
}};

// Anyone may be looking at the screen: no line says what was decided, written or felt.
constexpr NameTable kLines{{
    Name{Due::decision, "A question waits for its second answer: lull decide"},
    Name{Due::review, "The review is open: lull review"},
    Name{Due::checkin, "A check-in is due: lull checkin add"},
    Name{Due::writing, "A line, if you like: lull add"},
    Name{Due::backup, "A backup is due: lull backup create"},
}};

// Whether `days` have passed since the later of the two.
bool passed(Day today, int days, Day since, std::optional<Day> last) {
  return today - std::max(since, last.value_or(since)) >= days;
}

bool is_due(Due what, const DueFacts& facts) {
  switch (what) {
    case Due::decision:
      return facts.first_yes && cooled_at(*facts.first_yes) <= facts.now;
    case Due::review:
      return facts.review_opens_on && *facts.review_opens_on <= facts.today && !facts.review_read;
    case Due::checkin:
      return facts.checkins_since &&
             passed(facts.today, facts.checkin_every, *facts.checkins_since, facts.last_checkin);
    case Due::writing:
      return facts.remind_since &&
             passed(facts.today, kWritingDays, *facts.remind_since, facts.last_written);
    case Due::backup:
      return facts.unsaved_since && facts.today - *facts.unsaved_since >= kBackupDays;
  }
  return false;
}

}  // namespace

std::vector<Due> due(const DueFacts& facts) {
  std::vector<Due> found;
  if (facts.parted) return found;
  const auto& said = facts.said_today;
  for (const Due what : kNames.values()) {
    const bool is_said = std::find(said.begin(), said.end(), what) != said.end();
    if (!is_said && is_due(what, facts)) found.push_back(what);
  }
  return found;
}

std::string_view line_for(Due due) { return kLines.word_of(due); }
std::string_view to_string(Due due) { return kNames.word_of(due); }
std::optional<Due> parse_due(std::string_view word) { return kNames.parse(word); }

}  // namespace lull
