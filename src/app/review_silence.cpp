#include <algorithm>

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

}  // namespace

void fill_silence(SilencePart& part, const ReviewSources& sources) {
  count_channels(part, sources);
  part.under_exception = static_cast<int>(
      std::count_if(sources.contacts.begin(), sources.contacts.end(),
                    [](const Contact& contact) { return !contact.exception.empty(); }));
  for (Day day = sources.span.first; day <= sources.span.last; day = day + 1) {
    MarkedDay marked{day, mark_of(day, part, sources), false};
    marked.wrote = std::any_of(sources.entries.begin(), sources.entries.end(),
                               [&](const Entry& entry) { return entry.at.day == day; });
    part.calendar.push_back(marked);
  }
}

}  // namespace lull
