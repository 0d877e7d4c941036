#include "lull/report/review_json.hpp"

#include "golden_file.hpp"
#include "lull/base/json.hpp"
#include "sample_parts.hpp"
#include "sample_reviews.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::testing;

namespace {

JsonValue json_of(const Review& review) { return parse_json(rendered(review, "json"), "review"); }

const JsonValue& at_path(const JsonValue& root, const std::vector<std::string>& path) {
  const JsonValue* value = &root;
  for (const std::string& key : path) {
    INFO(key);
    value = value->find(key);
    REQUIRE(value != nullptr);
  }
  return *value;
}

/// The keys of every object, in order and with their depth, as one line.
void shape_of(const JsonValue& value, std::string& out) {
  const JsonObject* object = value.as_object();
  if (object == nullptr) return;
  for (const auto& [key, content] : *object) {
    out += key + "{";
    shape_of(content, out);
    out += "}";
  }
}

}  // namespace

TEST_CASE("the format says its name and version first", "[review_json]") {
  CHECK(rendered(empty_review(), "json").starts_with("{\n  \"format\": \"lull.review/1\",\n"));
}

TEST_CASE("what is not known is null and never missing", "[review_json]") {
  const JsonValue json = json_of(empty_review());
  CHECK(at_path(json, {"silence"}).is_null());
  CHECK(at_path(json, {"writing", "mood", "first_half"}).is_null());
  const JsonValue sparse = json_of(sparse_review());
  CHECK(at_path(sparse, {"silence", "period", "alias"}).is_null());
  CHECK(at_path(sparse, {"silence", "period", "ended_on"}).is_null());
  CHECK(at_path(sparse, {"silence", "streak", "completed_on"}).is_null());
}

TEST_CASE("reviews of one kind have the same keys", "[review_json]") {
  Review less = rich_review();
  less.silence->period.alias.clear();
  less.silence->period.ended_on.reset();
  less.silence->streak.completed_on.reset();
  less.writing.mood_first_half.reset();
  less.themes.clear();
  less.made_at.clear();
  std::string full;
  std::string bare;
  shape_of(json_of(rich_review()), full);
  shape_of(json_of(less), bare);
  CHECK(full == bare);
}

TEST_CASE("moments carry their offset", "[review_json]") {
  const JsonValue json = json_of(rich_review());
  CHECK(*at_path(json, {"silence", "period", "begun"}).as_string() == "2026-10-04T12:00:00+01:00");
  CHECK(*at_path(json, {"made_at"}).as_string() == "2026-11-06T09:12:00+01:00");
}

TEST_CASE("days of one mark are one span, and the spans cover the calendar", "[review_json]") {
  const Review review = rich_review();
  const JsonValue json = json_of(review);
  const JsonArray& spans = *at_path(json, {"silence", "calendar"}).as_array();
  Day next = review.silence->calendar.front().day;
  std::string before;
  for (const JsonValue& span : spans) {
    CHECK(parse_iso_day(*span.find("first")->as_string()) == next);
    CHECK(*span.find("mark")->as_string() != before);
    before = *span.find("mark")->as_string();
    next = parse_iso_day(*span.find("last")->as_string()).value() + 1;
  }
  CHECK(next == review.silence->calendar.back().day + 1);
}

TEST_CASE("the parts that the safety rule leaves out are null", "[review_json]") {
  Review review = rich_review();
  review.safety = true;
  const JsonValue json = json_of(review);
  for (const char* part : {"reasons", "accounts", "closeness", "wants", "language"}) {
    CHECK(at_path(json, {part}).is_null());
  }
  CHECK(at_path(json, {"decision", "talks"}).as_array()->empty());
}

TEST_CASE("marked words are given as words", "[review_json]") {
  const JsonValue json = json_of(rich_review());
  const JsonValue& theme = at_path(json, {"reasons", "themes"}).as_array()->front();
  const JsonValue& quote = theme.find("quotes")->as_array()->front();
  CHECK(*quote.find("marked")->as_array()->front().as_string() == "never talked about it");
}
