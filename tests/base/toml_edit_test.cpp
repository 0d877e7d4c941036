#include "lull/base/toml_edit.hpp"

#include "lull/base/error.hpp"
#include "lull/base/toml.hpp"
#include "support/catch.hpp"

using namespace lull;

namespace {

std::string edited(std::string_view text) {
  return set_toml_value(text, "screen", "color", "\"never\"", "test");
}

}  // namespace

TEST_CASE("a value is replaced where it stands, and nothing else is touched", "[TomlEdit]") {
  const auto [before, after] = GENERATE(table<const char*, const char*>({
      {"[screen]\ncolor = \"auto\"  # as the terminal says\n",
       "[screen]\ncolor = \"never\"  # as the terminal says\n"},
      {"# é\n[screen]\n  color='auto' # é\n\n[day]\nstart = \"05:00\"\n",
       "# é\n[screen]\n  color=\"never\" # é\n\n[day]\nstart = \"05:00\"\n"},
      {"screen.color = \"äöü\" # x\n", "screen.color = \"never\" # x\n"},
      {"screen = { discreet = true, color = \"auto\" } # x",
       "screen = { discreet = true, color = \"never\" } # x"},
      {"[screen]\ncolor = [\"a\", # one\n  \"b\",\n] # x\ndiscreet = true\n",
       "[screen]\ncolor = \"never\" # x\ndiscreet = true\n"},
      {"[screen]\ncolor = \"\"\"\nlong\n\"\"\" # x\n", "[screen]\ncolor = \"never\" # x\n"},
      {"[screen]\r\ncolor = \"auto\"\r\n", "[screen]\r\ncolor = \"never\"\r\n"},
      {"\xEF\xBB\xBFscreen.color = 1\n", "\xEF\xBB\xBFscreen.color = \"never\"\n"},
      {"[screen]\ncolor = 12", "[screen]\ncolor = \"never\""},
      {"[screen]\ncolor = true#x", "[screen]\ncolor = \"never\"#x"},
      {"[\"screen\"]\n\"color\" = 0.5\n", "[\"screen\"]\n\"color\" = \"never\"\n"},
  }));
  CAPTURE(before);
  CHECK(edited(before) == after);
}

TEST_CASE("a new key goes below its neighbours", "[TomlEdit]") {
  const auto [before, after] = GENERATE(table<const char*, const char*>({
      {"", "[screen]\ncolor = \"never\"\n"},
      {"# mine", "# mine\n\n[screen]\ncolor = \"never\"\n"},
      {"[day]\nstart = 1\n", "[day]\nstart = 1\n\n[screen]\ncolor = \"never\"\n"},
      {"[screen]\n", "[screen]\ncolor = \"never\"\n"},
      {"[screen] # empty", "[screen] # empty\ncolor = \"never\""},
      {"[screen]\ndiscreet = true # x\n\n[day]\nstart = 1\n",
       "[screen]\ndiscreet = true # x\ncolor = \"never\"\n\n[day]\nstart = 1\n"},
      {"[screen]\nnames = [\n  \"a\",\n]\n",
       "[screen]\nnames = [\n  \"a\",\n]\ncolor = \"never\"\n"},
      {"screen.discreet = true\nday.start = 1\n",
       "screen.discreet = true\nscreen.color = \"never\"\nday.start = 1\n"},
      {"screen = { discreet = true } # x\n",
       "screen = { discreet = true, color = \"never\" } # x\n"},
      {"screen = {}\n", "screen = { color = \"never\" }\n"},
      {"[screen]\r\ndiscreet = true\r\n", "[screen]\r\ndiscreet = true\r\ncolor = \"never\"\r\n"},
  }));
  CAPTURE(before);
  CHECK(edited(before) == after);
  TomlValue root;
  root.data = parse_toml(edited(before), "test");
  REQUIRE(root.find("screen") != nullptr);
  REQUIRE(root.find("screen")->find("color") != nullptr);
  CHECK(*root.find("screen")->find("color")->as_string() == "never");
}

TEST_CASE("text that is no TOML is named and not touched", "[TomlEdit]") {
  CHECK_THROWS_AS(edited("[screen\n"), Error);
}
