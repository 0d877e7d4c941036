#include "lull/base/toml.hpp"

#include "lull/base/error.hpp"
#include "support/catch.hpp"

using namespace lull;

TEST_CASE("keys keep the order of the file, and every value its line", "[Toml]") {
  const TomlTable table = parse_toml(
      "zebra = 1\n"
      "# a remark\n"
      "apple = \"two\"\n"
      "\n"
      "[middle]\n"
      "yes = true\n"
      "list = [\"a\",\n"
      "  \"b\"]\n",
      "test");
  REQUIRE(table.size() == 3);
  CHECK(table[0].first == "zebra");
  CHECK(table[0].second.line == 1);
  CHECK(*table[0].second.as_integer() == 1);
  CHECK(table[1].first == "apple");
  CHECK(table[1].second.line == 3);
  CHECK(*table[1].second.as_string() == "two");
  const TomlValue& middle = table[2].second;
  CHECK(table[2].first == "middle");
  REQUIRE(middle.find("yes") != nullptr);
  CHECK(*middle.find("yes")->as_bool());
  CHECK(middle.find("yes")->line == 6);
  const TomlArray& list = *middle.find("list")->as_array();
  REQUIRE(list.size() == 2);
  CHECK(*list[1].as_string() == "b");
  CHECK(list[1].line == 8);
}

TEST_CASE("a value is only what it is", "[Toml]") {
  const TomlTable table = parse_toml("number = 1\nreal = 0.5", "test");
  const TomlValue& number = table[0].second;
  CHECK(number.as_string() == nullptr);
  CHECK(number.as_bool() == nullptr);
  CHECK(number.as_array() == nullptr);
  CHECK(number.as_table() == nullptr);
  CHECK(number.find("key") == nullptr);
  CHECK(table[1].second.as_integer() == nullptr);
  CHECK(std::get<double>(table[1].second.data) == 0.5);
}

TEST_CASE("a missing key is null, an empty file an empty table", "[Toml]") {
  CHECK(parse_toml("", "test").empty());
  const TomlTable table = parse_toml("[a]\nb = 1", "test");
  CHECK(table[0].second.find("c") == nullptr);
}

TEST_CASE("a mistake is named with its file and line", "[Toml]") {
  const auto [text, line] = GENERATE(table<const char*, const char*>({
      {"a = 1\nb = \n", "line 2"},
      {"a = 1\na = 2\n", "line 2"},
      {"a = 1\n\n[b\n", "line 3"},
      {"a = \"open", "line 1"},
  }));
  CAPTURE(text);
  try {
    parse_toml(text, "config.toml");
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::usage);
    CHECK_THAT(error.what(), Catch::Matchers::ContainsSubstring(
                                 std::string("could not read config.toml: ") + line + ": "));
  }
}

TEST_CASE("the head of a table that is no name is an error and never a crash", "[Toml]") {
  for (const std::string text :
       {"[!]\n", "[=]\n", "[\xC3\xA9]\n", "[\x01off]\n", "[[!]]\n", "[a.!]\n", "[#]\n", "a.! = 1\n",
        "! = 1\n", "a = [!]\n", "a = {! = 1}\n", "a = !\n", "[ ]\n", "[\n", "[[\n", "[a", "a ="}) {
    CAPTURE(text);
    try {
      parse_toml(text, "config.toml");
      FAIL("it was taken");
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::usage);
      CHECK(std::string(error.what()).starts_with("could not read config.toml: "));
    }
  }
}

TEST_CASE("outside of quotes a letter that is not ASCII is an error", "[Toml]") {
  for (const std::string text :
       {"a = 1\n\u00e9 = 1\n", "a = 1\nb = 2 \u00e9\n", "# \u00e9\n[\u00e9]\n",
        "a = 'b'\nb = \u00e9\n", "a = 1\nb = 0['\u00e9']\n", "a = '\u00e9'\n\x01\n"}) {
    CAPTURE(text);
    try {
      parse_toml(text, "config.toml");
      FAIL("it was taken");
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::usage);
    }
  }
}

TEST_CASE("in quotes and in remarks any letter may stand", "[Toml]") {
  const TomlTable table = parse_toml(
      "\xEF\xBB\xBF# \u00e9 \"\n"
      "a = \"\u00e9 \\\" # '\" # \u00e9\n"
      "b = '\u00e9\\'\n"
      "\"\u00e9\" = \"\"\n"
      "c = \"\"\"\u00e9\n\u00e9\"\"\"\"\" # \u00e9\n"
      "d = \"\"\"\\\n \u00e9\"\"\"\n"
      "e = ['\u00e9', \"\u00e9\"]\n",
      "config.toml");
  REQUIRE(table.size() == 6);
  CHECK(*table[0].second.as_string() == "\u00e9 \" # '");
  CHECK(*table[1].second.as_string() == "\u00e9\\");
  CHECK(table[2].first == "\u00e9");
  CHECK(*table[3].second.as_string() == "\u00e9\n\u00e9\"\"");
  CHECK(*table[4].second.as_string() == "\u00e9");
}
