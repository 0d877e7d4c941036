#include <fmt/format.h>

#include <memory>

#include "../contact_words.hpp"
#include "lull/app/urges.hpp"
#include "lull/base/json_writer.hpp"
#include "lull/base/utf8.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct UrgeListOptions {
  std::optional<std::string> from, to, channel, format;
  std::optional<int> limit;
};

UrgeFilter read_filter(const UrgeListOptions& options, Session& session) {
  UrgeFilter filter;
  if (options.from) filter.from = parse_day(*options.from, session.rule(), session.now());
  if (options.to) filter.to = parse_day(*options.to, session.rule(), session.now());
  if (options.channel) filter.channel = parse_channel(*options.channel);
  filter.limit = options.limit;
  return filter;
}

void write_json(const std::vector<Urge>& urges, Session& session) {
  const bool hides = session.hides_words();
  std::string json;
  JsonWriter writer(json);
  writer.begin_object().field("format", "lull.urges/1").key("urges").begin_array();
  for (const Urge& urge : urges) {
    writer.begin_object()
        .field("id", urge.id)
        .field("at", to_iso(urge.at))
        .field("day", to_iso(urge.at.day))
        .field("channel", to_string(urge.channel))
        .field("strength", urge.strength)
        .field("strength_after", urge.strength_after)
        .field("minutes", urge.minutes)
        .field("outcome", to_string(urge.outcome))
        .field("trigger", hides ? std::string() : urge.trigger)
        .field("note", hides ? std::string() : urge.note)
        .end_object();
  }
  writer.end_array().end_object();
  session.out() << json << '\n';
}

std::string strength_of(const Urge& urge) {
  if (!urge.strength) return "";
  if (!urge.strength_after) return fmt::format(", {} of 10", *urge.strength);
  return fmt::format(", {} of 10, then {}", *urge.strength, *urge.strength_after);
}

void write_text(const std::vector<Urge>& urges, Session& session) {
  for (const Urge& urge : urges) {
    session.out() << fmt::format("{:>4}  {} {}  {}{}, {}{}\n", urge.id, to_short_date(urge.at.day),
                                 to_clock_time(local_time_of(urge.at)), label_of(urge.channel),
                                 strength_of(urge), to_string(urge.outcome),
                                 urge.minutes ? fmt::format(", {} min", *urge.minutes) : "");
    if (session.discreet()) continue;
    if (!urge.trigger.empty()) session.out() << "      " << make_visible_line(urge.trigger) << '\n';
    if (!urge.note.empty()) session.out() << "      " << make_visible_line(urge.note) << '\n';
  }
}

ExitCode list_urges(const UrgeListOptions& options, Session& session) {
  const UrgeFilter filter = read_filter(options, session);
  Urges kept(session.store(), session.clock(), session.rule());
  const std::vector<Urge> urges = kept.list(filter);
  if (options.format == "json") {
    write_json(urges, session);
  } else {
    write_text(urges, session);
    if (urges.empty()) session.say("No urge is recorded.");
  }
  return urges.empty() ? ExitCode::none : ExitCode::done;
}

}  // namespace

Action bind_urge_list(Options& options) {
  auto values = std::make_shared<UrgeListOptions>();
  options.text("--from", "DAY", values->from, "from this day on");
  options.text("--to", "DAY", values->to, "up to this day, included");
  options.choice("--channel", "CHANNEL", values->channel, channel_words(), "what pulled");
  options.number("--limit,-n", "N", values->limit, 0, 1'000'000'000, "at most so many");
  options.choice("--format", "FORMAT", values->format, {"text", "json"}, "text or json");
  return [values](Session& session) { return list_urges(*values, session); };
}

}  // namespace lull
