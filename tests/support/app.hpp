#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "lull/base/clock.hpp"
#include "lull/cli/run_app.hpp"
#include "support/scripted_terminal.hpp"
#include "support/temp_dir.hpp"

namespace lull::test {

/// 2026-11-20 22:00 UTC, a Friday.
inline constexpr Instant kFridayEvening{1'795'212'000};

/// What one run of the program gave.
struct Outcome {
  int code = 0;
  std::string out;
  std::string err;
};

/// The program in process: a home of its own, a clock that stands still, a person made of lines.
/// The journal lies in `data()`, named by --data unless `name_data` is off.
class App {
 public:
  ScriptedTerminal terminal;
  FixedClock clock{kFridayEvening};
  Environment environment;
  bool name_data = true;
  /// Put in the journal's place where a test wants it to fail.
  std::function<std::unique_ptr<Store>(const std::filesystem::path&)> open;

  App() {
    environment.set("HOME", home_.path().string());
    environment.set("TERM", "dumb");
  }

  std::filesystem::path home() const { return home_.path(); }
  std::filesystem::path data() const { return home_.path() / "data"; }

  Outcome run(std::vector<std::string> words) {
    words.insert(words.begin(), "lull");
    if (name_data) words.insert(words.begin() + 1, {"--data", data().string()});
    return run_as_called(words);
  }

  /// With the name the program is called by as the first word.
  Outcome run_as_called(const std::vector<std::string>& words) {
    std::ostringstream out;
    std::ostringstream err;
    World world{out, err, terminal, clock, environment, open};
    const int code = run_app(words, world);
    return {code, out.str(), err.str()};
  }

  /// The same with `input` on standard input.
  Outcome run_with_input(std::vector<std::string> words, const std::string& input) {
    terminal.input = input;
    Outcome outcome = run(std::move(words));
    terminal.input.clear();
    return outcome;
  }

 private:
  TempDir home_;
};

}  // namespace lull::test
