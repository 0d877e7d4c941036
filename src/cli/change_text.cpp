#include "change_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "lull/base/json_writer.hpp"
#include "lull/base/utf8.hpp"

namespace lull {
namespace {

struct NounForms {
  std::string_view one;
  std::string_view many;
};

NounForms noun_of(TableId table) {
  switch (table) {
    case TableId::period:
      return {"quiet period", "quiet periods"};
    case TableId::entry:
      return {"entry", "entries"};
    case TableId::contact:
      return {"contact", "contacts"};
    case TableId::revision:
      return {"earlier version", "earlier versions"};
    case TableId::urge:
      return {"urge", "urges"};
    case TableId::verdict:
      return {"verdict", "verdicts"};
    case TableId::want:
      return {"want", "wants"};
    case TableId::decision:
      return {"decision", "decisions"};
    case TableId::talk:
      return {"talk", "talks"};
    case TableId::checkin:
      return {"check-in", "check-ins"};
  }
  return {"row", "rows"};
}

std::string_view word_of(RowAction action) {
  switch (action) {
    case RowAction::added:
      return "added";
    case RowAction::changed:
      return "changed";
    case RowAction::removed:
      return "removed";
  }
  return "changed";
}

std::string_view backwards_word_of(RowAction action) {
  switch (action) {
    case RowAction::added:
      return "removes";
    case RowAction::changed:
      return "puts back what stood in";
    case RowAction::removed:
      return "brings back";
  }
  return "puts back what stood in";
}

std::string days_of(const TouchedRows& rows) {
  if (rows.first_day == rows.last_day) return to_iso(rows.first_day);
  return fmt::format("{} to {}", to_iso(rows.first_day), to_iso(rows.last_day));
}

void write_rows(const TouchedRows& rows, JsonWriter& writer) {
  writer.begin_object()
      .field("table", shape_of(rows.table).name)
      .field("action", word_of(rows.action))
      .field("count", rows.count)
      .field("first", rows.first_id)
      .field("last", rows.last_id)
      .field("from", to_iso(rows.first_day))
      .field("to", to_iso(rows.last_day))
      .end_object();
}

}  // namespace

std::string count_as_words(TableId table, std::int64_t count) {
  const NounForms noun = noun_of(table);
  return fmt::format("{} {}", count, count == 1 ? noun.one : noun.many);
}

std::string rows_as_words(const TouchedRows& rows) {
  const NounForms noun = noun_of(rows.table);
  if (rows.first_id == rows.last_id) {
    return fmt::format("{} {} ({})", noun.one, rows.first_id, days_of(rows));
  }
  return fmt::format("{} ({} to {}, {})", count_as_words(rows.table, rows.count), rows.first_id,
                     rows.last_id, days_of(rows));
}

std::string backwards_as_text(const LoggedChange& change) {
  std::string text;
  for (const TouchedRows& rows : change.touched) {
    text += fmt::format("  {} {}\n", backwards_word_of(rows.action), rows_as_words(rows));
  }
  return text;
}

std::optional<Moment> moment_of(const LoggedChange& change, Session& session) {
  if (session.store().lock()) return std::nullopt;
  return session.rule().moment(change.at);
}

std::string change_as_text(const LoggedChange& change, Session& session) {
  if (change.damaged) return fmt::format("{:>4}  damaged, can't be taken back", change.id);
  const std::optional<Moment> moment = moment_of(change, session);
  std::vector<std::string> parts;
  for (const TouchedRows& rows : change.touched) {
    parts.push_back(fmt::format("{} {}", word_of(rows.action), rows_as_words(rows)));
  }
  return fmt::format("{:>4}  {}{}{}{}\n      {}", change.id,
                     moment ? fmt::format("{} {}  ", to_short_date(moment->day),
                                          to_clock_time(local_time_of(*moment)))
                            : "",
                     make_visible_line(change.name),
                     change.undoes ? fmt::format(" {}", *change.undoes) : "",
                     change.taken_back ? ", taken back" : "", fmt::join(parts, "\n      "));
}

std::string changes_as_json(const std::vector<LoggedChange>& changes, Session& session) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object().field("format", "lull.changes/1").key("changes").begin_array();
  for (const LoggedChange& change : changes) {
    writer.begin_object().field("id", change.id).field("damaged", change.damaged);
    if (!change.damaged) {
      const std::optional<Moment> moment = moment_of(change, session);
      writer.field("at", moment ? std::optional(to_iso(*moment)) : std::nullopt)
          .field("name", change.name)
          .field("undoes", change.undoes)
          .field("taken_back", change.taken_back)
          .key("touched")
          .begin_array();
      for (const TouchedRows& rows : change.touched) write_rows(rows, writer);
      writer.end_array();
    }
    writer.end_object();
  }
  writer.end_array().end_object();
  return json;
}

}  // namespace lull
