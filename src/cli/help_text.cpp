#include "lull/cli/help_text.hpp"

#include <fmt/format.h>

#include "lull/base/utf8.hpp"

namespace lull {
namespace {

constexpr int kColumns = 80;

// A left column, and beside it the right text, wrapped; below it where the left one is too long.
std::string row(std::string_view left, std::string_view right, int column) {
  const std::string indent = "\n" + std::string(static_cast<std::size_t>(column) + 2, ' ');
  std::string text = "  " + pad_to_width(left, column);
  if (width_of(left) >= column) text += indent;
  bool first = true;
  for (const std::string& line : wrap(right, kColumns - column - 2)) {
    if (!first) text += indent;
    text += line;
    first = false;
  }
  return text + '\n';
}

std::string names_of(const OptionSpec& spec) {
  std::string names;
  for (const std::string& name : spec.names) names += (names.empty() ? "" : ", ") + name;
  if (!spec.placeholder.empty()) names += (names.empty() ? "" : " ") + spec.placeholder;
  return names;
}

std::string usage_of(const Command& command, const Options& options) {
  std::string usage = fmt::format("lull {}", command.name);
  bool has_options = false;
  std::string words;
  for (const OptionSpec& spec : options.specs()) {
    if (spec.is_word()) {
      words += fmt::format(" [{}{}]", spec.placeholder, spec.repeats ? "..." : "");
    } else {
      has_options = true;
    }
  }
  return usage + (has_options ? " [options]" : "") + words;
}

std::string help_of(const OptionSpec& spec) {
  std::string help = spec.help;
  if (spec.repeats && !spec.is_word()) help += " (may be repeated)";
  return help;
}

std::string listing(Group group) {
  std::string text;
  for (const Command& command : command_table()) {
    if (command.group == group) text += row(command.name, command.summary, 20);
  }
  return text;
}

// "contact list, edit, delete", each noun with its verbs, nouns alone at the end.
std::vector<std::string> later_commands() {
  std::vector<std::string> nouns;
  std::string alone;
  std::string_view last;
  for (const Command& command : command_table()) {
    if (command.group != Group::later) continue;
    const std::size_t space = command.name.find(' ');
    if (space == std::string_view::npos) {
      alone += (alone.empty() ? "" : ", ") + std::string(command.name);
    } else if (command.name.substr(0, space) == last) {
      nouns.back().append(", ").append(command.name.substr(space + 1));
    } else {
      last = command.name.substr(0, space);
      nouns.emplace_back(command.name);
    }
  }
  nouns.push_back(alone);
  return nouns;
}

// The same in lines; a noun begins a new line where its verbs don't fit.
std::string later_lines() {
  std::string text;
  std::string line;
  const auto end_line = [&] {
    for (const std::string& part : wrap(line, kColumns - 4)) {
      text += (part == line || line.starts_with(part) ? "  " : "    ") + part + '\n';
    }
    line.clear();
  };
  for (const std::string& noun : later_commands()) {
    if (!line.empty() && width_of(line) + width_of(noun) + 2 > kColumns - 4) end_line();
    line += (line.empty() ? "" : "; ") + noun;
  }
  end_line();
  return text;
}

}  // namespace

void bind_global_options(Options& facade, GlobalOptions& options) {
  facade.text("--data", "DIR", options.data, "keep the journal in this folder");
  facade.text("--config", "FILE", options.config, "read this config file");
  facade.choice("--color", "WHEN", options.color, {"auto", "always", "never"},
                "color on the screen: auto, always, never");
  facade.flag("--discreet", options.discreet, "no name and no text on the screen");
  facade.flag("--quiet,-q", options.quiet, "say nothing but data and errors");
  facade.flag("--yes,-y", options.yes, "ask nothing; answer yes");
}

std::string overview_help() {
  std::string text =
      "lull: a private journal for the quiet after a breakup.\n"
      "No contact, a few written lines a day, and at the end your own words.\n\n";
  text += listing(Group::first);
  text += "\nLater:\n" + later_lines();
  text +=
      "\nFor example:\n"
      "  lull begin                      a few questions; Enter skips each\n"
      "  lull journal add --mood 4       then write, and end with ^D\n"
      "\nShort ways: add, write, why, urge. Help on one: lull help journal add\n"
      "Topics: lull help dates, silence, themes, privacy, exit-codes, method\n"
      "If you are in danger, or it is too much: lull help safety\n";
  return text;
}

std::string command_help(const Command& command) {
  Options options;
  command.bind(options);
  std::string text = fmt::format("lull {}: {}\n\n  {}\n", command.name, command.summary,
                                 usage_of(command, options));
  if (!options.specs().empty()) text += '\n';
  for (const OptionSpec& spec : options.specs()) text += row(names_of(spec), help_of(spec), 24);
  if (!command.examples.empty()) text += "\nFor example:\n";
  for (const std::string_view example : command.examples) text += fmt::format("  {}\n", example);
  text += "\nEvery command also takes --data, --config, --color, --discreet, --quiet, --yes.\n";
  return text;
}

std::string noun_help(std::string_view noun) {
  std::string text;
  std::vector<std::string_view> examples;
  for (const Command& command : command_table()) {
    const std::size_t space = command.name.find(' ');
    if (space == std::string_view::npos || command.name.substr(0, space) != noun) continue;
    text += row(command.name, command.summary, 20);
    if (examples.size() < 2 && !command.examples.empty()) {
      examples.push_back(command.examples.front());
    }
  }
  if (text.empty()) return text;
  text += "\nFor example:\n";
  for (const std::string_view example : examples) text += fmt::format("  {}\n", example);
  return text + fmt::format("\nHelp on one: lull help {} VERB\n", noun);
}

}  // namespace lull
