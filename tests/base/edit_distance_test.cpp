#include "lull/base/edit_distance.hpp"

#include <algorithm>
#include <random>
#include <vector>

#include "support/catch.hpp"

using namespace lull;

namespace {

/// Straight from the definition, with no table.
std::size_t slow_distance(std::string_view left, std::string_view right) {
  if (left.empty()) return right.size();
  if (right.empty()) return left.size();
  const std::string_view l = left.substr(1);
  const std::string_view r = right.substr(1);
  std::size_t best = std::min({slow_distance(l, right) + 1, slow_distance(left, r) + 1,
                               slow_distance(l, r) + (left[0] == right[0] ? 0 : 1)});
  if (left.size() > 1 && right.size() > 1 && left[0] == right[1] && left[1] == right[0]) {
    best = std::min(best, slow_distance(left.substr(2), right.substr(2)) + 1);
  }
  return best;
}

std::string random_word(std::mt19937& random) {
  std::string word(random() % 6, ' ');
  for (char& letter : word) letter = static_cast<char>('a' + random() % 3);
  return word;
}

}  // namespace

TEST_CASE("each slip of the fingers counts one", "[EditDistance]") {
  CHECK(edit_distance("streak", "streak") == 0);
  CHECK(edit_distance("strek", "streak") == 1);
  CHECK(edit_distance("streeak", "streak") == 1);
  CHECK(edit_distance("straek", "streak") == 1);
  CHECK(edit_distance("strezk", "streak") == 1);
  CHECK(edit_distance("", "add") == 3);
  CHECK(edit_distance("add", "") == 3);
  CHECK(edit_distance("ca", "abc") == 3);
}

TEST_CASE("the distance is the one of the definition, both ways round", "[EditDistance]") {
  std::mt19937 random(7);
  int disagreements = 0;
  for (int i = 0; i < 2'000; ++i) {
    const std::string left = random_word(random);
    const std::string right = random_word(random);
    const std::size_t distance = edit_distance(left, right);
    if (distance != slow_distance(left, right) || distance != edit_distance(right, left)) {
      ++disagreements;
    }
  }
  CHECK(disagreements == 0);
}

TEST_CASE("the nearest word is offered when it is near enough", "[EditDistance]") {
  const std::vector<std::string> commands{"add",     "begin",  "contact",
                                          "journal", "streak", "streaks"};
  CHECK(find_nearest("strek", commands) == "streak");
  CHECK(find_nearest("jounral", commands) == "journal");
  CHECK(find_nearest("ad", commands) == "add");
  CHECK(find_nearest("streak", commands) == "streak");
  CHECK_FALSE(find_nearest("zebra", commands));
  CHECK_FALSE(find_nearest("xdx", commands));
  CHECK_FALSE(find_nearest("streak", {}));
}

TEST_CASE("of words equally near the first is offered", "[EditDistance]") {
  const std::vector<std::string> words{"want", "wand"};
  CHECK(find_nearest("wanx", words) == "want");
}
