#include "lull/app/journal_edit.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lull/app/entry_filter.hpp"
#include "lull/app/journal.hpp"
#include "lull/store/records.hpp"
#include "sound_text.hpp"

namespace lull {
namespace {

void drop_word(std::vector<std::string>& words, const std::string& word) {
  words.erase(std::remove_if(words.begin(), words.end(),
                             [&](const std::string& known) { return holds_word({known}, word); }),
              words.end());
}

void add_word(std::vector<std::string>& words, const std::string& word) {
  if (!word.empty() && !holds_word(words, word)) words.push_back(word);
}

void change_text(Entry& entry, const std::string& text) {
  const std::vector<std::string> before = tags_in(entry.text);
  const std::vector<std::string> after = tags_in(text);
  for (const std::string& tag : before) {
    if (!holds_word(after, tag)) drop_word(entry.tags, tag);
  }
  // A tag that was in the text already may have been renamed since: it isn't brought back.
  for (const std::string& tag : after) {
    if (!holds_word(before, tag)) add_word(entry.tags, tag);
  }
  entry.text = text;
}

Entry with_changes(Entry entry, const EntryChanges& changes, const DayRule& rule) {
  if (changes.text) change_text(entry, *changes.text);
  if (changes.at) entry.at = rule.moment(*changes.at);
  if (changes.mood) entry.mood = changes.mood;
  if (changes.feelings) entry.feelings = *changes.feelings;
  for (const std::string& tag : changes.more_tags) add_word(entry.tags, bare_tag(tag));
  for (const std::string& tag : changes.fewer_tags) drop_word(entry.tags, bare_tag(tag));
  entry.starred = changes.starred.value_or(entry.starred);
  entry.kind = changes.kind.value_or(entry.kind);
  return entry;
}

bool same_content(const Entry& left, const Entry& right) {
  return Record<Entry>::to_row(left).payload == Record<Entry>::to_row(right).payload &&
         left.at == right.at;
}

// Whether a new text may take the place of the one that is there now.
bool may_replace(const std::optional<Entry>& current, const Entry& seen,
                 const EntryChanges& changes) {
  if (!current || current->trashed_on) return false;
  return !changes.text || current->text == seen.text;
}

}  // namespace

EditOutcome edit_entry(Store& store, const Clock& clock, const DayRule& rule, const Entry& seen,
                       const EntryChanges& changes) {
  if (changes.text) {
    require_words("the entry", *changes.text,
                  fmt::format("to remove it: lull journal delete {}", seen.id));
  }
  if (changes.at) require_past(*changes.at, clock);
  EditOutcome outcome;
  if (same_content(seen, with_changes(seen, changes, rule))) {
    outcome.entry = seen;
    return outcome;
  }
  store.change("journal edit", [&](Change& change) {
    // Read again inside the change: while the person wrote, another program may have written too.
    const std::optional<Entry> current = find<Entry>(store, seen.id);
    if (may_replace(current, seen, changes)) {
      outcome.end = EditEnd::changed;
      outcome.entry = with_changes(*current, changes, rule);
      insert(change, Revision{0, Uid{}, clock.now(), seen.id, *current});
      update(change, outcome.entry);
    } else {
      outcome.end = EditEnd::kept_both;
      outcome.entry = with_changes(seen, changes, rule);
      outcome.entry.id = 0;
      outcome.entry.uid = Uid{};
      outcome.entry.trashed_on = std::nullopt;
      outcome.entry.written = clock.now();
      outcome.entry.id = insert(change, outcome.entry);
    }
  });
  return outcome;
}

}  // namespace lull
