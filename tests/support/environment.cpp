#include <cstdlib>
#include <ctime>
#include <initializer_list>

// Before any test runs: one zone, one locale, nothing of the person's own. CTest can't set two
// variables at once through catch_discover_tests, so the test program does it itself.
namespace {
const bool kPrepared = [] {
  setenv("TZ", "UTC", 1);
  setenv("LC_ALL", "C.UTF-8", 1);
  tzset();
  for (const char* name : {"LULL_DATA", "LULL_CONFIG", "LULL_NOW", "NO_COLOR", "CLICOLOR_FORCE",
                           "LULL_PASSPHRASE_FD", "LULL_PASSPHRASE_COMMAND", "LULL_TEST_KDF"}) {
    unsetenv(name);
  }
  return true;
}();
}  // namespace
