#include "entry_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lull/base/utf8.hpp"

namespace lull {
namespace {

constexpr int kWidest = 100;

std::string heading_of(const Entry& entry) {
  std::string heading = fmt::format("{}  {} {}", entry.id, to_short_date(entry.at.day),
                                    to_clock_time(local_time_of(entry.at)));
  if (entry.kind == EntryKind::letter) heading += "  unsent letter";
  if (entry.kind == EntryKind::first_account) heading += "  first account";
  if (entry.mood) heading += fmt::format("  mood {}", *entry.mood);
  for (const std::string& feeling : entry.feelings) heading += "  " + make_visible_line(feeling);
  if (entry.starred) heading += "  *";
  if (entry.entered_later()) heading += "  entered later";
  return heading;
}

}  // namespace

std::string entry_as_text(const Entry& entry, Session& session) {
  std::string text = heading_of(entry) + '\n';
  if (session.discreet()) return text;
  const int columns = std::clamp(session.terminal().width(), 20, kWidest);
  for (const std::string& line : wrap(make_visible(entry.text), columns)) text += line + '\n';
  return text;
}

std::string entry_as_line(const Entry& entry, Session& session) {
  const std::string start = fmt::format("{:>4}  {}  ", entry.id, to_iso(entry.at.day));
  if (session.discreet()) return start;
  const int columns = std::clamp(session.terminal().width(), 20, kWidest) - width_of(start);
  std::string line = make_visible_line(entry.text);
  line.erase(line.find_last_not_of(' ') + 1);
  return start + fit_to_width(line, columns);
}

}  // namespace lull
