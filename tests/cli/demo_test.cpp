#include "support/app.hpp"
#include "support/catch.hpp"

using lull::test::App;
using lull::test::Outcome;

TEST_CASE("demo shows the streak and the review, and touches nothing of the person's", "[demo]") {
  App app;
  app.name_data = false;
  const Outcome outcome = app.run({"demo"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.out, Catch::Matchers::ContainsSubstring("$ lull streak status"));
  CHECK_THAT(outcome.out, Catch::Matchers::ContainsSubstring("Current run    32 days"));
  CHECK_THAT(outcome.out, Catch::Matchers::ContainsSubstring("$ lull review"));
  CHECK(std::filesystem::is_empty(app.home()));
}
