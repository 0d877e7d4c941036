#include "lull/base/paths.hpp"

#include "lull/base/error.hpp"
#include "support/catch.hpp"

using namespace lull;

TEST_CASE("without XDG variables everything lies below the home folder", "[Paths]") {
  Environment environment;
  environment.set("HOME", "/home/noor");
  CHECK(default_data_folder(environment) == "/home/noor/.local/share/lull");
  CHECK(default_config_file(environment) == "/home/noor/.config/lull/config.toml");
  CHECK(state_folder(environment) == "/home/noor/.local/state/lull");
  CHECK(runtime_folder(environment).empty());
}

TEST_CASE("XDG variables say where, and need no home", "[Paths]") {
  const Environment environment({{"XDG_DATA_HOME", "/d"},
                                 {"XDG_CONFIG_HOME", "/c"},
                                 {"XDG_STATE_HOME", "/s"},
                                 {"XDG_RUNTIME_DIR", "/run/user/1000"}});
  CHECK(default_data_folder(environment) == "/d/lull");
  CHECK(default_config_file(environment) == "/c/lull/config.toml");
  CHECK(state_folder(environment) == "/s/lull");
  CHECK(runtime_folder(environment) == "/run/user/1000/lull");
}

TEST_CASE("XDG variables that are relative or empty are ignored", "[Paths]") {
  const auto* value = GENERATE("", "data", "./data", "~/data");
  const Environment environment({{"HOME", "/home/noor"},
                                 {"XDG_DATA_HOME", value},
                                 {"XDG_CONFIG_HOME", value},
                                 {"XDG_STATE_HOME", value},
                                 {"XDG_RUNTIME_DIR", value}});
  CHECK(default_data_folder(environment) == "/home/noor/.local/share/lull");
  CHECK(default_config_file(environment) == "/home/noor/.config/lull/config.toml");
  CHECK(state_folder(environment) == "/home/noor/.local/state/lull");
  CHECK(runtime_folder(environment).empty());
}

TEST_CASE("a home that is needed and missing is an error with a way on", "[Paths]") {
  const auto* home = GENERATE("", "relative");
  Environment environment;
  environment.set("HOME", home);
  try {
    default_data_folder(environment);
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::usage);
    CHECK_THAT(error.hint(), Catch::Matchers::ContainsSubstring("--data"));
  }
  CHECK_THROWS_AS(default_config_file(environment), Error);
  CHECK_THROWS_AS(state_folder(environment), Error);
}
