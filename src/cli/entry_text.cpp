#include "entry_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "lull/base/utf8.hpp"

namespace lull {
namespace {

constexpr int kNarrowest = 20;
constexpr int kWidest = 100;

std::vector<std::string> marks_of(const Entry& entry) {
  std::vector<std::string> marks;
  if (entry.kind == EntryKind::letter) marks.emplace_back("unsent letter");
  if (entry.kind == EntryKind::first_account) marks.emplace_back("first account");
  if (entry.mood) marks.push_back(fmt::format("mood {}", *entry.mood));
  for (const std::string& feeling : entry.feelings) marks.push_back(make_visible_line(feeling));
  for (const std::string& tag : entry.tags) marks.push_back('#' + make_visible_line(tag));
  if (entry.starred) marks.emplace_back("*");
  if (entry.entered_later()) marks.emplace_back("entered later");
  return marks;
}

// An input that was typed ends with a line break; it is no line to show.
std::string_view without_last_breaks(std::string_view text) {
  return text.substr(0, text.find_last_not_of('\n') + 1);
}

}  // namespace

std::string facts_of(const Entry& entry) {
  std::vector<std::string> facts = marks_of(entry);
  facts.insert(facts.begin(), fmt::format("number {}", entry.id));
  return fmt::format("{}", fmt::join(facts, ", "));
}

std::string heading_of(const Entry& entry) {
  std::string heading = fmt::format("{}  {} {}", entry.id, to_short_date(entry.at.day),
                                    to_clock_time(local_time_of(entry.at)));
  for (const std::string& mark : marks_of(entry)) heading += "  " + mark;
  return heading;
}

Entry without_words(Entry entry) {
  entry.text.clear();
  entry.tags.clear();
  entry.feelings.clear();
  entry.prompt.clear();
  return entry;
}

int columns_of(Session& session) {
  return std::clamp(session.terminal().width(), kNarrowest, kWidest);
}

std::string entry_as_text(const Entry& entry, Session& session) {
  if (session.discreet()) return heading_of(without_words(entry)) + '\n';
  std::string text;
  for (const std::string& line : wrap(heading_of(entry), columns_of(session))) text += line + '\n';
  const std::string visible = make_visible(entry.text);
  for (const std::string& line : wrap(without_last_breaks(visible), columns_of(session))) {
    text += line + '\n';
  }
  return text;
}

std::string entry_as_line(const Entry& entry, Session& session) {
  const std::string start = fmt::format("{:>4}  {}  ", entry.id, to_iso(entry.at.day));
  if (session.discreet()) return start.substr(0, start.size() - 2);
  const int columns = columns_of(session) - width_of(start);
  std::string line = make_visible_line(entry.text);
  line.erase(line.find_last_not_of(' ') + 1);
  return start + fit_to_width(line, columns);
}

}  // namespace lull
