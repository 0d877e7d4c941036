// The recipe in docs/privacy.md opens what the program locked.
#include <sys/wait.h>

#include <cstdio>
#include <fstream>

#include "lull/base/file.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/locked.hpp"
#include "support/places.hpp"

using namespace lull;
using lull::test::App;

namespace {

std::string recipe() {
  const std::string page =
      read_file(test::source_folder().parent_path() / "docs/privacy.md").value();
  const std::string begin = "```python\n";
  const std::size_t at = page.find(begin) + begin.size();
  return page.substr(at, page.find("```", at) - at);
}

struct Answer {
  int code = 0;
  std::string text;
};

Answer run_recipe(App& app, const std::string& passphrase) {
  const auto script = app.home() / "recipe.py";
  const auto typed = app.home() / "typed";
  write_file_atomically(script, recipe());
  write_file_atomically(typed, passphrase + "\n");
  const std::string command = "python3 -B '" + script.string() + "' '" +
                              (app.data() / "lull.db").string() + "' < '" + typed.string() +
                              "' 2>&1";
  Answer answer;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
    answer.text += static_cast<char>(c);
  }
  answer.code = WEXITSTATUS(pclose(pipe));
  return answer;
}

bool has_python() { return std::system("python3 -c 'import sqlite3' 2>/dev/null") == 0; }

}  // namespace

TEST_CASE("the recipe has forty lines", "[recovery_recipe]") {
  const std::string text = recipe();
  CHECK(std::count(text.begin(), text.end(), '\n') == 40);
}

TEST_CASE("the recipe opens a locked journal with the passphrase or the phrase",
          "[recovery_recipe]") {
  if (!has_python()) {
    WARN("python3 is missing: the recipe was not run");
    return;
  }
  App app;
  app.run({"begin", "--alias", "Kim", "--why", "We drifted."});
  app.run({"journal", "add", "the heron, caf\u00e9 #meadow"});
  app.run({"contact", "add", "text", "--out", "--note", "a slip"});
  const std::string phrase = test::lock(app, {"--recovery"}).out;
  app.run({"journal", "add", std::string(700, 'x') + " added under the lock"});
  for (const std::string& typed : {std::string(test::kPassphrase), phrase.substr(0, 53)}) {
    const Answer answer = run_recipe(app, typed);
    CHECK(answer.code == 0);
    for (const char* words : {"We drifted.", "the heron, caf\u00e9 #meadow", "alias Kim", "a slip",
                              "channel text", "added under the lock", "== contact 1"}) {
      CAPTURE(words);
      CHECK(answer.text.find(words) != std::string::npos);
    }
    CHECK(answer.text.find("damaged") == std::string::npos);
  }
  const Answer wrong = run_recipe(app, "wrong");
  CHECK(wrong.code == 1);
  CHECK(wrong.text == "that is not the passphrase\n");
}
