#include <fmt/format.h>

#include <memory>

#include "lull/app/checkins.hpp"
#include "lull/base/json_writer.hpp"
#include "lull/base/utf8.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct CheckInListOptions {
  std::optional<std::string> from, to, format;
};

void write_json(const std::vector<CheckIn>& checkins, Session& session) {
  const bool hides = session.hides_words();
  const auto shown = [&](const std::string& words) { return hides ? std::string() : words; };
  std::string json;
  JsonWriter writer(json);
  writer.begin_object().field("format", "lull.checkins/1").key("checkins").begin_array();
  for (const CheckIn& checkin : checkins) {
    writer.begin_object()
        .field("id", checkin.id)
        .field("at", to_iso(checkin.at))
        .field("day", to_iso(checkin.at.day))
        .field("who", shown(checkin.who))
        .field("happy", checkin.happy)
        .field("sad", checkin.sad)
        .field("angry", checkin.angry)
        .field("tired", checkin.tired)
        .field("takes_over", checkin.takes_over)
        .field("note", shown(checkin.note))
        .end_object();
  }
  writer.end_array().end_object();
  session.out() << json << '\n';
}

void write_text(const std::vector<CheckIn>& checkins, Session& session) {
  for (const CheckIn& checkin : checkins) {
    const std::string who = checkin.who.empty() || session.discreet()
                                ? ""
                                : fmt::format("  {}", make_visible_line(checkin.who));
    const std::string over =
        checkin.takes_over ? fmt::format(", takes over {}", *checkin.takes_over) : "";
    session.out() << fmt::format("{:>4}  {}  happy {}, sad {}, angry {}, tired {}{}{}\n",
                                 checkin.id, to_short_date(checkin.at.day), checkin.happy,
                                 checkin.sad, checkin.angry, checkin.tired, over, who);
    if (!checkin.note.empty() && !session.discreet()) {
      session.out() << "      " << make_visible_line(checkin.note) << '\n';
    }
  }
}

ExitCode list_checkins(const CheckInListOptions& options, Session& session) {
  const auto day = [&](const std::optional<std::string>& text, Day otherwise) {
    return text ? parse_day(*text, session.rule(), session.now()) : otherwise;
  };
  const DaySpan span{day(options.from, Day{-1'000'000}), day(options.to, session.today())};
  std::vector<CheckIn> checkins = CheckIns(session.store(), session.clock(), session.rule()).list();
  std::erase_if(checkins, [&](const CheckIn& one) { return !span.contains(one.at.day); });
  if (options.format == "json") {
    write_json(checkins, session);
  } else {
    write_text(checkins, session);
    if (checkins.empty()) session.say("No check-in is recorded: lull checkin add");
  }
  return checkins.empty() ? ExitCode::none : ExitCode::done;
}

}  // namespace

Action bind_checkin_list(Options& options) {
  auto values = std::make_shared<CheckInListOptions>();
  options.text("--from", "DAY", values->from, "from this day on");
  options.text("--to", "DAY", values->to, "up to this day, included");
  options.choice("--format", "FORMAT", values->format, {"text", "json"}, "text or json");
  return [values](Session& session) { return list_checkins(*values, session); };
}

}  // namespace lull
