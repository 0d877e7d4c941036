#include "pager.hpp"

#include <algorithm>

#include "find_program.hpp"

namespace lull {
namespace {

// An empty PAGER, as git has it, means none; an unset one means less.
std::vector<std::string> pager_words(const Environment& environment) {
  const auto named = environment.all().find("PAGER");
  if (named != environment.all().end()) {
    if (named->second.empty() || named->second == "cat") return {};
    return {"/bin/sh", "-c", named->second};
  }
  if (find_program("less", environment).empty()) return {};
  return {"less"};
}

// Colours as they are, nothing left on the screen behind it, and no file of what was searched for.
Environment pager_environment(Environment environment) {
  if (!environment.get("LESS")) environment.set("LESS", "R");
  environment.set("LESSHISTFILE", "-");
  return environment;
}

bool fits(const std::string& page, int height) {
  return std::count(page.begin(), page.end(), '\n') < height;
}

}  // namespace

LongOutput::LongOutput(Session& session)
    : session_(session),
      holds_(session.settings().pager && session.terminal().output_is_terminal() &&
             session.terminal().input_is_terminal()) {}

void LongOutput::write(std::string_view text) {
  if (holds_) {
    held_ += text;
  } else {
    session_.out() << text;
  }
}

void LongOutput::finish() {
  Terminal& terminal = session_.terminal();
  const auto words = fits(held_, terminal.height()) ? std::vector<std::string>{}
                                                    : pager_words(session_.environment());
  session_.out().flush();
  if (words.empty() || !terminal.page(held_, words, pager_environment(session_.environment()))) {
    session_.out() << held_;
  }
  held_.clear();
}

}  // namespace lull
