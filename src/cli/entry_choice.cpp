#include "entry_choice.hpp"

#include <fmt/format.h>

#include "lull/base/error.hpp"
#include "lull/cli/options.hpp"

namespace lull {

Entry take_entry(Journal& journal, bool last, std::vector<std::string>& words,
                 std::string_view verb) {
  std::optional<Entry> entry;
  if (last) {
    entry = journal.last();
  } else if (words.empty()) {
    throw Error(ErrorKind::usage, fmt::format("could not {} an entry: no number was given", verb),
                fmt::format("lull journal {} 12, or --last", verb));
  } else {
    entry = journal.find(parse_id(words.front()));
    words.erase(words.begin());
  }
  if (!entry || entry->trashed_on) {
    throw Error(ErrorKind::not_found,
                fmt::format("could not {} the entry: there is none of that number", verb),
                "lull journal list --format short");
  }
  return std::move(*entry);
}

}  // namespace lull
