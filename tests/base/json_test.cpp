#include "lull/base/json.hpp"

#include <cmath>
#include <cstring>
#include <limits>
#include <random>

#include "lull/base/error.hpp"
#include "lull/base/json_writer.hpp"
#include "support/catch.hpp"
#include "support/random_text.hpp"

using namespace lull;

namespace {

void write(JsonWriter& json, const JsonValue& value) {
  if (const auto* flag = value.as_bool()) {
    json.value(*flag);
  } else if (const auto* integer = value.as_integer()) {
    json.value(*integer);
  } else if (const auto* number = std::get_if<double>(&value.data)) {
    json.value(*number);
  } else if (const auto* text = value.as_string()) {
    json.value(*text);
  } else if (const auto* array = value.as_array()) {
    json.begin_array();
    for (const JsonValue& item : *array) write(json, item);
    json.end_array();
  } else if (const auto* object = value.as_object()) {
    json.begin_object();
    for (const auto& [key, item] : *object) write((json.key(key), json), item);
    json.end_object();
  } else {
    json.null();
  }
}

std::string to_json(const JsonValue& value, int indent) {
  std::string out;
  JsonWriter json(out, indent);
  write(json, value);
  return out;
}

bool same(const JsonValue& left, const JsonValue& right) {
  // A whole number of the double kind is written without a point and reads back as an integer.
  const auto* number = std::get_if<double>(&left.data);
  if (number != nullptr && right.as_integer() != nullptr) {
    return *number == static_cast<double>(*right.as_integer());
  }
  if (left.data.index() != right.data.index()) return false;
  if (number != nullptr) return *number == std::get<double>(right.data);
  if (const auto* array = left.as_array()) {
    const JsonArray& other = *right.as_array();
    return std::equal(array->begin(), array->end(), other.begin(), other.end(), same);
  }
  if (const auto* object = left.as_object()) {
    const JsonObject& other = *right.as_object();
    return std::equal(object->begin(), object->end(), other.begin(), other.end(),
                      [](const auto& one, const auto& two) {
                        return one.first == two.first && same(one.second, two.second);
                      });
  }
  if (const auto* text = left.as_string()) return *text == *right.as_string();
  if (const auto* flag = left.as_bool()) return *flag == *right.as_bool();
  if (const auto* integer = left.as_integer()) return *integer == *right.as_integer();
  return true;
}

double random_double(std::mt19937& random) {
  const std::uint64_t bits = (std::uint64_t{random()} << 32) | random();
  double number = 0;
  std::memcpy(&number, &bits, sizeof number);
  return std::isfinite(number) ? number : 0.25;
}

JsonValue random_value(std::mt19937& random, int depth) {
  switch (random() % (depth > 0 ? 7 : 5)) {
    case 0:
      return JsonValue(nullptr);
    case 1:
      return JsonValue(random() % 2 == 0);
    case 2:
      return JsonValue(static_cast<std::int64_t>((std::uint64_t{random()} << 32) | random()));
    case 3:
      return JsonValue(random_double(random));
    case 4:
      return JsonValue(test::random_text(random, 10));
    case 5: {
      JsonArray array;
      for (auto left = random() % 5; left > 0; --left) {
        array.push_back(random_value(random, depth - 1));
      }
      return JsonValue(std::move(array));
    }
    default: {
      JsonObject object;
      for (auto left = random() % 5; left > 0; --left) {
        object.emplace_back(test::random_text(random, 4) + std::to_string(left),
                            random_value(random, depth - 1));
      }
      return JsonValue(std::move(object));
    }
  }
}

std::string message_for(std::string_view text) {
  try {
    parse_json(text, "notes.json");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::usage);
    return error.what();
  }
  return "accepted";
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("what is written is read back the same", "[Json]") {
  std::mt19937 random(17);
  int broken = 0;
  for (int i = 0; i < 2'000; ++i) {
    const JsonValue value = random_value(random, 4);
    const int indent = i % 3;
    const std::string text = to_json(value, indent);
    const JsonValue read = parse_json(text, "test");
    if (!same(value, read) || to_json(read, indent) != text) ++broken;
  }
  CHECK(broken == 0);
}

TEST_CASE("values have the kinds of their text, in the order of the file", "[Json]") {
  const JsonValue value = parse_json(
      R"({"z": 1, "a": -2.5, "t": "x\u00e9\n\/", "n": null, "b": true, "l": [1, "two"], "o": {}})",
      "test");
  const JsonObject& object = *value.as_object();
  REQUIRE(object.size() == 7);
  CHECK(object[0].first == "z");
  CHECK(object[1].first == "a");
  CHECK(*value.find("z")->as_integer() == 1);
  CHECK(std::get<double>(value.find("a")->data) == -2.5);
  CHECK(*value.find("t")->as_string() == "x\u00e9\n/");
  CHECK(value.find("n")->is_null());
  CHECK(*value.find("b")->as_bool());
  CHECK(value.find("l")->as_array()->size() == 2);
  CHECK(value.find("o")->as_object()->empty());
  CHECK(value.find("missing") == nullptr);
  CHECK(value.find("z")->find("z") == nullptr);
  CHECK(value.find("z")->as_string() == nullptr);
}

TEST_CASE("a text can be one value alone, with space around it", "[Json]") {
  CHECK(*parse_json(" \n 7 ", "test").as_integer() == 7);
  CHECK(*parse_json("\"x\"", "test").as_string() == "x");
  CHECK(parse_json("null", "test").is_null());
}

TEST_CASE("whole numbers keep every digit as far as they can", "[Json]") {
  CHECK(*parse_json("9223372036854775807", "test").as_integer() ==
        std::numeric_limits<std::int64_t>::max());
  CHECK(*parse_json("-9223372036854775808", "test").as_integer() ==
        std::numeric_limits<std::int64_t>::min());
  CHECK(std::get<double>(parse_json("9223372036854775808", "test").data) == 9223372036854775808.0);
}

TEST_CASE("a mistake is named with its line and column", "[Json]") {
  const auto [text, message] = GENERATE(table<std::string_view, const char*>({
      {"", "line 1, column 1: the text ends too early"},
      {"{\"a\": 1", "line 1, column 8: the text ends too early"},
      {"[1, 2\n", "line 2, column 1: the text ends too early"},
      {"\"open", "line 1, column 6: the text ends too early"},
      {"{\"a\": 1,\n  secret}", "line 2, column 3: this is not JSON"},
      {"[1] 2", "line 1, column 5: this is not JSON"},
      {"[1,]", "line 1, column 4: this is not JSON"},
      {"{\"a\": 1,\n \"b\": 2,\n \"a\": 3}", "line 3, column 4: the key is there twice"},
      {"[\"a\xff\"]", "line 1, column 4: bytes that are not UTF-8"},
      {"[\"\u00e9\u00e9\xff\"]", "line 1, column 5: bytes that are not UTF-8"},
      {"[1e999]", "line 1, column 6: the number is too large"},
      {"[\"\\u0000\"]", "line 1, column 9: a text holds a NUL"},
      {"{\"\\u0000\": 1}", "line 1, column 9: a key holds a NUL"},
  }));
  CAPTURE(text);
  CHECK(message_for(text) == std::string("could not read notes.json: ") + message);
}

TEST_CASE("what is not quite JSON is refused", "[Json]") {
  const auto* text = GENERATE("{'a': 1}", "{a: 1}", "[1 2]", "NaN", "[Infinity]", "01", "+1", ".5",
                              "// note\n1", "[\"\\x\"]", "[\"\\ud800\"]", "[\"a\nb\"]", "tru",
                              "{\"a\"}", "{\"a\": 1}}", "{\"a\":{\"b\":1,\"b\":2}}");
  CAPTURE(text);
  CHECK(message_for(text) != "accepted");
}

TEST_CASE("a NUL byte is refused where it stands", "[Json]") {
  CHECK(message_for(std::string_view("[1,\0]", 5)) ==
        "could not read notes.json: line 1, column 4: a NUL byte");
}

TEST_CASE("a message never quotes the text", "[Json]") {
  for (const char* text : {"[\"secret\", secret]", "{\"secret\": 1, \"secret\": 2}", "secret",
                           "{\"a\": \"secret", "[\"secret\\u0000\"]"}) {
    CHECK_THAT(message_for(text), !Catch::Matchers::ContainsSubstring("secret"));
  }
}

TEST_CASE("the same key may stand in different objects", "[Json]") {
  CHECK(message_for(R"([{"a": 1}, {"a": 2}, {"a": {"a": 3}}])") == "accepted");
}

TEST_CASE("64 levels are read, 65 are refused, and 100 000 do no harm", "[Json]") {
  CHECK(message_for(nested(64)) == "accepted");
  CHECK(message_for(nested(65)) ==
        "could not read notes.json: line 1, column 65: nested more than 64 deep");
  CHECK(message_for(std::string(100'000, '[')) != "accepted");
  CHECK(message_for(std::string(100'000, '{')) != "accepted");
}
