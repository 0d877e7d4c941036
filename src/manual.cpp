// lull_manual OUT DOCS VERSION: writes the sources of the man pages (scdoc) into OUT: one for each
// noun of the command table, with the prose of DOCS/commands.md, and the pages of DOCS/man with
// what the tables know filled in.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>

#include "lull/app/config.hpp"
#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/cli/command.hpp"
#include "lull/cli/help_text.hpp"
#include "lull/cli/help_topics.hpp"
#include "scdoc.hpp"

namespace {

using namespace lull;

// For NAME; a noun that is one command has that command's summary, any other its verbs.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kNouns{{
    {"journal", "write, read, find and keep entries"},
    {"contact", "note contacts, and what breaks the silence"},
    {"urge", "note what pulled, and how it went"},
    {"streak", "the quiet days, and how they are counted"},
    {"themes", "why it ended, by what you wrote"},
    {"want", "what you want, and what you know of theirs"},
    {"checkin", "how the days are, after a decision"},
    {"config", "read and change the settings"},
}};

std::string_view noun_of(std::string_view name) { return name.substr(0, name.find(' ')); }

std::string option_rows(const Options& options) {
  std::string rows;
  for (const OptionSpec& spec : options.specs()) {
    std::string names;
    for (const std::string& name : spec.names) names += (names.empty() ? "" : ", ") + bold(name);
    if (!spec.placeholder.empty()) {
      names += (names.empty() ? "_" : " _") + escape_scdoc(spec.placeholder) + '_';
    }
    rows += names + "\n\t" + inline_to_scdoc(spec.help);
    if (spec.repeats && !spec.is_word()) rows += " (may be repeated)";
    const bool said = std::all_of(
        spec.choices.begin(), spec.choices.end(),
        [&](const std::string& choice) { return spec.help.find(choice) != std::string::npos; });
    if (!spec.choices.empty() && !said) {
      rows += "\\. One of: ";
      for (std::size_t i = 0; i < spec.choices.size(); ++i) {
        rows += (i == 0 ? "" : ", ") + bold(spec.choices[i]);
      }
    }
    rows += "\n\n";
  }
  return rows;
}

std::string usage_of(const Command& command) {
  Options options;
  command.bind(options);
  std::string usage = bold(fmt::format("lull {}", command.name));
  std::string words;
  bool has_options = false;
  for (const OptionSpec& spec : options.specs()) {
    has_options = has_options || !spec.is_word();
    if (!spec.is_word()) continue;
    words +=
        " \\[_" + escape_scdoc(spec.placeholder) + '_' + (spec.repeats ? "\\.\\.\\." : "") + "\\]";
  }
  return usage + (has_options ? " \\[options\\]" : "") + words;
}

std::string command_part(const Command& command,
                         const std::map<std::string, Lines, std::less<>>& prose, bool alone) {
  Options options;
  command.bind(options);
  std::string part;
  if (!alone) part += fmt::format("## {}\n\n", escape_scdoc(command.name));
  part += usage_of(command) + "\n\n";
  if (const auto found = prose.find(command.name); found != prose.end()) {
    part += to_scdoc(found->second) + '\n';
  }
  return part + option_rows(options);
}

std::string summary_of(std::string_view noun) {
  for (const auto& [name, summary] : kNouns) {
    if (name == noun) return std::string(summary);
  }
  if (const Command* command = find_command(noun)) return std::string(command->summary);
  std::string verbs;
  for (const Command& command : command_table()) {
    if (noun_of(command.name) != noun) continue;
    verbs += (verbs.empty() ? "" : ", ") + std::string(command.name.substr(noun.size() + 1));
  }
  return verbs;
}

std::string noun_page(std::string_view noun, const std::string& version,
                      const std::map<std::string, Lines, std::less<>>& prose) {
  std::vector<const Command*> commands;
  for (const Command& command : command_table()) {
    if (noun_of(command.name) == noun) commands.push_back(&command);
  }
  std::string page = fmt::format(
      "lull-{0}(1) \"lull {1}\" \"lull\"\n\n# NAME\n\nlull-{0} - {2}\n\n"
      "# SYNOPSIS\n\n",
      noun, version, escape_scdoc(summary_of(noun)));
  std::string examples;
  for (const Command* command : commands) {
    page += usage_of(*command) + (command == commands.back() ? "\n\n" : "++\n");
    for (const std::string_view example : command->examples) {
      examples += fmt::format("$ {}\n", example);
    }
  }
  page += "# DESCRIPTION\n\n";
  for (const Command* command : commands)
    page += command_part(*command, prose, commands.size() == 1);
  page +=
      "# OPTIONS OF EVERY COMMAND\n\n*--data*, *--config*, *--color*, *--discreet*, *--quiet* and "
      "*--yes* are explained in *lull*(1)\\.\n\n";
  page += "# EXAMPLES\n\n```\n" + examples + "```\n\n";
  return page + "# SEE ALSO\n\n*lull*(1), *lull*(5), *lull*(7)\n";
}

