#include <algorithm>
#include <filesystem>
#include <set>

#include "lull/base/file.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"
#include "lull/cli/help_text.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

namespace {

std::vector<std::string> words_of(std::string_view name) {
  const std::size_t space = name.find(' ');
  if (space == std::string_view::npos) return {std::string(name)};
  return {std::string(name.substr(0, space)), std::string(name.substr(space + 1))};
}

}  // namespace

TEST_CASE("every command has a short summary without a full stop", "[command_table]") {
  std::set<std::string_view> names;
  for (const Command& command : command_table()) {
    CAPTURE(command.name);
    CHECK(names.insert(command.name).second);
    CHECK(width_of(command.summary) <= 60);
    CHECK(command.summary.back() != '.');
    CHECK(command.examples.size() == 2);
  }
}

TEST_CASE("every command explains itself in at most 30 lines of 80 columns", "[command_table]") {
  for (const Command& command : command_table()) {
    CAPTURE(command.name);
    App app;
    std::vector<std::string> words = words_of(command.name);
    words.emplace_back("--help");
    const Outcome outcome = app.run(words);
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
    CHECK(outcome.out == command_help(command));
    CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') <= 30);
    for (const std::string& line : wrap(outcome.out, 10'000)) CHECK(width_of(line) <= 80);
  }
}

TEST_CASE("help names every command in at most 30 lines, with two examples", "[command_table]") {
  const std::string help = overview_help();
  CHECK(std::count(help.begin(), help.end(), '\n') <= 30);
  CHECK_THAT(help, Catch::Matchers::ContainsSubstring("For example:\n  lull begin "));
  for (const Command& command : command_table()) {
    CAPTURE(command.name);
    if (command.group == Group::hidden) continue;
    for (const std::string& word : words_of(command.name)) {
      CHECK_THAT(help, Catch::Matchers::ContainsSubstring(word));
    }
    const std::string noun = noun_help(words_of(command.name).front());
    CHECK(std::count(noun.begin(), noun.end(), '\n') <= 30);
    if (!noun.empty())
      CHECK_THAT(noun, Catch::Matchers::ContainsSubstring("For example:\n  lull "));
  }
}

TEST_CASE("help lists seven commands or fewer first, and fits a screen", "[command_table]") {
  const auto first =
      std::count_if(command_table().begin(), command_table().end(),
                    [](const Command& command) { return command.group == Group::first; });
  CHECK(first <= 7);
  for (const std::string& line : wrap(overview_help(), 10'000)) CHECK(width_of(line) <= 80);
}

TEST_CASE("every command has its heading in docs/commands.md", "[command_table]") {
  const std::filesystem::path tests = test::source_folder();
  const std::string docs = "\n" + read_file(tests.parent_path() / "docs/commands.md").value();
  for (const Command& command : command_table()) {
    CAPTURE(command.name);
    CHECK(docs.find("\n## " + std::string(command.name) + "\n") != std::string::npos);
  }
}

TEST_CASE("every command has its file, and a test that is built", "[command_table]") {
  const std::filesystem::path tests = test::source_folder();
  const std::string sources = read_file(tests.parent_path() / "src/cli/CMakeLists.txt").value();
  const std::string listed = read_file(tests / "cli/CMakeLists.txt").value();
  for (const Command& command : command_table()) {
    std::string name(command.name);
    std::replace(name.begin(), name.end(), ' ', '_');
    CAPTURE(name);
    CHECK(sources.find("  commands/" + name + ".cpp\n") != std::string::npos);
    CHECK(std::filesystem::exists(tests / "cli" / (name + "_test.cpp")));
    CHECK(listed.find("  " + name + "_test.cpp\n") != std::string::npos);
  }
}

TEST_CASE("every short way leads to a command", "[command_table]") {
  for (const Alias& alias : command_aliases()) {
    CAPTURE(alias.typed);
    std::string meant(alias.meant);
    if (const std::size_t option = meant.find(" -"); option != std::string::npos)
      meant.resize(option);
    CHECK(find_command(meant) != nullptr);
  }
}
