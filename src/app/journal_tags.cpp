#include "lull/app/journal_tags.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "lull/app/entry_filter.hpp"
#include "lull/base/edit_distance.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/store/records.hpp"

namespace lull {
namespace {

constexpr std::size_t kShortestForHint = 3;

struct TextHash : std::hash<std::string_view> {
  using is_transparent = void;
};

void require_tag(const std::string& name) {
  const std::vector<std::string> read = tags_in('#' + name);
  if (read.size() == 1 && read.front() == name) return;
  throw Error(ErrorKind::usage, "could not rename the tag: the new name can be no tag",
              "letters, digits, - and _, with a letter among them");
}

bool replace_in(Entry& entry, const std::vector<std::string>& old, const std::string& name) {
  std::vector<std::string> tags;
  bool changed = false;
  for (const std::string& tag : entry.tags) {
    const bool goes = holds_word(old, tag);
    changed = changed || goes;
    const std::string& kept = goes ? name : tag;
    if (!holds_word(tags, kept)) tags.push_back(kept);
  }
  entry.tags = std::move(tags);
  return changed;
}

const TagCount* find_tag(const std::vector<TagCount>& tags, const std::string& tag) {
  const auto found = std::find_if(tags.begin(), tags.end(), [&](const TagCount& known) {
    return fold(known.tag) == fold(tag);
  });
  return found == tags.end() ? nullptr : &*found;
}

}  // namespace

std::vector<TagCount> count_tags(Store& store) {
  // The entry of the oldest use, so that the form shown is the same in whatever order they come.
  using Use = std::pair<Instant, std::int64_t>;
  std::unordered_map<std::string, std::size_t> places;  // by the folded form
  std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> seen;  // as written
  std::vector<TagCount> tags;
  std::vector<Use> oldest;
  Use use;
  const auto place_of = [&](std::string_view tag) {
    if (const auto known = seen.find(tag); known != seen.end()) return known->second;
    const auto [place, is_new] = places.emplace(fold(tag), tags.size());
    if (is_new) {
      tags.push_back({std::string(tag), 0});
      oldest.push_back(use);
    }
    seen.emplace(tag, place->second);
    return place->second;
  };
  // Made once, not for each entry.
  const std::function<void(std::string_view)> count = [&](std::string_view tag) {
    const std::size_t place = place_of(tag);
    ++tags[place].entries;
    if (use < oldest[place]) {
      oldest[place] = use;
      tags[place].tag = tag;
    }
  };
  store.each_head(TableId::entry, [&](const RowHead& head) {
    if (head.marks.at(0)) return;  // in the trash
    use = {head.at, head.id};
    each_tag(head.fields, count);
  });
  std::sort(tags.begin(), tags.end(), [](const TagCount& left, const TagCount& right) {
    return left.entries != right.entries ? left.entries > right.entries : left.tag < right.tag;
  });
  return tags;
}

int replace_tags(Store& store, const std::vector<std::string>& old, const std::string& name) {
  require_tag(name);
  int count = 0;
  store.change("journal tags", [&](Change& change) {
    const std::vector<TagCount> known = count_tags(store);
    for (const std::string& tag : old) {
      if (find_tag(known, tag) != nullptr) continue;
      throw Error(ErrorKind::not_found, "could not rename the tag: no entry has it",
                  "lull journal tags");
    }
    each<Entry>(store, {}, [&](Entry&& entry) {
      if (!replace_in(entry, old, name)) return true;
      update(change, entry);
      if (!entry.trashed_on) ++count;
      return true;
    });
  });
  return count;
}

std::optional<TagHint> hint_for_tags(Store& store, const Entry& added) {
  if (added.tags.empty()) return std::nullopt;
  const std::vector<TagCount> known = count_tags(store);
  for (const std::string& tag : added.tags) {
    const TagCount* own = find_tag(known, tag);
    if (own == nullptr || own->entries > 1 || fold(tag).size() < kShortestForHint) continue;
    for (const TagCount& other : known) {
      if (holds_word(added.tags, other.tag)) continue;
      if (edit_distance(fold(tag), fold(other.tag)) == 1) return TagHint{tag, other};
    }
  }
  return std::nullopt;
}

}  // namespace lull
