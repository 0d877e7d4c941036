#include "crisis_notice.hpp"

#include <fmt/format.h>

#include <vector>

#include "help_country.hpp"
#include "lull/app/reminders.hpp"
#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/text/crisis.hpp"
#include "lull/text/helplines.hpp"

namespace lull {
namespace {

std::filesystem::path note_of(Session& session) {
  const std::filesystem::path folder =
      reminder_folder(session.environment(), session.data_folder(), session.data_was_named());
  return folder.empty() ? folder : folder / "noticed";
}

// False when it was said today already. Where the day can't be kept it is rather said twice than
// never.
bool is_first_today(Session& session) {
  const std::string today = to_iso(session.today());
  try {
    const std::filesystem::path note = note_of(session);
    if (note.empty()) return true;
    if (read_file(note) == today) return false;
    create_private_folder(note.parent_path());
    write_file_atomically(note, today);
  } catch (const Error&) {
    return true;
  }
  return true;
}

std::string somebody_to_call(HelpNeed need, Session& session) {
  std::vector<Helpline> lines = helplines_for(help_country(session).value_or(""), need);
  if (lines.empty()) lines = international_helplines(need);
  const Helpline& line = lines.front();
  const std::string_view way = !line.phone.empty()  ? line.phone
                               : !line.text.empty() ? line.text
                                                    : line.web;
  return fmt::format("{}: {}", line.name, way);
}

}  // namespace

void point_to_crisis_help(std::string_view text, Session& session) {
  const std::vector<CrisisSign> signs = find_crisis(text);
  if (signs.empty() || !is_first_today(session)) return;
  if (session.discreet()) {
    session.warn("lull help safety");
    return;
  }
  const HelpNeed need =
      signs.front().kind == CrisisKind::danger ? HelpNeed::abuse : HelpNeed::suicide;
  session.warn("Your words are kept. If it is more than you can carry tonight, somebody is there:");
  session.warn(fmt::format("  {}. More: lull help safety", somebody_to_call(need, session)));
}

}  // namespace lull
