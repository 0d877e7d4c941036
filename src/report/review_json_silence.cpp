#include "json_parts.hpp"

namespace lull {
namespace {

std::string_view name_of(DayMark mark) {
  switch (mark) {
    case DayMark::outside:
      return "outside";
    case DayMark::quiet:
      return "quiet";
    case DayMark::broken:
      return "interrupted";
    case DayMark::contact_kept:
      return "contact-kept";
    case DayMark::future:
      return "future";
  }
  return "";
}

void write_run(const Run& run, JsonWriter& json) {
  json.begin_object();
  // A run of no days has none to name.
  write_day(run.days > 0 ? std::optional(run.first) : std::nullopt, json.key("first"));
  write_day(run.days > 0 ? std::optional(run.last) : std::nullopt, json.key("last"));
  json.field("days", run.days).end_object();
}

void write_period(const Review& review, JsonWriter& json) {
  const QuietPeriod& period = review.silence->period;
  json.begin_object();
  json.field("id", period.id).field("begun", to_iso(period.begun));
  write_day(period.from, json.key("last_in_touch"));
  write_day(period.ended_on, json.key("ended_on"));
  write_day(period.closed_on, json.key("closed_on"));
  json.field("length", period.length);
  json.field("on_break", to_string(period.on_break));
  json.field("ended_by", to_string(period.ended_by));
  json.field("apart_for", to_string(period.apart_for));
  write_text(review.anonymous ? "" : period.alias, json.key("alias"));
  write_list(json, "exceptions", period.exceptions,
             [&](const std::string& exception) { json.value(exception); });
  write_text(period.closing, json.key("closing"));
  json.end_object();
}

void write_streak(const Streak& streak, JsonWriter& json) {
  json.begin_object();
  json.field("quiet_days", streak.total).field("interrupted_days", streak.broken_days);
  write_run(streak.longest, json.key("longest"));
  write_run(streak.current, json.key("current"));
  write_list(json, "runs", streak.runs, [&](const Run& run) { write_run(run, json); });
  json.field("window", streak.window).field("quiet_in_window", streak.quiet_in_window);
  json.field("length", streak.length).field("days_to_go", streak.days_to_go);
  write_day(streak.completed_on, json.key("completed_on"));
  write_day(streak.opens_on, json.key("opens_on"));
  json.end_object();
}

// Ten years are thousands of days but few changes: days of one mark in a row are one span.
void write_calendar(const std::vector<MarkedDay>& days, JsonWriter& json) {
  json.key("calendar").begin_array();
  for (std::size_t first = 0; first < days.size();) {
    std::size_t last = first;
    while (last + 1 < days.size() && days[last + 1].mark == days[first].mark) ++last;
    json.begin_object();
    write_day(days[first].day, json.key("first"));
    write_day(days[last].day, json.key("last"));
    json.field("mark", name_of(days[first].mark)).end_object();
    first = last + 1;
  }
  json.end_array();
  json.key("written_on").begin_array();
  for (const MarkedDay& day : days) {
    if (day.wrote) write_day(day.day, json);
  }
  json.end_array();
}

void write_contacts(const SilencePart& silence, JsonWriter& json) {
  json.begin_object();
  write_list(json, "by_channel", silence.contacts, [&](const SilencePart::ChannelCount& row) {
    json.begin_object().field("channel", to_string(row.channel));
    json.key("by_direction").begin_object();
    for (Direction direction : all_directions()) {
      json.field(to_string(direction), row.by_direction.at(static_cast<std::size_t>(direction)));
    }
    json.end_object().field("interrupted", row.breaks).end_object();
  });
  json.field("under_exception", silence.under_exception).end_object();
}

void write_urges(const SilencePart& silence, JsonWriter& json) {
  json.begin_object();
  json.field("all", silence.urges).field("passed", silence.urges_passed);
  json.field("acted", silence.urges_acted);
  write_list(json, "by_weekday_and_hour", silence.urge_hours, [&](const std::array<int, 8>& row) {
    json.begin_array();
    for (int value : row) json.value(value);
    json.end_array();
  });
  write_list(json, "by_channel", silence.urge_channels, [&](const SilencePart::UrgeChannel& row) {
    json.begin_object().field("channel", to_string(row.channel)).field("urges", row.count);
    json.end_object();
  });
  json.end_object();
}

}  // namespace

void write_silence(const Review& review, JsonWriter& json) {
  const SilencePart& silence = *review.silence;
  json.begin_object().key("period");
  write_period(review, json);
  json.key("streak");
  write_streak(silence.streak, json);
  write_calendar(silence.calendar, json);
  json.key("contacts");
  write_contacts(silence, json);
  json.key("urges");
  write_urges(silence, json);
  json.end_object();
}

void write_writing(const WritingPart& writing, JsonWriter& json) {
  json.begin_object();
  json.field("entries", writing.entries).field("letters", writing.letters);
  json.field("days_written", writing.days_written).field("words", writing.words);
  json.field("longest_gap", writing.longest_gap);
  json.field("weeks", writing.weeks).field("weeks_with_cadence", writing.weeks_with_cadence);
  json.key("mood").begin_object();
  json.field("first_half", writing.mood_first_half).field("second_half", writing.mood_second_half);
  write_list(json, "days", writing.mood, [&](const DayValue& value) {
    json.begin_object();
    write_day(value.day, json.key("day"));
    json.field("mood", value.value).end_object();
  });
  json.end_object();
  write_list(json, "feelings", writing.feelings, [&](const std::pair<std::string, int>& feeling) {
    json.begin_object().field("word", feeling.first).field("times", feeling.second).end_object();
  });
  json.end_object();
}

}  // namespace lull
