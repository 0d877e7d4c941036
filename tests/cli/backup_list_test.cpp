#include <fstream>

#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

TEST_CASE("backup list says so when there is none", "[backup_list]") {
  App app;
  const Outcome outcome = app.run({"backup", "list"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "There is no backup yet. lull backup create makes one.\n");
  CHECK(app.run({"backup", "list", "--format", "csv"}).code == 2);
}

TEST_CASE("backup list shows number, time, reason, size and name, newest first", "[backup_list]") {
  App app;
  app.run({"begin"});
  app.run({"backup", "create"});
  app.clock.move_to(app.clock.now() + 3600);
  app.run({"backup", "create"});
  std::filesystem::resize_file(app.data() / "backups/2026-11-20-220000-asked.db", 3 * 1024 * 1024);
  std::filesystem::resize_file(app.data() / "backups/2026-11-20-230000-asked.db", 90 * 1024);
  const Outcome outcome = app.run({"backup", "list"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out ==
        "   1  Fri 20 Nov 2026 23:00  asked         90 KiB  2026-11-20-230000-asked.db\n"
        "   2  Fri 20 Nov 2026 22:00  asked        3.0 MiB  2026-11-20-220000-asked.db\n");
  CHECK(app.run({"backup", "list", "--format", "json"}).out == R"({
  "format": "lull.backups/1",
  "backups": [
    {
      "name": "2026-11-20-230000-asked.db",
      "at": "2026-11-20T23:00:00+00:00",
      "reason": "asked",
      "bytes": 92160
    },
    {
      "name": "2026-11-20-220000-asked.db",
      "at": "2026-11-20T22:00:00+00:00",
      "reason": "asked",
      "bytes": 3145728
    }
  ]
}
)");
}
