#include "lull/app/journal_tags.hpp"

#include <algorithm>
#include <deque>
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

// Counts the entries of every tag. Not to be copied: what it calls for a tag knows where it is.
class TagCounter {
 public:
  TagCounter() = default;
  TagCounter(const TagCounter&) = delete;
  TagCounter& operator=(const TagCounter&) = delete;

  void count(const RowHead& head) {
    if (head.marks.at(0)) return;  // in the trash
    use_ = {head.at, head.id};
    each_tag(head.fields, count_one_);
  }

  void add(const TagCounter& other) {
    for (std::size_t i = 0; i < other.tags_.size(); ++i)
      count_uses(other.tags_[i].tag, other.tags_[i].entries, other.oldest_[i]);
  }

  const std::vector<TagCount>& tags() const { return tags_; }

 private:
  // The entry of the oldest use, so that the form shown is the same in whatever order they come.
  using Use = std::pair<Instant, std::int64_t>;

  std::size_t place_of(std::string_view tag, const Use& use) {
    if (const auto known = seen_.find(tag); known != seen_.end()) return known->second;
    const auto [place, is_new] = places_.emplace(fold(tag), tags_.size());
    if (is_new) {
      tags_.push_back({std::string(tag), 0});
      oldest_.push_back(use);
    }
    seen_.emplace(tag, place->second);
    return place->second;
  }

  // `oldest` is the first of them.
  void count_uses(std::string_view tag, int uses, const Use& oldest) {
    const std::size_t place = place_of(tag, oldest);
    tags_[place].entries += uses;
    if (oldest < oldest_[place]) {
      oldest_[place] = oldest;
      tags_[place].tag = tag;
    }
  }

  // Made once, not for each entry.
  const std::function<void(std::string_view)> count_one_ = [this](std::string_view tag) {
    count_uses(tag, 1, use_);
  };
  std::unordered_map<std::string, std::size_t> places_;  // by the folded form
  std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> seen_;  // as written
  std::vector<TagCount> tags_;
  std::vector<Use> oldest_;
  Use use_;  // of the entry that is being counted
};

}  // namespace

std::vector<TagCount> count_tags(Store& store) {
  std::deque<TagCounter> counters;
  store.each_head(TableId::entry, [&]() -> HeadTaker {
    TagCounter& counter = counters.emplace_back();
    return [&counter](const RowHead& head) { counter.count(head); };
  });
  for (std::size_t i = 1; i < counters.size(); ++i) counters.front().add(counters[i]);
  std::vector<TagCount> tags = counters.front().tags();
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
