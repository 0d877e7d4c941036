#include "value_completer.hpp"

#include <algorithm>
#include <set>

#include "contact_words.hpp"
#include "lull/app/config.hpp"
#include "lull/app/journal_tags.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/help_topics.hpp"
#include "lull/model/theme.hpp"
#include "lull/store/records.hpp"
#include "lull/text/prompts.hpp"

namespace lull {
namespace {

// More than a screen of ids helps nobody, and a key press must be answered at once.
constexpr std::size_t kMostIds = 50;
constexpr int kMeaningColumns = 50;

std::string_view noun_of(std::string_view name) { return name.substr(0, name.find(' ')); }

std::string on_one_line(std::string_view text) {
  return fit_to_width(make_visible_line(text), kMeaningColumns);
}

// The newest rows, with the day and what else may be shown.
template <class Noun>
std::vector<Candidate> ids(Session& session, bool (*fits)(const Row&),
                           std::string (*words)(const Noun&)) {
  std::vector<Candidate> found;
  const bool clear = session.discreet();
  const auto take = [&](const Row& row, const std::string& meaning) {
    if (fits == nullptr || fits(row)) {
      found.push_back({std::to_string(row.id), to_short_date(row.day) + meaning});
    }
    return found.size() < kMostIds;
  };
  RowQuery query;
  query.newest_first = true;
  try {
    if (!clear) {
      session.store().each(Record<Noun>::kTable, query, [&](Row&& row) {
        return take(row, ": " + on_one_line(words(Record<Noun>::from_row(row))));
      });
      return found;
    }
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::locked) throw;
    found.clear();
  }
  session.store().each_in_clear(Record<Noun>::kTable, query,
                                [&](Row&& row) { return take(row, ""); });
  return found;
}

bool is_kept(const Row& row) { return !row.marks.at(0).has_value(); }
bool is_trashed(const Row& row) { return row.marks.at(0).has_value(); }

std::vector<Candidate> ids_for(const Command& command, Session& session) {
  const std::string_view noun = noun_of(command.name);
  if (noun == "contact") {
    return ids<Contact>(session, nullptr, [](const Contact& contact) {
      return std::string(label_of(contact.channel));
    });
  }
  if (noun == "want") {
    return ids<Want>(session, nullptr, [](const Want& want) { return want.text; });
  }
  if (noun != "journal") return {};
  return ids<Entry>(session, command.name == "journal restore" ? is_trashed : is_kept,
                    [](const Entry& entry) { return entry.text; });
}

std::vector<Candidate> tags(Session& session) {
  std::vector<Candidate> found;
  if (session.discreet()) return found;
  for (const TagCount& count : count_tags(session.store())) {
    // A word with a space or the like would need the shell's own quoting.
    const bool plain = std::none_of(count.tag.begin(), count.tag.end(), [](unsigned char c) {
      return c <= ' ' || c == 0x7f ||
             std::string_view("\"'`$\\!;&|<>(){}[]*?~").find(static_cast<char>(c)) !=
                 std::string_view::npos;
    });
    if (plain) found.push_back({count.tag, std::to_string(count.entries)});
  }
  return found;
}

std::vector<Candidate> exceptions(Session& session) {
  std::vector<Candidate> found{{"safety", ""}};
  if (session.discreet()) return found;
  const std::vector<QuietPeriod> periods = all<QuietPeriod>(session.store());
  if (periods.empty()) return found;
  for (const std::string& name : periods.back().exceptions) {
    if (name.find(' ') == std::string::npos) found.push_back({name, ""});
  }
  return found;
}

std::vector<Candidate> themes() {
  std::vector<Candidate> found;
  for (const Theme theme : all_themes()) {
    found.push_back({std::string(to_string(theme)), std::string(label_of(theme))});
  }
  return found;
}

std::vector<Candidate> settings() {
  std::vector<Candidate> found;
  for (const SettingRow& row : setting_rows()) {
    found.push_back({std::string(row.key), std::string(row.meaning)});
  }
  return found;
}

std::vector<Candidate> prompts() {
  std::vector<Candidate> found;
  for (const Prompt& prompt : all_prompts()) {
    found.push_back({std::string(prompt.id), on_one_line(prompt.text)});
  }
  return found;
}

std::vector<Candidate> days() {
  std::vector<Candidate> found{{"today", ""}, {"yesterday", ""}};
  for (const char* day :
       {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) {
    found.push_back({day, "the past one"});
  }
  return found;
}

std::vector<Candidate> help_words() {
  std::vector<Candidate> found = first_words();
  for (const HelpTopic& topic : help_topics()) {
    found.push_back({std::string(topic.name), std::string(topic.title)});
  }
  return found;
}

std::vector<Candidate> by_placeholder(const OptionSpec& spec, const Command& command,
                                      Session& session) {
  const std::string_view place = spec.placeholder;
  if (place == "TAG") return tags(session);
  if (place == "THEME") return themes();
  if (place == "KEY") return settings();
  if (place == "DAY" || place == "WHEN") return days();
  if (place == "WHICH") return exceptions(session);
  if (place == "COMMAND or TOPIC") return help_words();
  if (place == "ID" && !spec.is_word()) return prompts();
  if (place == "ID" || place == "ID TEXT") return ids_for(command, session);
  return {};
}

}  // namespace

Answers values_of(const OptionSpec& spec, const Command& command, Session& session) {
  Answers answers;
  if (spec.placeholder == "FILE") answers.offer = ShellOffer::files;
  if (spec.placeholder == "DIR") answers.offer = ShellOffer::folders;
  for (const std::string& choice : spec.choices) answers.candidates.push_back({choice, ""});
  if (!spec.choices.empty()) return answers;
  try {
    answers.candidates = by_placeholder(spec, command, session);
  } catch (const Error&) {
    // No journal yet, or one that can't be read now: a key press is no place to say so.
  }
  return answers;
}

std::vector<Candidate> verbs_of(std::string_view noun) {
  std::vector<Candidate> verbs;
  for (const Command& command : command_table()) {
    if (command.group == Group::hidden || noun_of(command.name) != noun) continue;
    if (command.name.size() == noun.size()) continue;
    verbs.push_back(
        {std::string(command.name.substr(noun.size() + 1)), std::string(command.summary)});
  }
  return verbs;
}

std::vector<Candidate> first_words() {
  std::vector<Candidate> words;
  std::set<std::string> seen;
  for (const Command& command : command_table()) {
    const std::string noun(noun_of(command.name));
    if (command.group == Group::hidden || !seen.insert(noun).second) continue;
    std::string meaning;
    if (find_command(noun) != nullptr) {
      meaning = find_command(noun)->summary;
    } else {
      for (const Candidate& verb : verbs_of(noun)) {
        meaning += (meaning.empty() ? "" : ", ") + verb.text;
      }
    }
    words.push_back({noun, meaning});
  }
  for (const Alias& alias : command_aliases()) {
    if (!alias.typed.empty() && seen.insert(std::string(alias.typed)).second) {
      words.push_back({std::string(alias.typed), std::string(alias.meant)});
    }
  }
  return words;
}

}  // namespace lull
