#include "lull/store/records.hpp"
#include "moment_fields.hpp"

namespace lull {

Row Record<Entry>::to_row(const Entry& entry) {
  Row row;
  row.id = entry.id;
  row.uid = entry.uid;
  FieldWriter fields;
  put_moment(row, fields, entry.at);
  fields.add("written", entry.written.seconds);
  if (entry.kind != EntryKind::page) fields.add("kind", to_string(entry.kind));
  fields.add("mood", entry.mood);
  fields.add_each("feel", entry.feelings);
  fields.add_each("tag", entry.tags);
  if (entry.starred) fields.add("star", std::int64_t{1});
  fields.add("prompt", std::string_view(entry.prompt));
  row.marks.resize(1);
  if (entry.trashed_on) row.marks[0] = entry.trashed_on->number;
  row.payload = fields.finish(entry.text);
  return row;
}

Entry Record<Entry>::from_row(Row row) {
  const FieldReader fields(row.payload);
  Entry entry;
  entry.id = row.id;
  entry.uid = row.uid;
  entry.at = moment_of(row, fields);
  entry.written = Instant{fields.number("written", row.at.seconds)};
  const std::string kind = fields.text("kind");
  if (!kind.empty()) entry.kind = named_value(parse_entry_kind(kind));
  entry.mood = fields.maybe_number("mood");
  entry.feelings = fields.texts("feel");
  entry.tags = fields.texts("tag");
  entry.starred = fields.number("star") == 1;
  entry.prompt = fields.text("prompt");
  if (row.marks.at(0)) entry.trashed_on = Day{static_cast<std::int32_t>(*row.marks[0])};
  // The row's own memory, since most of it is the text.
  const std::size_t head = row.payload.size() - fields.body().size();
  entry.text = std::move(row.payload);
  entry.text.erase(0, head);
  return entry;
}

}  // namespace lull
