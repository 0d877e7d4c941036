// The main job from end to end, through the real program.
#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>

#include "lull/base/calendar.hpp"
#include "lull/base/file.hpp"
#include "lull/base/json.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"
#include "support/program.hpp"

using namespace lull;
using lull::test::Finished;
using lull::test::Program;

namespace {

// Four hours back: a journal day begins at 04:00.
Day today() { return Day{static_cast<std::int32_t>((std::time(nullptr) - 4 * 3600) / 86'400)}; }

std::string days_ago(int days) { return to_iso(today() - days); }

std::int64_t number(const JsonValue& json, std::string_view outer, std::string_view inner) {
  return *json.find(outer)->find(inner)->as_integer();
}

std::vector<std::filesystem::path> recovery_files_of(const Program& program) {
  std::vector<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(program.data())) {
    if (file.path().filename().string().starts_with("recovery-")) files.push_back(file.path());
  }
  return files;
}

}  // namespace

TEST_CASE("forty days of writing with one break on the fifth end in a review that quotes them",
          "[scenario]") {
  Program program;
  CHECK(program
            .run({"begin", "--ended-on", days_ago(40), "--ended-by", "them", "--alias", "Robin",
                  "--days", "30", "--why",
                  "They left. We stopped talking about anything that mattered."})
            .code == 0);
  for (int days = 39; days >= 0; --days) {
    const std::string text = days % 10 == 5
                                 ? "We had the same fight every week and it was never settled."
                             : days % 10 == 8 ? "We never talked about anything that mattered."
                                              : "A quiet day. I walked by the river.";
    CHECK(program.run({"journal", "add", "--at", days_ago(days), text}).code == 0);
  }
  CHECK(program.run({"contact", "add", "text", "--out", "--at", days_ago(36)}).code == 0);

  const Finished status = program.run({"streak", "status", "--format", "json"});
  CHECK(status.code == 0);
  CHECK(status.err.empty());
  const JsonValue json = parse_json(status.out, "status");
  CHECK(number(json, "current", "days") == 36);
  CHECK(number(json, "longest", "days") == 36);
  CHECK(*json.find("total")->as_integer() == 39);
  CHECK(*json.find("broken_days")->as_integer() == 1);
  CHECK(*json.find("complete")->as_bool());
  REQUIRE(json.find("runs")->as_array()->size() == 2);
  CHECK(*json.find("runs")->as_array()->front().find("days")->as_integer() == 3);

  const Finished review = program.run({"review", "--format", "markdown"});
  CHECK(review.code == 0);
  CHECK(review.err.empty());
  // Marks may stand around single words of a quotation.
  std::string plain = review.out;
  for (const char mark : {'*', '_', '\\'})
    plain.erase(std::remove(plain.begin(), plain.end(), mark), plain.end());
  CHECK_THAT(plain, Catch::Matchers::ContainsSubstring("We had the same fight every week"));
  CHECK_THAT(plain,
             Catch::Matchers::ContainsSubstring("We never talked about anything that mattered"));
  CHECK_THAT(plain,
             Catch::Matchers::ContainsSubstring("We stopped talking about anything that mattered"));
}

TEST_CASE("twenty adds at once keep twenty entries", "[scenario]") {
  Program program;
  program.run({"begin"});
  std::vector<Program::Running> running;
  for (int i = 0; i < 20; ++i) {
    running.push_back(program.start({"journal", "add", "entry", std::to_string(i)}));
  }
  for (Program::Running& one : running) CHECK(one.finish().code == 0);
  const JsonValue json =
      parse_json(program.run({"journal", "list", "--format", "json"}).out, "list");
  CHECK(json.find("entries")->as_array()->size() == 20);
}

TEST_CASE("a signal while writing puts the text into a recovery file, and exits 130",
          "[scenario]") {
  for (const int signal : {SIGINT, SIGHUP, SIGTERM}) {
    CAPTURE(signal);
    Program program;
    program.run({"begin"});
    Program::Running running = program.start({"journal", "add"});
    running.feed("the words so far");
    running.send(signal);
    const Finished finished = running.finish();
    CHECK(finished.code == 130);
    REQUIRE(recovery_files_of(program).size() == 1);
    CHECK(read_file(recovery_files_of(program).front()) == "the words so far");
    CHECK(program.run({"journal", "recover"}).code == 0);
    CHECK(program.run({"journal", "show", "1", "--format", "raw"}).out == "the words so far");
  }
}

TEST_CASE("a program that was told to ignore HUP, as by nohup, reads on", "[scenario]") {
  Program program;
  program.run({"begin"});
  const auto before = std::signal(SIGHUP, SIG_IGN);
  Program::Running running = program.start({"journal", "add"});
  std::signal(SIGHUP, before);
  running.feed("half ");
  running.send(SIGHUP);
  running.feed("and the rest");
  CHECK(running.finish().code == 0);
  CHECK(program.run({"journal", "show", "1", "--format", "raw"}).out == "half and the rest");
}

TEST_CASE("a full standard output is an error and not a silent loss", "[scenario]") {
  Program program;
  program.run({"begin"});
  const std::string command = "exec >/dev/full; exec '" + test::program().string() + "' --data '" +
                              program.data().string() + "' streak status 2>/dev/null";
  const int status = std::system(command.c_str());
  CHECK(WEXITSTATUS(status) == 6);
}