std::string list_of(Group group) {
  std::string rows;
  for (const Command& command : command_table()) {
    if (command.group != group) continue;
    rows += fmt::format("{}\n\t{}\n\n", bold(fmt::format("lull {}", command.name)),
                        escape_scdoc(command.summary));
  }
  return rows;
}

std::string short_ways() {
  std::string rows;
  for (const Alias& alias : command_aliases()) {
    const std::string typed = alias.typed.empty() ? "lull" : fmt::format("lull {}", alias.typed);
    rows += fmt::format("- {} is {}\n", bold(typed), bold(fmt::format("lull {}", alias.meant)));
  }
  return rows + '\n';
}

std::string setting_list() {
  std::string rows;
  for (const SettingRow& row : setting_rows()) {
    rows += fmt::format("{} = {}\n\t{}\\. Takes: {}\\. Variable: {}\n\n", bold(row.key),
                        escape_scdoc(row.write(Settings{})), escape_scdoc(row.meaning),
                        escape_scdoc(row.type), escape_scdoc(variable_of(row)));
  }
  return rows;
}

// A page of `lull help`: its paragraphs stay such, what is set in columns stays as it is.
std::string topic_body(std::string_view name) {
  std::string page;
  bool literal = false;
  for (const std::string& line : split_lines(find_help_topic(name)->body)) {
    const bool indented = line.starts_with("  ");
    if (indented != literal && !line.empty()) {
      while (page.ends_with("\n\n")) page.pop_back();
      page += indented ? "\n```\n" : "```\n\n";
      literal = indented;
    }
    const bool like_a_list = !indented && line.starts_with("-");
    page += (like_a_list ? "\\" : "") + (indented ? line.substr(2) : inline_to_scdoc(line)) + '\n';
  }
  return page + (literal ? "```\n\n" : "\n");
}

std::string see_also() {
  std::set<std::string_view> nouns;
  for (const Command& command : command_table()) {
    if (command.group != Group::hidden) nouns.insert(noun_of(command.name));
  }
  std::string pages;
  for (const std::string_view noun : nouns) {
    pages += fmt::format("{}*lull-{}*(1)", pages.empty() ? "" : ", ", noun);
  }
  return pages + "\n\n";
}

std::string global_options() {
  Options options;
  GlobalOptions global;
  bind_global_options(options, global);
  return option_rows(options);
}

// Lines "@name@" of a page give way to what the tables say.
std::string filled(const std::string& page, const std::string& version) {
  const std::map<std::string, std::string, std::less<>> known{
      {"@commands-first@", list_of(Group::first)},
      {"@commands-later@", list_of(Group::later)},
      {"@short-ways@", short_ways()},
      {"@global-options@", global_options()},
      {"@settings@", setting_list()},
      {"@exit-codes@", topic_body("exit-codes")},
      {"@dates@", topic_body("dates")},
      {"@see-also@", see_also()},
  };
  std::string result;
  for (std::string line : split_lines(page)) {
    if (const std::size_t at = line.find("@version@"); at != std::string::npos) {
      line.replace(at, 9, version);
    }
    const auto found = known.find(line);
    result += found != known.end() ? found->second : line + '\n';
  }
  return result;
}

void write_pages(const std::filesystem::path& out, const std::filesystem::path& docs,
                 const std::string& version) {
  const auto prose = sections_of(read_file(docs / "commands.md").value());
  std::set<std::string_view> nouns;
  for (const Command& command : command_table()) {
    const std::string_view noun = noun_of(command.name);
    if (command.group == Group::hidden || !nouns.insert(noun).second) continue;
    write_file_atomically(out / fmt::format("lull-{}.1.scd", noun),
                          noun_page(noun, version, prose));
  }
  for (const char* name : {"lull.1.scd", "lull.5.scd", "lull.7.scd"}) {
    write_file_atomically(out / name, filled(read_file(docs / "man" / name).value(), version));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "lull_manual OUT DOCS VERSION\n";
    return 2;
  }
  try {
    write_pages(argv[1], argv[2], argv[3]);
  } catch (const std::exception& error) {
    std::cerr << "lull_manual: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
