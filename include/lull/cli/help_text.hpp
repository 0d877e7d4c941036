#pragma once

#include <string>

#include "lull/cli/command.hpp"

namespace lull {

/// What `lull help` prints: the seven commands people need first, then the rest.
std::string overview_help();
/// `lull help journal add`: summary, usage, options, examples.
std::string command_help(const Command& command);
/// `lull help journal`: the verbs of a noun; empty when there is no such noun.
std::string noun_help(std::string_view noun);
/// Options that every command takes, bound to `options`.
void bind_global_options(Options& facade, GlobalOptions& options);

}  // namespace lull
