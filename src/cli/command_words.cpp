#include "command_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "lull/base/edit_distance.hpp"
#include "lull/base/error.hpp"

namespace lull {
namespace {

constexpr std::array<std::string_view, 3> kValueOptions{"--data", "--config", "--color"};

// Options that stand before the command; they are moved behind it.
std::size_t count_leading_options(const std::vector<std::string>& words) {
  std::size_t at = 0;
  while (at < words.size() && words[at].size() > 1 && words[at][0] == '-') {
    const bool takes_value =
        std::find(kValueOptions.begin(), kValueOptions.end(), words[at]) != kValueOptions.end();
    at += takes_value ? 2 : 1;
  }
  return std::min(at, words.size());
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    words.emplace_back(text.substr(0, space));
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
  }
  return words;
}

std::vector<std::string> words_as_called(const std::vector<std::string>& words) {
  std::vector<std::string> typed(words.begin() + (words.empty() ? 0 : 1), words.end());
  const std::string name =
      words.empty() ? "" : std::filesystem::path(words.front()).filename().string();
  if (name == "journal" || name == "streak" || name == "review") typed.insert(typed.begin(), name);
  return typed;
}

std::string_view noun_of(std::string_view name) { return name.substr(0, name.find(' ')); }

bool stands_before_dashes(const std::vector<std::string>& words, std::string_view option) {
  const auto end = std::find(words.begin(), words.end(), "--");
  return std::find(words.begin(), end, option) != end;
}

// "journal add" when both words name a command, else "today" and the like, else nothing.
const Command* match(const std::vector<std::string>& typed, std::size_t& used) {
  if (typed.size() >= 2) {
    if (const Command* command = find_command(typed[0] + ' ' + typed[1])) {
      used = 2;
      return command;
    }
  }
  used = 1;
  return typed.empty() ? nullptr : find_command(typed[0]);
}

// A verb without its noun ("status") means the command of that verb that comes first in the table;
// else whatever is spelled nearly so.
std::optional<std::string> guess_command(const std::vector<std::string>& typed) {
  const auto& table = command_table();
  const auto of_verb = std::find_if(table.begin(), table.end(), [&](const Command& command) {
    return command.name.size() > typed[0].size() && command.name.ends_with(' ' + typed[0]);
  });
  if (of_verb != table.end()) return std::string(of_verb->name);
  const bool is_noun = std::any_of(table.begin(), table.end(), [&](const Command& command) {
    return noun_of(command.name) == typed[0] && command.name.size() > typed[0].size();
  });
  std::vector<std::string> known;
  for (const Command& command : table) known.emplace_back(command.name);
  for (const Alias& alias : command_aliases()) {
    if (!alias.typed.empty()) known.emplace_back(alias.typed);
  }
  return find_nearest(is_noun && typed.size() > 1 ? typed[0] + ' ' + typed[1] : typed[0], known);
}

[[noreturn]] void throw_unknown(const std::vector<std::string>& typed) {
  const auto guess = guess_command(typed);
  throw Error(ErrorKind::usage, "could not find that command",
              guess ? fmt::format("did you mean: lull {}", *guess) : "lull help");
}

// A short way stands for its words only where nothing longer fits.
void replace_alias(std::vector<std::string>& typed) {
  const std::string first = typed.empty() ? "" : typed[0];
  const bool has_verb = typed.size() > 1 && !typed[1].empty() && typed[1][0] != '-';
  for (const Alias& alias : command_aliases()) {
    if (alias.typed != first) continue;
    const std::vector<std::string> meant = split(alias.meant);
    // A noun alone has a default verb; "journal frobnicate" hasn't.
    if (meant.size() == 2 && meant[0] == first && has_verb) continue;
    typed.erase(typed.begin(), typed.begin() + (typed.empty() ? 0 : 1));
    typed.insert(typed.begin(), meant.begin(), meant.end());
    return;
  }
}

}  // namespace

CommandWords find_command_words(const std::vector<std::string>& words) {
  std::vector<std::string> typed = words_as_called(words);
  CommandWords found;
  const auto leading = static_cast<std::ptrdiff_t>(count_leading_options(typed));
  std::vector<std::string> before(typed.begin(), typed.begin() + leading);
  typed.erase(typed.begin(), typed.begin() + leading);

  found.wants_version =
      stands_before_dashes(before, "--version") || stands_before_dashes(before, "-V");
  found.wants_help = stands_before_dashes(before, "--help") || stands_before_dashes(before, "-h") ||
                     stands_before_dashes(typed, "--help") || stands_before_dashes(typed, "-h");
  if (found.wants_version) return found;
  found.noun = typed.empty() ? "" : typed[0];

  std::size_t used = 0;
  found.command = match(typed, used);
  found.named = found.command != nullptr;
  if (found.command == nullptr) {
    replace_alias(typed);
    found.command = match(typed, used);
    found.named =
        found.command != nullptr && !found.noun.empty() && noun_of(found.command->name) != found.noun;
  }
  if (found.command == nullptr) {
    if (found.wants_help) return found;
    throw_unknown(typed);
  }
  found.rest.assign(typed.begin() + static_cast<std::ptrdiff_t>(used), typed.end());
  found.rest.insert(found.rest.begin(), before.begin(), before.end());
  return found;
}

}  // namespace lull
