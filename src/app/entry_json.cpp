#include "lull/app/entry_json.hpp"

#include "lull/model/uid.hpp"

namespace lull {
namespace {

void write_list(JsonWriter& writer, std::string_view name, const std::vector<std::string>& texts) {
  writer.key(name).begin_array();
  for (const std::string& text : texts) writer.value(text);
  writer.end_array();
}

}  // namespace

void write_entry_fields_json(JsonWriter& writer, const Entry& entry) {
  writer.field("id", entry.id)
      .field("uid", to_hex(entry.uid))
      .field("at", to_iso(entry.at))
      .field("zone", entry.at.zone)
      .field("day", to_iso(entry.at.day))
      .field("written", entry.written.seconds)
      .field("kind", to_string(entry.kind))
      .field("mood", entry.mood);
  write_list(writer, "feelings", entry.feelings);
  write_list(writer, "tags", entry.tags);
  writer.field("starred", entry.starred).field("prompt", entry.prompt);
}

void write_entry_json(JsonWriter& writer, const Entry& entry) {
  writer.begin_object();
  write_entry_fields_json(writer, entry);
  writer.field("text", entry.text).end_object();
}

}  // namespace lull
