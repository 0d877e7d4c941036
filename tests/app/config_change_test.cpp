#include <filesystem>

#include "lull/app/config.hpp"
#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace lull;
using lull::test::TempDir;

TEST_CASE("a value of the wrong kind changes nothing", "[ConfigChange]") {
  const TempDir folder;
  const auto file = folder.path() / "config.toml";
  write_file_atomically(file, "# mine\npause.minutes = 5\n");
  for (const char* word : {"0", "61", "soon", "5\nscreen.color = \"never\"", "", "\xff"}) {
    CAPTURE(word);
    CHECK_THROWS_AS(change_setting(file, setting_row("pause.minutes"), {word}), Error);
  }
  CHECK_THROWS_AS(change_setting(file, setting_row("pause.minutes"), {"5", "6"}), Error);
  CHECK_THROWS_AS(setting_row("pause.minute"), Error);
  CHECK(read_file(file) == "# mine\npause.minutes = 5\n");
}

TEST_CASE("a file that is not understood is not touched", "[ConfigChange]") {
  const TempDir folder;
  const auto file = folder.path() / "config.toml";
  for (const std::string text : {"[screen\n", "zebra.stripes = 1\n", "screen = 1\n"}) {
    CAPTURE(text);
    write_file_atomically(file, text);
    CHECK_THROWS_AS(change_setting(file, setting_row("screen.color"), {"never"}), Error);
    CHECK(read_file(file) == text);
  }
}

TEST_CASE("a changed value reads back, and remarks stay", "[ConfigChange]") {
  const TempDir folder;
  const auto file = folder.path() / "new" / "config.toml";
  CHECK(change_setting(file, setting_row("screen.color"), {"never"}) == "\"auto\"");
  CHECK(read_file(file) == "[screen]\ncolor = \"never\"\n");
  CHECK((std::filesystem::status(file).permissions() & std::filesystem::perms::all) ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  write_file_atomically(file, "# looks\n[screen]\ncolor = \"never\" # dark\n\n[day] # nights\n");
  CHECK(change_setting(file, setting_row("screen.color"), {"always"}) == "\"never\"");
  CHECK(change_setting(file, setting_row("day.start"), {"05:30"}) == "\"04:00\"");
  CHECK(read_file(file) ==
        "# looks\n[screen]\ncolor = \"always\" # dark\n\n[day] # nights\nstart = \"05:30\"\n");
}

TEST_CASE("a value that was wrong can be mended", "[ConfigChange]") {
  const TempDir folder;
  const auto file = folder.path() / "config.toml";
  write_file_atomically(file, "screen.color = \"blue\" # ?\n");
  CHECK(change_setting(file, setting_row("screen.color"), {"auto"}) ==
        "nothing that could be read");
  CHECK(read_file(file) == "screen.color = \"auto\" # ?\n");
}

TEST_CASE("every kind of value can be set", "[ConfigChange]") {
  const TempDir folder;
  const auto file = folder.path() / "config.toml";
  const auto set = [&](const std::string& key, const std::vector<std::string>& words) {
    change_setting(file, setting_row(key), words);
    return setting_row(key).write(load_settings(file, true));
  };
  CHECK(set("pause.minutes", {"20"}) == "20");
  CHECK(set("talk.minutes", {"2.5"}) == "2.5");
  CHECK(set("talk.minutes", {"4"}) == "4");
  CHECK(set("screen.pager", {"false"}) == "false");
  CHECK(set("journal.editor", {"vim -n \"x\" \\ \t"}) == "\"vim -n \\\"x\\\" \\\\ \\u0009\"");
  CHECK(load_settings(file, true).editor == "vim -n \"x\" \\ \t");
  CHECK(set("journal.editor", {"10"}) == "\"10\"");
  CHECK(set("review.names", {"Robin", "Zoë \"Z\""}) == "[\"Robin\", \"Zoë \\\"Z\\\"\"]");
  CHECK(set("review.names", {}) == "[]");
  CHECK(set("streak.on_break", {"restart"}) == "\"restart\"");
}

TEST_CASE("a link to the file stays a link", "[ConfigChange]") {
  const TempDir folder;
  const auto file = folder.path() / "config.toml";
  write_file_atomically(folder.path() / "kept.toml", "# kept\n");
  std::filesystem::create_symlink("kept.toml", file);
  change_setting(file, setting_row("day.start"), {"03:00"});
  CHECK(std::filesystem::is_symlink(file));
  CHECK(read_file(folder.path() / "kept.toml") == "# kept\n\n[day]\nstart = \"03:00\"\n");
}

TEST_CASE("a setting knows where its value comes from", "[ConfigChange]") {
  const TempDir folder;
  const auto file = folder.path() / "config.toml";
  Environment environment;
  const SettingRow row = setting_row("day.start");
  CHECK(origin_of(row, file, environment) == SettingOrigin::standard);
  write_file_atomically(file, "[day]\nstart = \"04:00\"\n");
  CHECK(origin_of(row, file, environment) == SettingOrigin::file);
  environment.set("LULL_DAY_START", "05:00");
  CHECK(origin_of(row, file, environment) == SettingOrigin::variable);
  CHECK(variable_of(setting_row("streak.on_break")) == "LULL_STREAK_ON_BREAK");
}
