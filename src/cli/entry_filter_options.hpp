#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lull/app/entry_filter.hpp"
#include "lull/cli/options.hpp"
#include "lull/cli/session.hpp"

namespace lull {

/// The options that say which entries: the same words wherever entries are chosen.
struct EntryFilterOptions {
  std::optional<std::string> from, to, on, month, mood, contains, kind;
  std::vector<std::string> tags, not_tags, feelings;
  std::optional<int> limit;
  bool today_in_history = false, starred = false, reverse = false;
};

void bind_entry_filter(Options& options, EntryFilterOptions& values);

/// Throws Error{usage} for a day or a mood that is none, and where two options name days.
EntryFilter read_entry_filter(const EntryFilterOptions& options, Session& session);

}  // namespace lull
