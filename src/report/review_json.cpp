#include "lull/report/review_json.hpp"

#include <ostream>

#include "json_parts.hpp"
#include "review_parts.hpp"

namespace lull {
namespace {

std::string_view name_of(ReviewSpan kind) {
  switch (kind) {
    case ReviewSpan::period:
      return "period";
    case ReviewSpan::preview:
      return "preview";
    case ReviewSpan::dates:
      return "dates";
    case ReviewSpan::all:
      return "all";
  }
  return "";
}

void write_head(const Review& review, JsonWriter& json) {
  json.field("format", "lull.review/1");
  write_text(review.made_at, json.key("made_at"));
  write_day(review.made_on, json.key("made_on"));
  json.field("kind", name_of(review.kind));
  write_span(review.span, json.key("span"));
  json.field("safety", review.safety);
  json.field("anonymous", review.anonymous);
  write_list(json, "help", review.help_lines, [&](const std::string& line) { json.value(line); });
}

// Parts 3 to 8 are left out where the safety rule holds, and null says so.
void write_reasoning(const Review& review, JsonWriter& json) {
  using Write = void (*)(const Review&, JsonWriter&);
  struct Row {
    const char* key;
    Write write;
  };
  constexpr Row kRows[] = {{"reasons", write_reasons},
                           {"accounts", write_accounts},
                           {"closeness", write_closeness},
                           {"wants", write_wants},
                           {"language", write_language}};
  for (const Row& row : kRows) {
    json.key(row.key);
    if (review.safety) {
      json.null();
    } else {
      row.write(review, json);
    }
  }
}

}  // namespace

void write_day(Day day, JsonWriter& json) { json.value(to_iso(day)); }

void write_day(const std::optional<Day>& day, JsonWriter& json) {
  if (day) {
    write_day(*day, json);
  } else {
    json.null();
  }
}

void write_span(DaySpan span, JsonWriter& json) {
  json.begin_object();
  write_day(span.first, json.key("first"));
  write_day(span.last, json.key("last"));
  json.end_object();
}

void write_text(const std::string& text, JsonWriter& json) {
  if (text.empty()) {
    json.null();
  } else {
    json.value(text);
  }
}

void write_review_json(const Review& review, std::ostream& out) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  write_head(review, json);
  json.key("silence");
  if (review.silence) {
    write_silence(review, json);
  } else {
    json.null();
  }
  json.key("writing");
  write_writing(review.writing, json);
  write_reasoning(review, json);
  json.key("decision");
  write_decision(review, json);
  json.field("method", method_of(review));
  json.end_object();
  out << text << '\n';
}

}  // namespace lull
