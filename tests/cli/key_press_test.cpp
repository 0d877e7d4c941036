#include <vector>

#include "lull/cli/live_screen.hpp"
#include "support/catch.hpp"

using namespace lull;

namespace {

std::vector<Key> keys_in(std::string typed) {
  std::vector<Key> keys;
  while (const auto press = take_key(typed)) keys.push_back(press->key);
  return keys;
}

}  // namespace

TEST_CASE("a character is one key, however many bytes it has", "[KeyPress]") {
  std::string typed = "qé€😀";
  for (const char* character : {"q", "é", "€", "😀"}) {
    const auto press = take_key(typed);
    REQUIRE(press);
    CHECK(press->is(character));
  }
  CHECK(typed.empty());
}

TEST_CASE("named keys are told apart", "[KeyPress]") {
  CHECK(keys_in("\r\n\x7f\b") ==
        std::vector<Key>{Key::enter, Key::enter, Key::backspace, Key::backspace});
  CHECK(keys_in("\x1b[A\x1b[B\x1bOC\x1b[1;2D") ==
        std::vector<Key>{Key::up, Key::down, Key::right, Key::left});
  CHECK(keys_in("\x1b[3~\x1b[15~\x01") == std::vector<Key>{Key::other, Key::other, Key::other});
}

TEST_CASE("the beginning of a key is left until the rest has come", "[KeyPress]") {
  for (const std::string begun : {"\x1b", "\x1b[", "\x1b[1;", "\xe2\x82", "\xf0\x9f"}) {
    std::string typed = begun;
    CHECK_FALSE(take_key(typed));
    CHECK(typed == begun);
  }
}

TEST_CASE("an escape before another key is a key of its own", "[KeyPress]") {
  CHECK(keys_in("\x1bq") == std::vector<Key>{Key::escape, Key::character});
  CHECK(keys_in("\x1b[1\r") == std::vector<Key>{Key::other, Key::enter});
}

TEST_CASE("bytes that are no key are passed one by one and never as text", "[KeyPress]") {
  std::string typed = "\xff\x80q";
  CHECK(take_key(typed)->key == Key::other);
  CHECK(take_key(typed)->key == Key::other);
  CHECK(take_key(typed)->is("q"));
  std::string half = "\xe2q!";
  CHECK(take_key(half)->key == Key::other);
  CHECK(take_key(half)->is("q"));
}
