#pragma once

#include <string>
#include <vector>

#include "support/app.hpp"
#include "support/catch.hpp"

namespace lull::test {

inline constexpr const char* kPassphrase = "correct horse";

/// Makes stretching a passphrase next to free, as tests need it.
inline void make_stretching_free(App& app) { app.environment.set("LULL_TEST_KDF", "least"); }

/// Locks the journal of `app` with kPassphrase.
inline Outcome lock(App& app, const std::vector<std::string>& options = {}) {
  make_stretching_free(app);
  app.terminal.secrets = {kPassphrase, kPassphrase};
  std::vector<std::string> words{"lock", "set"};
  words.insert(words.end(), options.begin(), options.end());
  Outcome outcome = app.run(words);
  REQUIRE(outcome.code == 0);
  app.terminal.asked.clear();
  return outcome;
}

/// Runs a command that may ask for the passphrase, once.
inline Outcome run_unlocked(App& app, const std::vector<std::string>& words) {
  app.terminal.secrets = {kPassphrase};
  Outcome outcome = app.run(words);
  app.terminal.secrets.clear();
  return outcome;
}

}  // namespace lull::test
