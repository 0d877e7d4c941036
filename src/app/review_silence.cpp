#include <algorithm>
#include <array>
#include <set>

#include "review_parts.hpp"

namespace lull {
namespace {

DayMark mark_of(Day day, const SilencePart& part, const ReviewSources& sources) {
  if (day > sources.today) return DayMark::future;
  if (day <= part.period.from) return DayMark::outside;
  if (part.period.closed_on && day > *part.period.closed_on) return DayMark::outside;
  DayMark mark = DayMark::quiet;
  for (const Contact& contact : sources.contacts) {
    if (!contact.days().contains(day)) continue;
    if (contact.breaks) return DayMark::broken;
    mark = DayMark::contact_kept;
  }
  return mark;
}

void count_channels(SilencePart& part, const ReviewSources& sources) {
  for (const Channel channel : all_channels()) {
    SilencePart::ChannelCount count;
    count.channel = channel;
    int all = 0;
    for (const Contact& contact : sources.contacts) {
      if (contact.channel != channel) continue;
      ++all;
      ++count.by_direction.at(static_cast<std::size_t>(contact.direction));
      count.breaks += contact.breaks ? 1 : 0;
    }
    if (all > 0) part.contacts.push_back(count);
  }
}

void count_urges(SilencePart& part, const ReviewSources& sources) {
  std::array<int, 11> by_channel{};
  for (const Urge& urge : sources.urges) {
    ++part.urges;
    part.urges_passed += urge.outcome == UrgeOutcome::passed ? 1 : 0;
    part.urges_acted += urge.outcome == UrgeOutcome::acted ? 1 : 0;
    const LocalTime local = local_time_of(urge.at);
    const auto weekday = static_cast<std::size_t>(weekday_of(local.day));
    ++part.urge_hours.at(weekday).at(static_cast<std::size_t>(local.seconds / (3 * 3600)));
    ++by_channel.at(static_cast<std::size_t>(urge.channel));
  }
  for (const Channel channel : all_channels()) {
    const int count = by_channel.at(static_cast<std::size_t>(channel));
    if (count > 0) part.urge_channels.push_back({channel, count});
  }
  std::stable_sort(part.urge_channels.begin(), part.urge_channels.end(),
                   [](const auto& left, const auto& right) { return left.count > right.count; });
}

}  // namespace

void fill_silence(SilencePart& part, const ReviewSources& sources) {
  count_channels(part, sources);
  count_urges(part, sources);
  part.under_exception = static_cast<int>(
      std::count_if(sources.contacts.begin(), sources.contacts.end(),
                    [](const Contact& contact) { return !contact.exception.empty(); }));
  std::set<Day> written;
  for (const Entry& entry : sources.entries) written.insert(entry.at.day);
  for (Day day = sources.span.first; day <= sources.span.last; day = day + 1) {
    part.calendar.push_back({day, mark_of(day, part, sources), written.contains(day)});
  }
}

}  // namespace lull
