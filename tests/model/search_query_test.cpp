#include "lull/model/search_query.hpp"

#include <random>

#include "support/catch.hpp"
#include "support/random_text.hpp"

using namespace lull;
using namespace lull::test;

namespace {

SearchTerm words(const char* text) { return {TermKind::words, text}; }
SearchTerm beginning(const char* text) { return {TermKind::beginning, text}; }
SearchTerm piece(const char* text) { return {TermKind::piece, text}; }
using Terms = std::vector<SearchTerm>;

}  // namespace

TEST_CASE("A query is words, phrases, beginnings, and what is left out", "[SearchQuery]") {
  const SearchQuery query =
      parse_search_query("sleep \"good night\" Slee* -dream -\"bad day\" -x*");
  CHECK(query.wanted == Terms{words("sleep"), words("good night"), beginning("slee")});
  CHECK(query.unwanted == Terms{words("dream"), words("bad day"), beginning("x")});
}

TEST_CASE("Scripts without spaces and signs are looked for as they stand", "[SearchQuery]") {
  CHECK(parse_search_query("\u96e8 \u65e5\u672c* :) \U0001F600").wanted ==
        Terms{piece("\u96e8"), piece("\u65e5\u672c"), piece(":)"), piece("\U0001F600")});
  // Full-width letters are the plain ones.
  CHECK(parse_search_query("\uff21*").wanted == Terms{beginning("a")});
}

TEST_CASE("Signs that mean nothing are left out", "[SearchQuery]") {
  for (const char* typed : {"", "  ", "-", "*", "**", "\"", "\"\"", "-\"\"", "- *", "\u0301"}) {
    INFO(typed);
    CHECK(parse_search_query(typed).is_empty());
  }
  CHECK(parse_search_query("\"not closed").wanted == Terms{words("not closed")});
  CHECK(parse_search_query("ab\"c d\"").wanted == Terms{words("ab"), words("c d")});
  CHECK(parse_search_query("a-b").wanted == Terms{words("a-b")});
  CHECK(parse_search_query(std::string("a\0b\xff", 4)).wanted == Terms{words("a"), words("b")});
}

TEST_CASE("Every text has a reading", "[SearchQuery]") {
  std::mt19937 random(11);
  for (int i = 0; i < 5000; ++i) {
    const SearchQuery query = parse_search_query(random_text(random, 8, true));
    for (const SearchTerm& term : query.wanted) REQUIRE_FALSE(term.text.empty());
    for (const SearchTerm& term : query.unwanted) REQUIRE_FALSE(term.text.empty());
  }
}

TEST_CASE("A beginning is found where a word begins, with the rest of it", "[SearchQuery]") {
  CHECK(find_term(beginning("sle"), "sleep, asleep and sled") ==
        std::vector<TextSpan>{{0, 5}, {18, 22}});
  CHECK(find_term(piece("le"), "sleep, asleep") == std::vector<TextSpan>{{1, 3}, {9, 11}});
  CHECK_FALSE(holds_term(beginning("leep"), "asleep"));
  CHECK(holds_term(beginning("t"), "don't"));
}
