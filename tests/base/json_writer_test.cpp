#include "lull/base/json_writer.hpp"

#include <limits>

#include "support/catch.hpp"

using namespace lull;
using namespace std::string_view_literals;

namespace {

template <class T>
std::string written(const T& value) {
  std::string out;
  JsonWriter(out, 0).value(value);
  return out;
}

}  // namespace

TEST_CASE("a document is written with its levels set in", "[JsonWriter]") {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.field("name", "lull").field("days", 30).field("quiet", true);
  json.field("mood", std::optional<int>{}).field("words", std::optional<std::int64_t>{12});
  json.key("tags").begin_array().value("a").value("b").end_array();
  json.key("none").begin_array().end_array();
  json.key("empty").begin_object().end_object();
  json.key("rows").begin_array().begin_object().field("x", 0.5).end_object().end_array();
  json.end_object();
  CHECK(out ==
        "{\n"
        "  \"name\": \"lull\",\n"
        "  \"days\": 30,\n"
        "  \"quiet\": true,\n"
        "  \"mood\": null,\n"
        "  \"words\": 12,\n"
        "  \"tags\": [\n"
        "    \"a\",\n"
        "    \"b\"\n"
        "  ],\n"
        "  \"none\": [],\n"
        "  \"empty\": {},\n"
        "  \"rows\": [\n"
        "    {\n"
        "      \"x\": 0.5\n"
        "    }\n"
        "  ]\n"
        "}");
}

TEST_CASE("without indentation everything is on one line", "[JsonWriter]") {
  std::string out;
  JsonWriter json(out, 0);
  json.begin_object().field("a", 1).key("b").begin_array().value(1).value("x\ny").null();
  json.end_array().end_object();
  CHECK(out == R"({"a":1,"b":[1,"x\ny",null]})");
}

TEST_CASE("a writer appends to what is there", "[JsonWriter]") {
  std::string out = "before ";
  JsonWriter(out).value(7);
  CHECK(out == "before 7");
}

TEST_CASE("text that could do harm is escaped", "[JsonWriter]") {
  const auto [text, expected] = GENERATE(table<std::string_view, std::string_view>({
      {"plain \u00e9 \u4e2d \U0001F600", "\"plain \u00e9 \u4e2d \U0001F600\""},
      {"", "\"\""},
      {"\"", R"("\"")"},
      {"\\", R"("\\")"},
      {"a\nb\tc\rd", R"("a\nb\tc\rd")"},
      {"\x1b[31m", R"("\u001b[31m")"},
      {"\0"sv, R"("\u0000")"},
      {"\x7f\u0085\u009b", R"("\u007f\u0085\u009b")"},
      {"\u2028\u2029", R"("\u2028\u2029")"},
      {"\u202e", R"("\u202e")"},
      {"\U000E0041", R"("\udb40\udc41")"},
      {"</script>", R"("<\/script>")"},
      {"a/b < /c", R"("a/b < /c")"},
      {"</</", R"("<\/<\/")"},
      {"caf\xe9!", R"("caf\ufffd!")"},
  }));
  CHECK(written(text) == expected);
}

TEST_CASE("keys are escaped as texts are", "[JsonWriter]") {
  std::string out;
  JsonWriter(out, 0).begin_object().field("a\"</", 1).end_object();
  CHECK(out == R"({"a\"<\/":1})");
}

TEST_CASE("numbers are written in their shortest form", "[JsonWriter]") {
  CHECK(written(0.1) == "0.1");
  CHECK(written(1.0 / 3.0) == "0.3333333333333333");
  CHECK(written(3.0) == "3");
  CHECK(written(-0.0) == "0");
  CHECK(written(-2.5e-9) == "-2.5e-09");
  CHECK(written(1e300) == "1e+300");
  CHECK(written(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(written(std::size_t{42}) == "42");
  CHECK(written(false) == "false");
}

TEST_CASE("numbers that are not finite are null", "[JsonWriter]") {
  CHECK(written(std::numeric_limits<double>::quiet_NaN()) == "null");
  CHECK(written(std::numeric_limits<double>::infinity()) == "null");
  CHECK(written(-std::numeric_limits<double>::infinity()) == "null");
}
