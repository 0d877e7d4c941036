#include "lull/app/key_pins.hpp"

#include "lull/base/file.hpp"
#include "lull/store/vault.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace lull;

namespace {

Environment home(const test::TempDir& folder) {
  Environment environment;
  environment.set("HOME", folder.path().string());
  return environment;
}

PublicKey key_of(unsigned char byte) {
  PublicKey key{};
  key.fill(byte);
  return key;
}

}  // namespace

TEST_CASE("a key is known by its journal alone", "[KeyPins]") {
  const test::TempDir folder;
  const Environment environment = home(folder);
  const auto one = folder / "one/lull.db";
  const auto other = folder / "other/lull.db";
  CHECK_FALSE(pinned_key(environment, one));
  CHECK(pin_key(environment, one, key_of(1)));
  CHECK(pin_key(environment, other, key_of(2)));
  CHECK(pinned_key(environment, one) == key_of(1));
  CHECK(pinned_key(environment, other) == key_of(2));
  CHECK(pinned_key(environment, folder / "one/../other/lull.db") == key_of(2));
  CHECK_FALSE(pinned_key(environment, folder / "one/lull.db2"));
}

TEST_CASE("a key takes the place of the one before, and nothing strikes it out", "[KeyPins]") {
  const test::TempDir folder;
  const Environment environment = home(folder);
  const auto store = folder / "with a blank/lull.db";
  pin_key(environment, store, key_of(1));
  pin_key(environment, store, key_of(3));
  CHECK(pinned_key(environment, store) == key_of(3));
  pin_key(environment, store, std::nullopt);
  CHECK_FALSE(pinned_key(environment, store));
}

TEST_CASE("without a state folder no key is known, and none can be kept", "[KeyPins]") {
  const test::TempDir folder;
  CHECK_FALSE(pinned_key(Environment{}, folder / "lull.db"));
  CHECK_FALSE(pin_key(Environment{}, folder / "lull.db", key_of(1)));
  CHECK_FALSE(pin_key(home(folder), folder / "a\nb/lull.db", key_of(1)));
}

TEST_CASE("a line that is no key is no key", "[KeyPins]") {
  const test::TempDir folder;
  const Environment environment = home(folder);
  const auto store = folder / "lull.db";
  create_private_folder(key_pins_file(environment).parent_path());
  for (const std::string& key : {std::string(64, 'z'), std::string(12, 'a'), std::string()}) {
    write_file_atomically(key_pins_file(environment), key + ' ' + store.string() + '\n');
    CHECK_FALSE(pinned_key(environment, store));
  }
}
