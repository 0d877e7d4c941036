#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "buckets.hpp"
#include "review_parts.hpp"
#include "wording.hpp"

namespace lull {
namespace {

using Fill = CalendarChart::Fill;

// In the order of DayMark, so that a mark is an index.
std::vector<CalendarChart::Kind> day_kinds() {
  return {{"outside the silence", Fill::none},
          {"quiet", Fill::full},
          {"interrupted", Fill::hollow},
          {"in touch without interrupting", Fill::half},
          {"still to come", Fill::none}};
}

Table calendar_numbers(const std::vector<MarkedDay>& days) {
  const DaySpan span{days.front().day, days.back().day};
  const BucketSize step = step_for(span, BucketSize::month, 14);
  const std::vector<Bucket> pieces = buckets(span, step);
  std::vector<std::array<int, 4>> counts(pieces.size());
  for (const MarkedDay& day : days) {
    auto& row = counts.at(bucket_of(pieces, day.day));
    if (day.mark == DayMark::quiet) ++row[0];
    if (day.mark == DayMark::broken) ++row[1];
    if (day.mark == DayMark::contact_kept) ++row[2];
    if (day.wrote) ++row[3];
  }
  Table table;
  table.columns = {{capitalized(std::string(step_name(step)))},
                   {"Quiet", true},
                   {"Interrupted", true},
                   {"Other contact", true},
                   {"Written on", true}};
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    table.rows.push_back({pieces[i].label, number(counts[i][0]), number(counts[i][1]),
                          number(counts[i][2]), number(counts[i][3])});
  }
  return table;
}

std::string block_label(std::size_t block) { return fmt::format("{:02}", block * 3); }
std::string block_hours(std::size_t block) {
  if (block == 7) return "between 21:00 and midnight";
  return fmt::format("between {:02}:00 and {:02}:00", block * 3, block * 3 + 3);
}

/// Where urges gather, when there are enough of them to say so and one place leads.
std::string when_urges_came(const SilencePart& silence) {
  constexpr int kEnough = 5;
  std::array<int, 7> by_day{};
  std::array<int, 8> by_block{};
  int sum = 0;
  for (std::size_t day = 0; day < 7; ++day) {
    for (std::size_t block = 0; block < 8; ++block) {
      by_day[day] += silence.urge_hours[day][block];
      by_block[block] += silence.urge_hours[day][block];
      sum += silence.urge_hours[day][block];
    }
  }
  if (sum < kEnough) return "Counts by weekday, in steps of three hours.";
  const auto day = std::max_element(by_day.begin(), by_day.end());
  const auto block = std::max_element(by_block.begin(), by_block.end());
  std::string text;
  if (std::count(by_day.begin(), by_day.end(), *day) == 1) {
    text += fmt::format("{} on {}s", *day, weekday_name(static_cast<int>(day - by_day.begin())));
  }
  if (std::count(by_block.begin(), by_block.end(), *block) == 1) {
    if (!text.empty()) text += ", ";
    text += fmt::format("{} {}", *block,
                        block_hours(static_cast<std::size_t>(block - by_block.begin())));
  }
  if (text.empty()) return "No weekday and no hour stands out.";
  return fmt::format("Of {}, {}.", count(sum, "urge"), text);
}

BarChart urge_channels(const SilencePart& silence) {
  BarChart chart;
  chart.words.title = "What the urges were about";
  chart.words.description = "Urges by the way of being in touch that pulled, most first.";
  chart.words.numbers.columns = {{"Channel"}, {"Urges", true}};
  chart.series = {"urges"};
  for (const auto& row : silence.urge_channels) {
    const std::string label(label_of(row.channel));
    chart.rows.push_back({label, {row.count}});
    chart.words.numbers.rows.push_back({label, number(row.count)});
  }
  return chart;
}

}  // namespace

CalendarChart silence_calendar(const SilencePart& silence) {
  CalendarChart chart;
  chart.words.title = "Calendar of the silence";
  chart.words.description =
      "Every day from " + range({silence.calendar.front().day, silence.calendar.back().day}) + ".";
  chart.words.numbers = calendar_numbers(silence.calendar);
  chart.kinds = day_kinds();
  bool wrote = false;
  for (const MarkedDay& day : silence.calendar) {
    chart.cells.push_back({day.day, static_cast<int>(day.mark), day.wrote});
    wrote = wrote || day.wrote;
  }
  if (wrote) chart.dot_label = "written on";
  return chart;
}

std::vector<Block> contact_charts(const SilencePart& silence) {
  BarChart chart;
  chart.words.title = "Contacts by channel";
  chart.words.description = "How often, by each way of being in touch.";
  chart.series = {"interrupted the silence", "did not"};
  Table& table = chart.words.numbers;
  table.columns.push_back({"Channel"});
  std::vector<std::size_t> used;  // directions that occur; six columns would be too many
  for (Direction direction : all_directions()) {
    const auto at = static_cast<std::size_t>(direction);
    if (std::any_of(silence.contacts.begin(), silence.contacts.end(),
                    [&](const auto& row) { return row.by_direction[at] > 0; })) {
      used.push_back(at);
      table.columns.push_back({capitalized(std::string(label_of(direction))), true});
    }
  }
  table.columns.push_back({"Interrupted", true});
  for (const auto& row : silence.contacts) {
    int sum = 0;
    for (int value : row.by_direction) sum += value;
    const std::string label(label_of(row.channel));
    chart.rows.push_back({label, {row.breaks, sum - row.breaks}});
    std::vector<std::string> cells{label};
    for (std::size_t at : used) cells.push_back(number(row.by_direction[at]));
    cells.push_back(number(row.breaks));
    table.rows.push_back(std::move(cells));
  }
  return {chart};
}

Block urge_grid(const SilencePart& silence) {
  HourGrid grid;
  grid.words.title = "Urges by weekday and hour";
  grid.words.description = when_urges_came(silence);
  Table& table = grid.words.numbers;
  table.columns.push_back({"From"});
  for (std::size_t block = 0; block < 8; ++block) {
    grid.columns.push_back(block_label(block));
    table.columns.push_back({block_label(block) + ":00", true});
  }
  for (std::size_t day = 0; day < 7; ++day) {
    const auto& hours = silence.urge_hours[day];
    const std::string name(weekday_name(static_cast<int>(day)));
    grid.rows.push_back({name, {hours.begin(), hours.end()}});
    std::vector<std::string> cells{name};
    for (int value : hours) cells.push_back(number(value));
    table.rows.push_back(std::move(cells));
  }
  return grid;
}

std::vector<Block> urge_channel_charts(const SilencePart& silence) {
  if (silence.urge_channels.empty()) return {};
  return {urge_channels(silence)};
}

}  // namespace lull
