#include "lull/base/error.hpp"
#include "lull/cli/options.hpp"
#include "support/catch.hpp"

using namespace lull;

namespace {

// A command that takes two words, and one that takes a word and then all the rest.
struct Parsed {
  std::optional<std::string> first, second;
  std::vector<std::string> rest;
};

Parsed parse(const std::vector<std::string>& words, bool with_rest) {
  Parsed parsed;
  Options options;
  options.word("FIRST", parsed.first, "one");
  if (with_rest) {
    options.words("REST", parsed.rest, "the others");
  } else {
    options.word("SECOND", parsed.second, "two");
  }
  parse_options(options, words);
  return parsed;
}

}  // namespace

TEST_CASE("a word too many is refused", "[option_parser]") {
  CHECK_THROWS_WITH(parse({"a", "b", "c"}, false),
                    "could not read the command: there is a word too many");
}

TEST_CASE("each word goes to its own place", "[option_parser]") {
  CHECK_FALSE(parse({}, false).first);
  CHECK(parse({"a"}, false).first == "a");
  CHECK_FALSE(parse({"a"}, false).second);
  CHECK(parse({"a", "[b]"}, false).first == "a");
  CHECK(parse({"a", "[b]"}, false).second == "[b]");
  CHECK(parse({"a", "b", "c"}, true).first == "a");
  CHECK(parse({"a", "b", "c"}, true).rest == std::vector<std::string>{"b", "c"});
}
