#include "entry_filter_options.hpp"

#include <charconv>

#include "lull/base/error.hpp"
#include "lull/base/when.hpp"

namespace lull {
namespace {

constexpr int kLeastMood = 1;
constexpr int kMostMood = 10;

[[noreturn]] void refuse_mood() {
  throw Error(ErrorKind::usage, "could not read --mood: it takes 1 to 10, or a range",
              "for example --mood 4, --mood 3..5, --mood ..3, --mood 8..");
}

int read_mood(std::string_view text, int otherwise) {
  if (text.empty()) return otherwise;
  int mood = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, mood);
  if (error != std::errc() || stop != end || mood < kLeastMood || mood > kMostMood) refuse_mood();
  return mood;
}

void read_moods(std::string_view text, EntryFilter& filter) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) {
    if (text.empty()) refuse_mood();
    filter.least_mood = filter.most_mood = read_mood(text, kLeastMood);
    return;
  }
  if (text == "..") refuse_mood();
  filter.least_mood = read_mood(text.substr(0, dots), kLeastMood);
  filter.most_mood = read_mood(text.substr(dots + 2), kMostMood);
  if (*filter.least_mood > *filter.most_mood) refuse_mood();
}

DaySpan read_month(const std::string& text) {
  const std::optional<DaySpan> month = parse_iso_month(text);
  if (!month) {
    throw Error(ErrorKind::usage, "could not read --month: it takes a year and a month",
                "for example --month 2026-11");
  }
  return *month;
}

void read_days(const EntryFilterOptions& options, Session& session, EntryFilter& filter) {
  const auto day = [&](const std::optional<std::string>& text) -> std::optional<Day> {
    if (!text) return std::nullopt;
    return parse_day(*text, session.rule(), session.now());
  };
  const int ways = (options.from || options.to ? 1 : 0) + (options.on ? 1 : 0) +
                   (options.month ? 1 : 0) + (options.today_in_history ? 1 : 0);
  if (ways > 1) {
    throw Error(ErrorKind::usage, "could not choose the days: two options name them",
                "either --from and --to, or --on, or --month, or --today-in-history");
  }
  filter.from = options.on ? day(options.on) : day(options.from);
  filter.to = options.on ? filter.from : day(options.to);
  if (options.month) {
    const DaySpan month = read_month(*options.month);
    filter.from = month.first;
    filter.to = month.last;
  }
  if (options.today_in_history) filter.anniversary_of = session.today();
  if (filter.from && filter.to && *filter.to < *filter.from) {
    throw Error(ErrorKind::usage, "could not choose the days: --to is before --from",
                "lull help dates");
  }
}

}  // namespace

void bind_entry_filter(Options& options, EntryFilterOptions& values) {
  options.text("--from", "DAY", values.from, "from this day on (lull help dates)");
  options.text("--to", "DAY", values.to, "up to this day, included");
  options.text("--on", "DAY", values.on, "of this day alone");
  options.text("--month", "YYYY-MM", values.month, "of this month alone");
  options.flag("--today-in-history", values.today_in_history, "of this date in earlier years");
  options.texts("--tag", "TAG", values.tags, "with this tag");
  options.texts("--not-tag", "TAG", values.not_tags, "without this tag");
  options.texts("--feel", "WORD", values.feelings, "with this feeling");
  options.text("--mood", "N..M", values.mood, "with a mood of 4, 3..5, ..3, 8..");
  options.flag("--star", values.starred, "starred ones alone");
  options.choice("--kind", "KIND", values.kind, {"page", "letter", "first-account"},
                 "pages, unsent letters, or first accounts");
  options.text("--contains", "TEXT", values.contains, "with this text, whatever its case");
  options.number("--limit,-n", "N", values.limit, 0, 1'000'000'000, "at most so many");
  options.flag("--reverse", values.reverse, "oldest first");
}

EntryFilter read_entry_filter(const EntryFilterOptions& options, Session& session) {
  EntryFilter filter;
  read_days(options, session, filter);
  if (options.mood) read_moods(*options.mood, filter);
  if (options.kind) filter.kind = parse_entry_kind(*options.kind);
  filter.tags = options.tags;
  filter.not_tags = options.not_tags;
  filter.feelings = options.feelings;
  filter.contains = options.contains.value_or("");
  filter.starred = options.starred;
  filter.limit = options.limit;
  filter.newest_first = !options.reverse;
  return filter;
}

}  // namespace lull
