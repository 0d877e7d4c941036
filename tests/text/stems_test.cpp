#include "lull/text/stems.hpp"

#include "support/catch.hpp"

using namespace lull;

TEST_CASE("forms of a word share a stem", "[Stems]") {
  const Stemmer stemmer;
  CHECK(stemmer.stem("arguing") == stemmer.stem("argued"));
  CHECK(stemmer.stem("lying") == stemmer.stem("lies"));
  CHECK(stemmer.stem("distance") != stemmer.stem("distant"));
  CHECK(stemmer.stem("").empty());
}
