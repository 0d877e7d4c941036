#include "lull/base/environment.hpp"

#include <cstdlib>

#include "support/catch.hpp"

using namespace lull;

TEST_CASE("a variable that is unset and one that is empty are the same", "[Environment]") {
  Environment environment({{"EDITOR", "vi"}, {"PAGER", ""}});
  CHECK(environment.get("EDITOR") == "vi");
  CHECK_FALSE(environment.get("PAGER"));
  CHECK_FALSE(environment.get("VISUAL"));
  environment.set("VISUAL", "nano");
  CHECK(environment.get("VISUAL") == "nano");
}

TEST_CASE("the process's variables are copied, with every = of their values", "[Environment]") {
  setenv("LULL_TEST_VARIABLE", "a=b=c", 1);
  const Environment environment = process_environment();
  unsetenv("LULL_TEST_VARIABLE");
  CHECK(environment.get("LULL_TEST_VARIABLE") == "a=b=c");
  CHECK(environment.get("TZ") == "UTC");
  CHECK_FALSE(process_environment().get("LULL_TEST_VARIABLE"));
}
