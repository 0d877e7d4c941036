#include <fmt/format.h>

#include <sstream>

#include "lull/app/reminders.hpp"
#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/base/paths.hpp"

namespace lull {
namespace {

std::string read_notes(const std::filesystem::path& path) {
  try {
    return path.empty() ? std::string() : read_file(path).value_or("");
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

std::filesystem::path reminder_folder(const Environment& environment,
                                      const std::filesystem::path& data_folder,
                                      bool data_was_named) {
  if (data_was_named) return data_folder;
  try {
    return state_folder(environment);
  } catch (const Error&) {
    return {};
  }
}

ReminderNotes::ReminderNotes(const std::filesystem::path& folder)
    : path_(folder.empty() ? folder : folder / "reminded") {
  std::istringstream lines(read_notes(path_));
  std::string day;
  std::string word;
  while (lines >> day >> word) {
    const std::optional<Day> on = parse_iso_day(day);
    if (!on) continue;
    if (word == "review-read") {
      review_read_on_ = on;
    } else if (const std::optional<Due> due = parse_due(word)) {
      if (*on != said_on_) said_.clear();
      said_on_ = *on;
      said_.push_back(*due);
    }
  }
}

std::vector<Due> ReminderNotes::said_on(Day today) const {
  return said_on_ == today ? said_ : std::vector<Due>();
}

bool ReminderNotes::note_said(Day today, const std::vector<Due>& said) {
  if (said_on_ != today) said_.clear();
  said_on_ = today;
  said_.insert(said_.end(), said.begin(), said.end());
  return save();
}

bool ReminderNotes::note_review_read(Day today) {
  if (review_read_on_ == today) return true;
  review_read_on_ = today;
  return save();
}

bool ReminderNotes::save() const {
  if (path_.empty()) return false;
  std::string text;
  if (review_read_on_) text += fmt::format("{} review-read\n", to_iso(*review_read_on_));
  for (const Due due : said_) text += fmt::format("{} {}\n", to_iso(said_on_), to_string(due));
  try {
    create_private_folder(path_.parent_path());
    write_file_atomically(path_, text);
    return true;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace lull
