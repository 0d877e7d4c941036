#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "lull/cli/exit_code.hpp"
#include "lull/cli/options.hpp"
#include "lull/cli/session.hpp"

namespace lull {

/// How much of the world must be open before a command runs.
enum class Needs { nothing, settings, store, key };

/// Where `help` lists a command.
enum class Group { first, later, hidden };

/// The work of a command, run after all its words were read.
using Action = std::function<ExitCode(Session&)>;

/// One row of the command table.
struct Command {
  std::string_view name;  ///< "journal add"
  Group group;
  std::string_view summary;  ///< for `help`: what it does, under 60 columns, no full stop
  Needs needs;
  Action (*bind)(Options&);  ///< declares the options and gives the action
  std::vector<std::string_view> examples;
};

/// All commands, in the order of `help`.
std::span<const Command> command_table();
/// The row of that full name, or null.
const Command* find_command(std::string_view name);

/// A short way: what is typed, and what it stands for.
struct Alias {
  std::string_view typed;
  std::string_view meant;
};
std::span<const Alias> command_aliases();

}  // namespace lull
