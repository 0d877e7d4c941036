#include "lull/app/journal.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lull/base/error.hpp"
#include "lull/store/records.hpp"
#include "sound_text.hpp"

namespace lull {
namespace {

// Clocks of two machines differ a little; a minute is not the future.
constexpr std::int64_t kClockSlack = 60;

std::vector<std::string> merge_tags(const std::vector<std::string>& given,
                                    const std::string& text) {
  std::vector<std::string> merged;
  const auto add = [&](const std::string& tag) {
    if (!tag.empty() && !holds_word(merged, tag)) merged.push_back(tag);
  };
  for (const std::string& tag : given) add(bare_tag(tag));
  for (const std::string& tag : tags_in(text)) add(tag);
  return merged;
}

}  // namespace

void require_past(Instant at, const Clock& clock) {
  if (at - clock.now() <= kClockSlack) return;
  throw Error(ErrorKind::usage, "could not save the entry: its time lies in the future",
              "lull help dates");
}

Entry Journal::add(const Draft& draft) {
  require_words("the entry", draft.text, "lull journal add, then write, then ^D");
  const Instant now = clock_.now();
  const Instant at = draft.at.value_or(now);
  require_past(at, clock_);
  Entry entry;
  entry.at = rule_.moment(at);
  entry.written = now;
  entry.kind = draft.kind;
  entry.text = draft.text;
  entry.mood = draft.mood;
  entry.feelings = draft.feelings;
  entry.tags = merge_tags(draft.tags, draft.text);
  entry.starred = draft.starred;
  entry.prompt = draft.prompt;
  store_.change("journal add", [&](Change& change) { entry.id = insert(change, entry); });
  return entry;
}

std::optional<Entry> Journal::find(std::int64_t id) { return lull::find<Entry>(store_, id); }

std::optional<Entry> Journal::last() {
  EntryFilter filter;
  filter.limit = 1;
  std::vector<Entry> entries = list(filter);
  if (entries.empty()) return std::nullopt;
  return std::move(entries.front());
}

void Journal::each(const EntryFilter& filter, const std::function<bool(Entry&&)>& take) {
  int given = 0;
  if (filter.limit && *filter.limit == 0) return;
  lull::each<Entry>(store_, filter.rows(), [&](Entry&& entry) {
    if (!filter.accepts(entry)) return true;
    const bool more = take(std::move(entry));
    return more && (!filter.limit || ++given < *filter.limit);
  });
}

std::vector<Entry> Journal::list(const EntryFilter& filter) {
  std::vector<Entry> entries;
  each(filter, [&](Entry&& entry) {
    entries.push_back(std::move(entry));
    return true;
  });
  return entries;
}

}  // namespace lull
