// How to add a command:
//   1. Write src/cli/commands/<noun>_<verb>.cpp: an options struct, the action, and `Action
//      bind_<noun>_<verb>(Options&)`, which declares the options and returns the action. Start from
//      config_get.cpp, or from contact_list.cpp when it reads the journal.
//   2. Declare the bind function below and add one row to kCommands, where help should list it.
//      Needs says what must be there before it runs; with `nothing` it runs even without a home.
//   3. List the file in src/cli/CMakeLists.txt, then configure anew (cmake --preset dev).
//   4. Write tests/cli/<noun>_<verb>_test.cpp (failures first) and list it in
//      tests/cli/CMakeLists.txt. Start from config_get_test.cpp.
//   5. Add a heading "## <noun> <verb>" with its text to docs/commands.md; the man page shows it too.
// Help, completions and man pages follow from the row. What a placeholder completes to (TAG, ID,
// DAY, FILE, ...) stands in value_completer.cpp. What was forgotten, a test says:
//   build/dev/tests/lull_tests "[command_table]"
#include <array>

#include "lull/cli/command.hpp"

namespace lull {

Action bind_backup_create(Options& options);
Action bind_backup_list(Options& options);
Action bind_backup_restore(Options& options);
Action bind_backup_verify(Options& options);
Action bind_begin(Options& options);
Action bind_checkin_add(Options& options);
Action bind_checkin_due(Options& options);
Action bind_checkin_list(Options& options);
Action bind_completion(Options& options);
Action bind_config_get(Options& options);
Action bind_config_list(Options& options);
Action bind_config_path(Options& options);
Action bind_config_set(Options& options);
Action bind_contact_add(Options& options);
Action bind_contact_delete(Options& options);
Action bind_contact_edit(Options& options);
Action bind_contact_list(Options& options);
Action bind_decide(Options& options);
Action bind_decide_list(Options& options);
Action bind_demo(Options& options);
Action bind_doctor(Options& options);
Action bind_help(Options& options);
Action bind_journal_add(Options& options);
Action bind_journal_delete(Options& options);
Action bind_journal_edit(Options& options);
Action bind_journal_export(Options& options);
Action bind_journal_import(Options& options);
Action bind_journal_list(Options& options);
Action bind_journal_prompts(Options& options);
Action bind_journal_recover(Options& options);
Action bind_journal_restore(Options& options);
Action bind_journal_search(Options& options);
Action bind_journal_show(Options& options);
Action bind_journal_stats(Options& options);
Action bind_journal_tags(Options& options);
Action bind_remind(Options& options);
Action bind_lock_change(Options& options);
Action bind_lock_remove(Options& options);
Action bind_lock_set(Options& options);
Action bind_lock_status(Options& options);
Action bind_pause(Options& options);
Action bind_review(Options& options);
Action bind_streak_calendar(Options& options);
Action bind_streak_exceptions(Options& options);
Action bind_streak_extend(Options& options);
Action bind_streak_history(Options& options);
Action bind_streak_status(Options& options);
Action bind_talk(Options& options);
Action bind_talk_add(Options& options);
Action bind_talk_list(Options& options);
Action bind_themes_changed(Options& options);
Action bind_themes_confirm(Options& options);
Action bind_themes_find(Options& options);
Action bind_themes_list(Options& options);
Action bind_themes_reject(Options& options);
Action bind_themes_show(Options& options);
Action bind_today(Options& options);
Action bind_undo(Options& options);
Action bind_urge_add(Options& options);
Action bind_urge_list(Options& options);
Action bind_want_add(Options& options);
Action bind_want_drop(Options& options);
Action bind_want_edit(Options& options);
Action bind_want_list(Options& options);
Action bind_wipe(Options& options);

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
    Command{"pause",
            Group::first,
            "slow down before you act",
            Needs::nothing,
            bind_pause,
            {"lull pause", "lull pause text --minutes 5"}},
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
            Needs::store,
            bind_journal_prompts,
            {"lull journal prompts --today", "lull journal prompts --topic wants"}},
    Command{"journal recover",
            Group::later,
            "take in text that could not be saved",
            Needs::store,
            bind_journal_recover,
            {"lull journal recover", "lull journal recover --list"}},
    Command{"journal export",
            Group::later,
            "write entries to a file, whole",
            Needs::key,
            bind_journal_export,
            {"lull journal export --output journal.json",
             "lull journal export --format markdown --from 2026-11-01"}},
    Command{"journal import",
            Group::later,
            "take in entries from a file or a folder",
            Needs::key,
            bind_journal_import,
            {"lull journal import journal.json", "lull journal import --dry-run ~/diary"}},
    Command{"contact list",
            Group::later,
            "list the contacts",
            Needs::key,
            bind_contact_list,
            {"lull contact list", "lull contact list --format csv"}},
    Command{"contact edit",
            Group::later,
            "change a contact; every number follows",
            Needs::key,
            bind_contact_edit,
            {"lull contact edit 3 --in", "lull contact edit 3 --at 'yesterday 21:30'"}},
    Command{"contact delete",
            Group::later,
            "delete a contact; a break gives its days back",
            Needs::key,
            bind_contact_delete,
            {"lull contact delete 3", "lull contact delete 3 --yes"}},
    Command{"urge add",
            Group::later,
            "note that it pulled",
            Needs::store,
            bind_urge_add,
            {"lull urge add", "lull urge add text --strength 7 --outcome passed"}},
    Command{"urge list",
            Group::later,
            "list the urges",
            Needs::key,
            bind_urge_list,
            {"lull urge list", "lull urge list --from 2w --format json"}},
    Command{"streak history",
            Group::later,
            "the runs of quiet days, and what ended each",
            Needs::key,
            bind_streak_history,
            {"lull streak history", "lull streak history --format json"}},
    Command{"streak calendar",
            Group::later,
            "the quiet days, month by month",
            Needs::store,
            bind_streak_calendar,
            {"lull streak calendar", "lull streak calendar --month 2026-11"}},
    Command{"streak extend",
            Group::later,
            "ask for more quiet days",
            Needs::key,
            bind_streak_extend,
            {"lull streak extend 14", "lull streak extend 30"}},
    Command{"streak exceptions",
            Group::later,
            "contact that has to be: list, add, remove",
            Needs::key,
            bind_streak_exceptions,
            {"lull streak exceptions", "lull streak exceptions add children"}},
    Command{"themes list",
            Group::later,
            "the reasons your pages give, by days",
            Needs::key,
            bind_themes_list,
            {"lull why", "lull themes list --format json"}},
    Command{"themes show",
            Group::later,
            "the sentences behind one theme, by day",
            Needs::key,
            bind_themes_show,
            {"lull themes show communication", "lull themes show money_work"}},
    Command{"themes find",
            Group::later,
            "the reasons any text gives; nothing is kept",
            Needs::settings,
            bind_themes_find,
            {"lull themes find letter.txt", "lull themes find - --format json"}},
    Command{"themes changed",
            Group::later,
            "say whether a theme has changed, and why",
            Needs::key,
            bind_themes_changed,
            {"lull themes changed conflict",
             "lull themes changed conflict --mine yes --theirs unsure"}},
    Command{"themes confirm",
            Group::later,
            "say that a theme is a reason",
            Needs::key,
            bind_themes_confirm,
            {"lull themes confirm conflict", "lull themes confirm"}},
    Command{"themes reject",
            Group::later,
            "say that a theme is no reason",
            Needs::key,
            bind_themes_reject,
            {"lull themes reject money_work", "lull themes reject"}},
    Command{"want add",
            Group::later,
            "note something you want, or they do",
            Needs::store,
            bind_want_add,
            {"lull want add", "lull want add one child, maybe --topic children --clarity 2"}},
    Command{"want list",
            Group::later,
            "what you want, and what you know of theirs",
            Needs::key,
            bind_want_list,
            {"lull want list", "lull want list --history"}},
    Command{"want edit",
            Group::later,
            "say a want anew; the version before is kept",
            Needs::key,
            bind_want_edit,
            {"lull want edit 1", "lull want edit 1 --clarity 4"}},
    Command{"want drop",
            Group::later,
            "let a want go; its versions are kept",
            Needs::key,
            bind_want_drop,
            {"lull want drop 1", "lull want drop"}},
    Command{"decide",
            Group::later,
            "decide how to go on, on a guided page",
            Needs::key,
            bind_decide,
            {"lull decide", "lull decide --choice extend --days 14 --reason \"too early\""}},
    Command{"decide list",
            Group::later,
            "the decisions so far",
            Needs::key,
            bind_decide_list,
            {"lull decide list", "lull decide list --format json"}},
    Command{"talk",
            Group::later,
            "talk in turns, with a timer",
            Needs::nothing,
            bind_talk,
            {"lull talk Robin Sam", "lull talk Robin Sam --minutes 2 --turns 6"}},
    Command{"talk add",
            Group::later,
            "note a talk held with another clock",
            Needs::store,
            bind_talk_add,
            {"lull talk add --turns 6", "lull talk add Robin Sam --turns 6 --at yesterday"}},
    Command{"talk list",
            Group::later,
            "the talks so far",
            Needs::key,
            bind_talk_list,
            {"lull talk list", "lull talk list --format json"}},
    Command{"checkin add",
            Group::later,
            "happy, sad, angry, tired: from 0 to 10",
            Needs::store,
            bind_checkin_add,
            {"lull checkin add", "lull checkin add --happy 6 --sad 3 --angry 1 --tired 5"}},
    Command{"checkin list",
            Group::later,
            "list the check-ins",
            Needs::key,
            bind_checkin_list,
            {"lull checkin list", "lull checkin list --from 4w --format json"}},
    Command{"checkin due",
            Group::later,
            "whether a check-in is due",
            Needs::key,
            bind_checkin_due,
            {"lull checkin due", "lull checkin due --quiet"}},
    Command{"remind",
            Group::later,
            "what is due today, each said once",
            Needs::store,
            bind_remind,
            {"lull remind", "lull remind --data ~/journals/quiet"}},
    Command{"lock status",
            Group::later,
            "whether the journal is locked, and how",
            Needs::store,
            bind_lock_status,
            {"lull lock status", "lull lock status --data ~/journals/quiet"}},
    Command{"lock set",
            Group::later,
            "lock the journal: reading needs a passphrase",
            Needs::store,
            bind_lock_set,
            {"lull lock set", "lull lock set --kdf interactive --recovery"}},
    Command{"lock change",
            Group::later,
            "another passphrase",
            Needs::store,
            bind_lock_change,
            {"lull lock change", "lull lock change --with-recovery"}},
    Command{"lock remove",
            Group::later,
            "lay everything in clear again; asked twice",
            Needs::key,
            bind_lock_remove,
            {"lull lock remove", "lull lock remove --yes"}},
    Command{"wipe",
            Group::later,
            "remove everything, after the word is typed",
            Needs::nothing,
            bind_wipe,
            {"lull wipe", "lull wipe --data ~/journals/quiet"}},
    Command{"undo",
            Group::later,
            "take back the last change, of any command",
            Needs::store,
            bind_undo,
            {"lull undo", "lull undo --list"}},
    Command{"backup create",
            Group::later,
            "copy the journal, beside it",
            Needs::store,
            bind_backup_create,
            {"lull backup create", "lull backup create --data ~/journals/quiet"}},
    Command{"backup list",
            Group::later,
            "the backups, newest first",
            Needs::settings,
            bind_backup_list,
            {"lull backup list", "lull backup list --format json"}},
    Command{"backup verify",
            Group::later,
            "check a backup, row by row",
            Needs::settings,
            bind_backup_verify,
            {"lull backup verify", "lull backup verify --all"}},
    Command{"backup restore",
            Group::later,
            "put a backup in the journal's place",
            Needs::settings,
            bind_backup_restore,
            {"lull backup restore", "lull backup restore 3"}},
    Command{"config list",
            Group::later,
            "the settings in force, and where each comes from",
            Needs::settings,
            bind_config_list,
            {"lull config list", "lull config list --explain"}},
    Command{"config get",
            Group::later,
            "one setting, bare, for scripts",
            Needs::settings,
            bind_config_get,
            {"lull config get screen.color", "lull config get time.zone"}},
    Command{"config set",
            Group::later,
            "change a setting; remarks in the file stay",
            Needs::nothing,
            bind_config_set,
            {"lull config set screen.color never", "lull config set day.start 05:00"}},
    Command{"config path",
            Group::later,
            "where the config file is",
            Needs::nothing,
            bind_config_path,
            {"lull config path", "lull --config FILE config path"}},
    Command{"completion",
            Group::later,
            "a script that completes lull in your shell",
            Needs::nothing,
            bind_completion,
            {"source <(lull completion bash)", "lull completion fish | source"}},
    Command{"doctor",
            Group::later,
            "look over the journal file, and mend it",
            Needs::nothing,
            bind_doctor,
            {"lull doctor", "lull doctor --salvage rescued.db"}},
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
    Alias{"add", "journal add"},
    Alias{"write", "journal add --edit"},
    Alias{"journal", "journal list"},
    Alias{"contact", "contact list"},
    Alias{"streak", "streak status"},
    Alias{"want", "want list"},
    Alias{"checkin", "checkin list"},
    Alias{"lock", "lock status"},
    Alias{"why", "themes list"},
    Alias{"themes", "themes list"},
    Alias{"", "today"},
    Alias{"add", "journal add"},
    Alias{"write", "journal add --edit"},
    Alias{"journal", "journal list"},
    Alias{"contact", "contact list"},
    Alias{"streak", "streak status"},
    Alias{"urge", "pause"},
    Alias{"why", "themes list"},
    Alias{"themes", "themes list"},
    Alias{"urge", "pause"},
    Alias{"backup", "backup list"},
    Alias{"config", "config list"},
    Alias{"", "today"},
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
