#include "../../src/report/wording.hpp"

#include "sample_parts.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::testing::at;

TEST_CASE("numbers are written for people", "[wording]") {
  CHECK(number(0) == "0");
  CHECK(number(999) == "999");
  CHECK(number(1000) == "1,000");
  CHECK(number(1234567) == "1,234,567");
  CHECK(number(-4321) == "-4,321");
  CHECK(decimal(3.96) == "4.0");
}

TEST_CASE("a noun takes its plural", "[wording]") {
  CHECK(count(1, "day") == "1 day");
  CHECK(count(0, "day") == "0 days");
  CHECK(count(2, "quiet day") == "2 quiet days");
  CHECK(count(2, "entry") == "2 entries");
  CHECK(count(1, "entry") == "1 entry");
}

TEST_CASE("a range says no part of a date twice", "[wording]") {
  CHECK(range({at(2026, 10, 3), at(2026, 10, 3)}) == "3 October 2026");
  CHECK(range({at(2026, 10, 3), at(2026, 10, 9)}) == "3 to 9 October 2026");
  CHECK(range({at(2026, 10, 3), at(2026, 11, 5)}) == "3 October to 5 November 2026");
  CHECK(range({at(2025, 12, 3), at(2026, 1, 5)}) == "3 December 2025 to 5 January 2026");
}

TEST_CASE("a list reads as a sentence does", "[wording]") {
  CHECK(listed({}).empty());
  CHECK(listed({"a"}) == "a");
  CHECK(listed({"a", "b"}) == "a and b");
  CHECK(listed({"a", "b", "c"}) == "a, b and c");
}
