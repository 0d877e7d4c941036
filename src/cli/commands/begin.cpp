#include <fmt/format.h>

#include <charconv>
#include <memory>

#include "../contact_answer.hpp"
#include "../locking.hpp"
#include "../period_closing.hpp"
#include "../questions.hpp"
#include "lull/app/silence.hpp"
#include "lull/base/error.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct BeginOptions {
  std::optional<std::string> ended_on, from, ended_by, alias, apart_for, why, on_break, how,
      last_day;
  std::optional<int> days;
  std::vector<std::string> exceptions;
  bool end = false, lock = false;
};

const std::vector<std::string> kEndedBy{"me", "them", "mutual"};
const std::vector<std::string> kApartFor{"no", "safety", "order-protects-me", "order-binds-me",
                                         "rather-not-say"};

std::optional<Day> ask_past_day(Session& session, const std::string& question) {
  while (const auto typed = ask_text(session, question)) {
    try {
      const Day day = parse_day(*typed, session.rule(), session.now());
      if (day <= session.today()) return day;
      session.warn("That day is still to come.");
    } catch (const Error& error) {
      session.warn(fmt::format("{}\n{}", error.what(), error.hint()));
    }
  }
  return std::nullopt;
}

std::optional<int> ask_length(Session& session, int proposed) {
  while (const auto typed =
             ask_text(session, fmt::format("How many quiet days? Enter for {}.", proposed))) {
    int days = 0;
    const auto [end, error] = std::from_chars(typed->data(), typed->data() + typed->size(), days);
    if (error == std::errc() && end == typed->data() + typed->size() && days >= 1 &&
        days <= kLongestPeriod) {
      return days;
    }
    session.warn(fmt::format("A whole number from 1 to {}, or Enter.", kLongestPeriod));
  }
  return std::nullopt;
}

bool is_for_safety(const std::optional<std::string>& apart_for) {
  QuietPeriod period;
  if (apart_for) period.apart_for = *parse_apart_for(*apart_for);
  return period.for_safety();
}

// Before any name or reason is asked for or written.
void settle_lock(const BeginOptions& options, Session& session) {
  const bool asks = session.asks() && (!options.alias || !options.why);
  if (session.has_store() && session.store().lock()) return;
  const bool wanted =
      options.lock ||
      (asks && ask_yes(session,
                       "Do others use this computer? A passphrase can lock the journal. Set one?"));
  if (!wanted) return;
  session.create_store();
  lock_journal({}, session);
  session.answers().saved();
}

// At most seven questions with the one about the lock; Enter skips each.
void ask_missing(BeginOptions& options, QuietPeriod& period, Session& session) {
  if (!options.from && !options.ended_on) {
    if (const auto day =
            ask_past_day(session, "When were you last in touch? (2026-11-01, yesterday, 3d)")) {
      period.from = *day;
    }
  }
  if (!options.ended_by) options.ended_by = ask_choice(session, "Who ended it?", kEndedBy);
  if (!options.alias) options.alias = ask_text(session, "A name or alias for them?");
  if (!options.apart_for) {
    options.apart_for =
        ask_choice(session, "Are you apart for safety, or by a court's order?", kApartFor);
  }
  if (!options.days && !is_for_safety(options.apart_for)) {
    options.days = ask_length(session, session.settings().length);
  }
  if (!options.why) {
    options.why = ask_words(session, "Why did it end, as you see it today? Later is fine.");
  }
}

void read_days(const BeginOptions& options, QuietPeriod& period, Session& session) {
  const auto read = [&](const std::string& text) {
    return parse_day(text, session.rule(), session.now());
  };
  if (options.ended_on) period.ended_on = read(*options.ended_on);
  period.from = options.from ? read(*options.from) : period.ended_on.value_or(session.today());
}

QuietPeriod read_period(BeginOptions& options, Session& session) {
  QuietPeriod period;
  read_days(options, period, session);
  if (session.asks()) session.warn("A few short questions. Enter skips any of them.\n");
  settle_lock(options, session);
  if (session.asks()) ask_missing(options, period, session);
  if (options.ended_by) period.ended_by = *parse_ended_by(*options.ended_by);
  if (options.apart_for) period.apart_for = *parse_apart_for(*options.apart_for);
  period.alias = options.alias.value_or("");
  period.exceptions = options.exceptions;
  period.on_break =
      options.on_break ? *parse_on_break(*options.on_break) : session.settings().on_break;
  period.on_break_chosen = options.on_break.has_value();
  if (!period.for_safety()) period.length = options.days.value_or(session.settings().length);
  return period;
}

void answer(const QuietPeriod& period, const Streak& streak, Session& session) {
  session.say(fmt::format("Begun. The quiet counts from {}.", to_long_date(period.from)));
  if (period.for_safety()) {
    session.say("It has no length; it only counts and records.");
    if (period.apart_for != ApartFor::safety) {
      session.say("A court order is not a quiet period: what it allows stands in the order.");
    }
    session.say("If you need help: lull help safety");
    return;
  }
  session.say(fmt::format("{} so far; the review opens on {}.", quiet_days(streak.total),
                          to_long_date(*streak.opens_on)));
  if (*period.length < QuietPeriod::kDefaultLength) {
    session.say("The method asks for thirty days or more; fewer is your choice to make.");
  }
  session.say("A line a day is enough: lull journal add");
}

// How an earlier period closed lies under the lock; a first one asks for no passphrase.
void unlock_earlier(Session& session) {
  if (session.has_store() && session.store().count(TableId::period) > 0) session.unlock();
}

ExitCode begin(BeginOptions options, Session& session) {
  unlock_earlier(session);
  if (options.end) return end_period(options.how, options.last_day, session);
  EarlierPeriod earlier;
  if (session.has_store()) earlier = settle_earlier_period(options.how, session);
  if (earlier.stays_open) return ExitCode::none;
  const QuietPeriod draft = read_period(options, session);
  Quiet quiet(session.create_store(), session.clock(), session.rule(),
              session.settings().looking_breaks);
  const QuietPeriod period = quiet.begin(draft, options.why.value_or(""), earlier.closing);
  answer(period, *quiet.streak(period), session);
  return ExitCode::done;
}

}  // namespace

Action bind_begin(Options& options) {
  auto values = std::make_shared<BeginOptions>();
  options.text("--ended-on", "DAY", values->ended_on, "the day the relationship ended");
  options.text("--from", "DAY", values->from, "last in touch; the silence counts from there");
  options.choice("--ended-by", "WHO", values->ended_by, kEndedBy, "who ended it: me, them, mutual");
  options.text("--alias", "NAME", values->alias, "what to call them");
  options.number("--days", "N", values->days, 1, kLongestPeriod,
                 "quiet days before the review opens");
  options.choice("--for", "REASON", values->apart_for, kApartFor,
                 "apart for safety or by order (no length, no bar)");
  options.text("--why", "TEXT", values->why, "why it ended, as you see it today");
  options.texts("--exception", "WHICH", values->exceptions,
                "contact that has to be: children, bills, work");
  options.choice("--on-break", "RULE", values->on_break, {"carry-on", "restart"},
                 "what a break does to the days to go");
  options.flag("--lock", values->lock, "lock the journal with a passphrase first");
  options.flag("--end", values->end, "close the quiet period that is open");
  options.choice("--how", "WORD", values->how, closing_words(),
                 "with --end: ended, reconnect, part");
  options.text("--last-day", "DAY", values->last_day,
               "with --end: the last day that belongs to it");
  return [values](Session& session) { return begin(*values, session); };
}

}  // namespace lull
