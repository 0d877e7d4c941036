#include "lull/base/known_zone.hpp"

#include "support/catch.hpp"

using namespace lull;

TEST_CASE("a zone of the system's files is known, with or without a colon", "[known_zone]") {
  CHECK(is_known_zone("Europe/Berlin"));
  CHECK(is_known_zone(":Asia/Tokyo"));
  CHECK(is_known_zone("/usr/share/zoneinfo/Europe/Berlin"));
  CHECK(is_known_zone(""));  // libc takes it for UTC, and so does the person who set it
}

TEST_CASE("rules that are spelled out are known", "[known_zone]") {
  for (const char* rules : {"CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT", "<+0330>-3:30", "UTC0"}) {
    CAPTURE(rules);
    CHECK(is_known_zone(rules));
  }
}

TEST_CASE("what libc would silently take for UTC is not known", "[known_zone]") {
  for (const char* word : {"Europe/Berlinn", "Mars", "europe/berlin", "../etc/passwd",
                           "/etc/passwd", "<+03", "AB3", "Berlin-", "local time"}) {
    CAPTURE(word);
    CHECK_FALSE(is_known_zone(word));
  }
}
