// What becomes of an answer that is longer than what is kept before it is written.
#include <sys/wait.h>

#include <cstdlib>
#include <string>

#include "lull/base/file.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"
#include "support/program.hpp"

using namespace lull;

namespace {

// A journal of half a megabyte.
void fill(test::Program& lull) {
  REQUIRE(lull.run({"begin"}).code == 0);
  REQUIRE(lull.run({"journal", "add"}, std::string(500'000, 'x')).code == 0);
}

// What the shell's command gave, with `lull` for the program.
test::Finished in_shell(const test::Program& lull, const std::string& command) {
  const std::string err = (lull.home() / "shell-err").string();
  const std::string script = "lull() { '" + test::program().string() + "' --data '" +
                             lull.data().string() + "' \"$@\"; }; " + command;
  const int status =
      std::system(("exec 2>'" + err + "'; " + script).c_str());  // NOLINT(cert-env33-c)
  return {WEXITSTATUS(status), {}, read_file(err).value()};
}

}  // namespace

TEST_CASE("a reader that has seen enough of a long answer hears nothing more", "[LongAnswer]") {
  test::Program lull;
  fill(lull);
  const auto done = in_shell(lull, "{ lull journal export; echo $? >&2; } | head -c 10 >/dev/null");
  CHECK(done.err == "141\n");
}

TEST_CASE("a full disk under a long answer is called so", "[LongAnswer]") {
  test::Program lull;
  fill(lull);
  const auto done = in_shell(lull, "lull journal export >/dev/full");
  CHECK(done.code == 6);
  CHECK(done.err ==
        "lull: could not write the output: No space left on device; what was asked for is done, "
        "but its answer is not complete\n");
}

TEST_CASE("a long answer is whole", "[LongAnswer]") {
  test::Program lull;
  fill(lull);
  const auto done = lull.run({"journal", "export", "--format", "text"});
  CHECK(done.code == 0);
  CHECK(done.out.find(std::string(500'000, 'x')) != std::string::npos);
}
