#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lull/model/quiet_period.hpp"

namespace lull {

enum class ColorChoice { automatic, always, never };

/// What the config file may say, with what holds when it says nothing.
struct Settings {
  int day_start_minutes = 240;                 ///< day.start
  std::string zone;                            ///< time.zone; empty is the system's
  int length = QuietPeriod::kDefaultLength;    ///< streak.days
  OnBreak on_break = OnBreak::carry_on;        ///< streak.on_break
  bool looking_breaks = false;                 ///< social.looking_breaks
  std::string editor;                          ///< journal.editor; empty is $VISUAL, $EDITOR
  ColorChoice color = ColorChoice::automatic;  ///< screen.color
  bool discreet = false;                       ///< screen.discreet
  bool pager = true;                           ///< screen.pager
  int pause_minutes = 10;                      ///< pause.minutes
  double talk_minutes = 3;                     ///< talk.minutes
  bool remind_writing = false;                 ///< remind.writing
  bool remind_checkin = false;                 ///< remind.checkin
  int checkin_every = 7;                       ///< checkin.every, days
  int backup_keep = 10;                        ///< backup.keep
  std::vector<std::string> names;              ///< review.names: left out by --anonymous
  std::string country;                         ///< help.country; empty is found from the zone
};

}  // namespace lull
