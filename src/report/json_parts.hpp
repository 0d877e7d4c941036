#pragma once

#include "lull/base/json_writer.hpp"
#include "lull/model/review.hpp"

namespace lull {

// Each writes one value after a key.
void write_day(Day day, JsonWriter& json);
void write_day(const std::optional<Day>& day, JsonWriter& json);
void write_span(DaySpan span, JsonWriter& json);
/// Null when the text is empty.
void write_text(const std::string& text, JsonWriter& json);
void write_quote(const Quote& quote, JsonWriter& json);

void write_silence(const Review& review, JsonWriter& json);
void write_writing(const WritingPart& writing, JsonWriter& json);
void write_reasons(const Review& review, JsonWriter& json);
void write_accounts(const Review& review, JsonWriter& json);
void write_closeness(const Review& review, JsonWriter& json);
void write_wants(const Review& review, JsonWriter& json);
void write_language(const Review& review, JsonWriter& json);
void write_decision(const Review& review, JsonWriter& json);

/// "key": [ ... ] with `write` called once for each item.
template <class Items, class Write>
void write_list(JsonWriter& json, std::string_view key, const Items& items, Write write) {
  json.key(key).begin_array();
  for (const auto& item : items) write(item);
  json.end_array();
}

}  // namespace lull
