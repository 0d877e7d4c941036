// How to add a command:
//   1. Write src/cli/commands/<noun>_<verb>.cpp: an options struct, `Action
//   bind_<noun>_<verb>(Options&)`
//      that declares the options and returns the action, and the action. Start from
//      contact_list.cpp.
//   2. Declare the bind function below and add one row to kCommands, where help should list it.
//   3. List the file in src/cli/CMakeLists.txt.
//   4. Write tests/cli/<noun>_<verb>_test.cpp (failures first) and list it in
//   tests/cli/CMakeLists.txt.
//   5. Add a heading "## <noun> <verb>" to docs/commands.md.
// A test walks the table and says which of these was forgotten.
#include <array>

#include "lull/cli/command.hpp"

namespace lull {

Action bind_begin(Options& options);
Action bind_contact_add(Options& options);
Action bind_contact_list(Options& options);
Action bind_demo(Options& options);
Action bind_help(Options& options);
Action bind_journal_add(Options& options);
Action bind_journal_delete(Options& options);
Action bind_journal_edit(Options& options);
Action bind_journal_list(Options& options);
Action bind_journal_prompts(Options& options);
Action bind_journal_recover(Options& options);
Action bind_journal_restore(Options& options);
Action bind_journal_search(Options& options);
Action bind_journal_show(Options& options);
Action bind_journal_stats(Options& options);
Action bind_journal_tags(Options& options);
Action bind_review(Options& options);
Action bind_streak_status(Options& options);
Action bind_today(Options& options);

namespace {

const std::array kCommands{
    Command{"begin",
            Group::first,
            "set up a quiet period",
            Needs::store,
            bind_begin,
            {"lull begin", "lull begin --ended-on 2026-11-01 --ended-by them --days 30"}},
    Command{"journal add",
            Group::first,
            "write an entry",
            Needs::store,
            bind_journal_add,
            {"lull journal add", "lull journal add --mood 4 --tag sleep"}},
    Command{"contact add",
            Group::first,
            "note a contact, or a slip",
            Needs::store,
            bind_contact_add,
            {"lull contact add", "lull contact add text --in"}},
    Command{"streak status",
            Group::first,
            "how many quiet days",
            Needs::store,
            bind_streak_status,
            {"lull streak status", "lull streak status --explain"}},
    Command{"review",
            Group::first,
            "why it ended, in your own words",
            Needs::key,
            bind_review,
            {"lull review --preview", "lull review --month 2026-11 --format markdown"}},
    Command{"journal list",
            Group::first,
            "read what you wrote",
            Needs::key,
            bind_journal_list,
            {"lull journal list", "lull journal list --from 2w --tag sleep"}},
    Command{"today",
            Group::later,
            "where you are, in three lines (also: lull)",
            Needs::store,
            bind_today,
            {"lull", "lull today"}},
    Command{"journal show",
            Group::later,
            "show one entry whole",
            Needs::key,
            bind_journal_show,
            {"lull journal show 12", "lull journal show --last"}},
    Command{"journal search",
            Group::later,
            "find what you wrote, by its words",
            Needs::key,
            bind_journal_search,
            {"lull journal search sleep -dream", "lull journal search 'slee*' --from 2w"}},
    Command{"journal edit",
            Group::later,
            "change an entry; what stood there is kept",
            Needs::key,
            bind_journal_edit,
            {"lull journal edit 12 --mood 6", "lull journal edit --last < new.txt"}},
    Command{"journal delete",
            Group::later,
            "move an entry to the trash, or remove it for good",
            Needs::key,
            bind_journal_delete,
            {"lull journal delete 12", "lull journal delete 12 --purge"}},
    Command{"journal restore",
            Group::later,
            "bring an entry back from the trash",
            Needs::key,
            bind_journal_restore,
            {"lull journal restore", "lull journal restore 12"}},
    Command{"journal tags",
            Group::later,
            "the tags, and how often each is used",
            Needs::key,
            bind_journal_tags,
            {"lull journal tags", "lull journal tags --rename slep sleep"}},
    Command{"journal stats",
            Group::later,
            "how often and how much you write",
            Needs::key,
            bind_journal_stats,
            {"lull journal stats", "lull journal stats --from 2026-11-01"}},
    Command{"journal prompts",
            Group::later,
            "questions to write about",
            Needs::key,
            bind_journal_prompts,
            {"lull journal prompts --today", "lull journal prompts --topic wants"}},
    Command{"journal recover",
            Group::later,
            "take in text that could not be saved",
            Needs::store,
            bind_journal_recover,
            {"lull journal recover", "lull journal recover --list"}},
    Command{"contact list",
            Group::later,
            "list the contacts",
            Needs::key,
            bind_contact_list,
            {"lull contact list", "lull contact list --format json"}},
    Command{"demo",
            Group::later,
            "a sample quiet period and its review",
            Needs::nothing,
            bind_demo,
            {"lull demo", "lull demo --quiet"}},
    Command{"help",
            Group::later,
            "help on a command or a topic",
            Needs::nothing,
            bind_help,
            {"lull help journal add", "lull help safety"}},
};

constexpr std::array kAliases{
    Alias{"add", "journal add"},      Alias{"write", "journal add --edit"},
    Alias{"journal", "journal list"}, Alias{"contact", "contact list"},
    Alias{"streak", "streak status"}, Alias{"", "today"},
};

}  // namespace

std::span<const Command> command_table() { return kCommands; }

const Command* find_command(std::string_view name) {
  for (const Command& command : kCommands) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

std::span<const Alias> command_aliases() { return kAliases; }

}  // namespace lull
