#include "lull/text/codebook.hpp"

#include <algorithm>
#include <string>

#include "lull/base/error.hpp"
#include "lull/text/findings.hpp"
#include "support/catch.hpp"

using namespace lull;

namespace {

bool finds(const std::string& phrase, const std::string& text) {
  const Codebook codebook =
      Codebook::with("[distance.own]\nsay = \"" + phrase + "\"\n", "codebook.toml");
  const auto found = find_themes(text, codebook);
  return std::any_of(found.begin(), found.end(),
                     [](const Evidence& e) { return e.theme == Theme::distance; });
}

std::string complaint(const std::string& toml) {
  try {
    Codebook::with(toml, "codebook.toml");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::usage);
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a word of a phrase stands for all its forms, with = for one", "[Codebook]") {
  CHECK(finds("wander zebra", "He wandered zebras."));
  CHECK_FALSE(finds("=wander zebra", "He wandered zebras."));
  CHECK(finds("=wandered zebra", "He wandered zebras."));
  CHECK(finds("bring zebra", "They brought zebras."));
}

TEST_CASE("alternatives, options and gaps", "[Codebook]") {
  CHECK(finds("(wander|sail) zebra", "We sail zebras."));
  CHECK(finds("wander [blue] zebra", "We wander blue zebras."));
  CHECK(finds("wander [blue] zebra", "We wander zebras."));
  CHECK_FALSE(finds("wander [blue] zebra", "We wander red zebras."));
  CHECK(finds("wander ..2 zebra", "We wander two red zebras."));
  CHECK_FALSE(finds("wander ..2 zebra", "We wander two red striped zebras."));
  CHECK(finds("(wander off|sail) zebra", "We wander off zebras."));
}

TEST_CASE("a phrase is found wherever it stands in however long a sentence", "[Codebook]") {
  for (int before = 0; before < 150; before += 7) {
    std::string text;
    for (int i = 0; i < before; ++i) text += i % 2 == 0 ? "red, " : "blue, ";
    CAPTURE(before);
    CHECK(finds("wander ..2 zebra", text + "we wander two red zebras, blue, red, blue."));
    CHECK_FALSE(finds("wander ..2 zebra", text + "we wander two red striped zebras, blue."));
  }
}

TEST_CASE("slots stand for people and for the built-in lists", "[Codebook]") {
  CHECK(finds("@p wander zebra", "My ex boyfriend wanders zebras."));
  CHECK_FALSE(finds("@p wander zebra", "I wander zebras."));
  CHECK(finds("wander @always", "We wandered all the time."));
}

TEST_CASE("misspellings and contractions are read as what is meant", "[Codebook]") {
  CHECK(finds("do not wander", "he dont wander"));
  CHECK(finds("do not wander", "He don\u2019t wander."));
}

TEST_CASE("gaps on both sides of what is left out add up", "[Codebook]") {
  CHECK(finds("wander ..1 [slowly] ..1 zebra", "He wandered two big zebras."));
  CHECK_FALSE(finds("wander ..1 [slowly] ..1 zebra", "He wandered two very big zebras."));
}

TEST_CASE("words that name a person are one word, and the last of them still says its own",
          "[Codebook]") {
  CHECK(finds("hate friends", "My husband hated my best friends."));
  CHECK(finds("hate @folk", "My husband hated my best friends."));
  CHECK_FALSE(finds("hate best", "My husband hated my best friends."));
  CHECK_FALSE(finds("=i fight", "My wife and I fought."));
  CHECK(finds("@we fight", "My wife and I fought."));
}

TEST_CASE("a built-in entry can be switched off by its id", "[Codebook]") {
  const std::string text = "The distance wore us out.";
  CHECK(find_themes(text).size() == 1);
  CHECK(find_themes(text, Codebook::with("off = [\"distance.apart\"]\n", "codebook.toml")).empty());
  const auto ids = Codebook::built_in().entry_ids();
  CHECK(std::find(ids.begin(), ids.end(), "distance.apart") != ids.end());
}

TEST_CASE("what is wrong is named with file, line and key", "[Codebook]") {
  CHECK(
      complaint("[distance.own]\nsay = '''\nwander\n(zebra\n'''\n") ==
      "could not read codebook.toml: line 4: distance.own: a bracket is opened that is not closed");
  CHECK(
      complaint("[distance.own]\nweight = 2.0\nsay = 'zebra'\n") ==
      "could not read codebook.toml: line 2: distance.own.weight: a weight is over 0 and up to 1");
  CHECK(complaint("[distance.own]\nsay = '@nobody'\n") ==
        "could not read codebook.toml: line 2: distance.own: there is no slot @nobody");
  CHECK(complaint("[distance.own]\ntypo = 1\nsay = 'a'\n").find("line 2: distance.own.typo") !=
        std::string::npos);
  CHECK(complaint("[distances.own]\nsay = 'a'\n").find("line 1: distances") != std::string::npos);
  CHECK(complaint("[distance.own]\nweight = 1.0\n").find("needs say") != std::string::npos);
  CHECK(complaint("off = [\"distance.nothing\"]\n") ==
        "could not read codebook.toml: off: there is no entry distance.nothing");
  CHECK(complaint("off = [\n").find("could not read codebook.toml: line") == 0);
}
