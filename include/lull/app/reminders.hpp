#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "lull/base/clock.hpp"
#include "lull/base/day_rule.hpp"
#include "lull/base/environment.hpp"
#include "lull/model/due.hpp"
#include "lull/model/settings.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// Where reminders are noted: in the XDG state folder, and beside a journal whose folder was named,
/// so that several journals do not answer for one another. Empty when there is no such place.
std::filesystem::path reminder_folder(const Environment& environment,
                                      const std::filesystem::path& data_folder,
                                      bool data_was_named);

/// What was said today and when an open review was read: a small file without any word of the
/// journal. One that is missing, or not in this form, says nothing.
class ReminderNotes {
 public:
  /// Reads the notes in `folder`. Never throws: without a folder nothing is known and nothing kept.
  explicit ReminderNotes(const std::filesystem::path& folder);

  /// What was said on `today`.
  std::vector<Due> said_on(Day today) const;
  /// The day on which an open review was last read, or nothing.
  std::optional<Day> review_read_on() const { return review_read_on_; }
  /// Adds what was said and writes the file; false when it could not be kept.
  bool note_said(Day today, const std::vector<Due>& said);
  bool note_review_read(Day today);

  const std::filesystem::path& path() const { return path_; }

 private:
  bool save() const;

  std::filesystem::path path_;  // empty without a state folder
  Day said_on_;
  std::vector<Due> said_;
  std::optional<Day> review_read_on_;
};

/// Gathers what may be due. From a locked journal only what stands in clear is known; a period that
/// was closed is then silent, since how it closed cannot be read.
DueFacts gather_due(Store& store, const Clock& clock, const DayRule& rule, const Settings& settings,
                    const ReminderNotes& notes);

}  // namespace lull
