#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lull/model/entry.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// A tag as it was first written, and how many entries outside the trash have it.
struct TagCount {
  std::string tag;
  int entries = 0;
};

/// All tags, the most used first, then by their letters. Forms that fold to the same are one, shown
/// as its oldest entry has it.
std::vector<TagCount> count_tags(Store& store);

/// Gives the entries that have one of the `old` tags the tag `name` in its place, each once; the
/// texts stay as they are. Returns how many entries changed. Throws Error{usage} for a name that
/// can be no tag, Error{not_found} for an old tag that no entry has.
int replace_tags(Store& store, const std::vector<std::string>& old, const std::string& name);

/// A tag of a new entry that no other entry has, with the known one that is one edit away.
struct TagHint {
  std::string tag;
  TagCount known;
};
/// Nothing when each of the tags is known or far from every other. Tags under three letters are
/// too short to tell.
std::optional<TagHint> hint_for_tags(Store& store, const Entry& added);

}  // namespace lull
