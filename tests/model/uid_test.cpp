#include "lull/model/uid.hpp"

#include "support/catch.hpp"

using namespace lull;

TEST_CASE("a uid is written as 32 hexadecimal digits, zeros included", "[Uid]") {
  Uid uid;
  CHECK(to_hex(uid) == "00000000000000000000000000000000");
  for (std::size_t i = 0; i < uid.bytes.size(); ++i) {
    uid.bytes[i] = static_cast<std::uint8_t>(0x11 * i);
  }
  CHECK(to_hex(uid) == "00112233445566778899aabbccddeeff");
}

TEST_CASE("a uid of zeros is not set yet", "[Uid]") {
  Uid uid;
  CHECK(!uid.is_set());
  uid.bytes[15] = 1;
  CHECK(uid.is_set());
}
