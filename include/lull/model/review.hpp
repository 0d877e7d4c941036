#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lull/base/calendar.hpp"
#include "lull/model/contact.hpp"
#include "lull/model/decision.hpp"
#include "lull/model/marker.hpp"
#include "lull/model/quiet_period.hpp"
#include "lull/model/streak.hpp"
#include "lull/model/talk.hpp"
#include "lull/model/theme.hpp"
#include "lull/model/verdict.hpp"
#include "lull/model/want.hpp"

namespace lull {

/// Words of the writer's own, with where they stand.
struct Quote {
  std::string text;        ///< one sentence, exact bytes
  std::int64_t entry = 0;  ///< its entry's id
  Day day;
  std::vector<TextSpan> words;  ///< within `text`: what decided, for marking
};

/// A number that belongs to a day.
struct DayValue {
  Day day;
  double value = 0;
};

/// How a day of the silence was, for the calendar.
enum class DayMark { outside, quiet, broken, contact_kept, future };
struct MarkedDay {
  Day day;
  DayMark mark = DayMark::outside;
  bool wrote = false;  ///< an entry stands on it
};

/// Part 1. The silence.
struct SilencePart {
  QuietPeriod period;
  Streak streak;
  std::vector<MarkedDay> calendar;  ///< every day of the span, in order
  struct ChannelCount {
    Channel channel{};
    std::array<int, 6> by_direction{};  ///< indexed by Direction
    int breaks = 0;
  };
  std::vector<ChannelCount> contacts;  ///< channels that occur, in the order of the enum
  int under_exception = 0;
  int urges = 0, urges_passed = 0, urges_acted = 0;
  std::array<std::array<int, 8>, 7>
      urge_hours{};  ///< weekday (0 Monday) by three-hour block of the day
  struct UrgeChannel {
    Channel channel{};
    int count = 0;
  };
  std::vector<UrgeChannel> urge_channels;  ///< most first
};

/// Part 2. The writing.
struct WritingPart {
  int entries = 0, letters = 0;
  int days_written = 0;
  std::int64_t words = 0;
  int longest_gap = 0;         ///< days between two days written, at most
  int weeks = 0;               ///< whole or begun weeks of the span
  int weeks_with_cadence = 0;  ///< weeks in which at least two days were written
  std::vector<DayValue> mood;  ///< mean of each day that has one
  std::optional<double> mood_first_half, mood_second_half;
  std::vector<std::pair<std::string, int>> feelings;  ///< most first
};

/// One theme of part 3.
struct ThemeFinding {
  Theme theme{};
  int days = 0;  ///< distinct days that give evidence
  int sentences = 0;
  double strength = 0;     ///< summed over sentences
  std::vector<int> weeks;  ///< days with evidence in each week of the span
  int first_half_days = 0, second_half_days = 0;
  int mine = 0, theirs = 0, ours = 0, unclear = 0;  ///< sentences, by whose it was said to be
  std::vector<Quote> quotes;                        ///< at most three
  Verdict verdict;
  bool in_first_account = false, in_daily_pages = false;
};

/// Part 4. Two sentences that do not agree, side by side, without judgement.
struct Contradiction {
  Theme theme{};
  Quote one;
  Quote other;
};

/// A phrase the writer keeps coming back to.
struct RepeatedPhrase {
  std::string text;
  int times = 0;
  int days = 0;
};

/// A thing about them that is not known yet, as a question for the talk.
struct OpenQuestion {
  std::string text;
};

/// How the span came about.
enum class ReviewSpan { period, preview, dates, all };

/// Everything a review says, finished: renderers add nothing. All ten parts of the design; what
/// there is nothing to say about is empty. When `safety` holds, parts 3 to 8 are empty and help
/// comes first.
struct Review {
  ReviewSpan kind = ReviewSpan::all;
  DaySpan span;
  Day made_on;
  std::string made_at;  ///< ISO with offset
  bool safety = false;
  bool anonymous = false;
  std::vector<std::string> help_lines;  ///< shown first when `safety`

  std::optional<SilencePart> silence;  // 1
  WritingPart writing;                 // 2
  std::vector<ThemeFinding> themes;    // 3, strongest first
  int entries_without_reason = 0;      //    pages that state no reason: a normal result
  int entries_unread = 0;              //    pages in a language the codebook does not know
  bool has_first_account = false;      // 4
  std::vector<Quote> first_account;
  std::vector<Contradiction> contradictions;
  std::vector<RepeatedPhrase> phrases;
  std::vector<Quote> emotional_quotes, physical_quotes;  // 5
  int emotional_days = 0, physical_days = 0;
  int urges_for_sex = 0;
  std::vector<Want> my_wants, their_wants;  // 7
  std::vector<OpenQuestion> questions;
  std::vector<MarkerTrend> markers;  // 8
  std::vector<Decision> decisions;   // 9
  std::vector<Talk> talks;
  std::vector<CheckIn> checkins;
};

}  // namespace lull
