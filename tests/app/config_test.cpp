#include "lull/app/config.hpp"

#include <algorithm>
#include <set>

#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"

using namespace lull;

TEST_CASE("every setting reads back what it writes", "[Config]") {
  std::set<std::string_view> keys;
  for (const SettingRow& row : setting_rows()) {
    CAPTURE(row.key);
    CHECK(keys.insert(row.key).second);
    CHECK(std::count(row.key.begin(), row.key.end(), '.') == 1);
    CHECK(row.meaning.back() != '.');
    const Settings standard;
    const std::string text = std::string(row.key) + " = " + row.write(standard) + "\n";
    CHECK(row.write(parse_settings(text, "test")) == row.write(standard));
  }
}

TEST_CASE("the settings of docs/commands.md are those of the table", "[Config]") {
  const std::string docs =
      read_file(test::source_folder().parent_path() / "docs/commands.md").value();
  for (const SettingRow& row : setting_rows()) {
    const std::string line = "| `" + std::string(row.key) + "` | " + std::string(row.type) +
                             " | `" + row.write(Settings{}) + "` | " + std::string(row.meaning) +
                             " |\n";
    CAPTURE(line);
    CHECK(docs.find(line) != std::string::npos);
  }
}

TEST_CASE("an unknown key and a wrong value name their line", "[Config]") {
  const auto [text, what, hint] = GENERATE(table<const char*, const char*, const char*>({
      {"[screen]\ncolour = \"never\"\n",
       "could not read f: line 2: there is no setting screen.colour", "did you mean screen.color?"},
      {"zebra.stripes = 1\n", "could not read f: line 1: there is no setting zebra.stripes",
       "lull config list shows them all"},
      {"pause.minutes = 61\n", "could not read f: line 1: pause.minutes takes whole number",
       "how long pause waits, 1 to 60"},
  }));
  CAPTURE(text);
  try {
    parse_settings(text, "f");
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::usage);
    CHECK(std::string(error.what()) == what);
    CHECK(error.hint() == hint);
  }
}

TEST_CASE("a variable goes before the file", "[Config]") {
  Settings settings = parse_settings("screen.color = \"never\"\npause.minutes = 5\n", "f");
  Environment environment;
  environment.set("LULL_SCREEN_COLOR", "always");
  environment.set("LULL_TALK_MINUTES", "2.5");
  environment.set("LULL_SCREEN_DISCREET", "true");
  environment.set("LULL_REVIEW_NAMES", "Robin Sam");
  environment.set("LULL_NOW", "17");
  apply_variables(environment, settings);
  CHECK(settings.color == ColorChoice::always);
  CHECK(settings.pause_minutes == 5);
  CHECK(settings.talk_minutes == 2.5);
  CHECK(settings.discreet);
  CHECK(settings.names == std::vector<std::string>{"Robin Sam"});
}

TEST_CASE("a variable of the wrong kind is named", "[Config]") {
  Settings settings;
  Environment environment;
  environment.set("LULL_PAUSE_MINUTES", "soon");
  try {
    apply_variables(environment, settings);
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::usage);
    CHECK(std::string(error.what()) == "could not read LULL_PAUSE_MINUTES: it takes whole number");
    CHECK(error.hint() == "how long pause waits, 1 to 60");
  }
}
