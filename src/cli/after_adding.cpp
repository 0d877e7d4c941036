#include "after_adding.hpp"

#include <fmt/format.h>
#include "purge.hpp"

#include "lull/app/journal_tags.hpp"
#include "lull/app/journal_trash.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"

namespace lull {
namespace {

std::string times(int count) { return count == 1 ? "once" : fmt::format("{} times", count); }

void hint_at_tags(const Entry& added, Session& session) {
  const std::optional<TagHint> hint = hint_for_tags(session.store(), added);
  if (!hint) return;
  const std::string tag = make_visible_line(hint->tag);
  const std::string known = make_visible_line(hint->known.tag);
  session.say(
      fmt::format("#{} is new; #{} was used {}. To put them together:\n"
                  "  lull journal tags --merge {} {}",
                  tag, known, times(hint->known.entries), tag, known));
}

// Looking through the trash reads the whole journal, so it is done once a day.
bool is_first_of_day(const Entry& added, Store& store) {
  bool first = true;
  RowQuery query;
  query.newest_first = true;
  store.each_in_clear(TableId::entry, query, [&](Row&& row) {
    if (row.id == added.id) return true;
    first = row.day < added.at.day;
    return false;
  });
  return first;
}

}  // namespace

void look_after_adding(const Entry& added, Session& session) {
  try {
    if (!session.discreet() && !session.options().quiet) hint_at_tags(added, session);
    if (is_first_of_day(added, session.store())) empty_trash_everywhere(session);
  } catch (const Error&) {
    // The entry is saved; what is left undone here comes round again.
  }
}

}  // namespace lull
