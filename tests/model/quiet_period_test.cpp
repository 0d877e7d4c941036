#include "lull/model/quiet_period.hpp"

#include "support/catch.hpp"

using namespace lull;

TEST_CASE("safety and a court's order either way make a period one for safety", "[QuietPeriod]") {
  QuietPeriod period;
  CHECK(!period.for_safety());
  for (const ApartFor reason :
       {ApartFor::safety, ApartFor::order_protects_me, ApartFor::order_binds_me}) {
    period.apart_for = reason;
    CHECK(period.for_safety());
  }
  period.apart_for = ApartFor::rather_not_say;
  CHECK(!period.for_safety());
}
