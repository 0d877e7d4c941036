#include "lull/text/findings.hpp"

#include "support/catch.hpp"

using namespace lull;

namespace {

bool is_unread(std::string_view text) { return read_findings(text).unread; }

}  // namespace

TEST_CASE("pages in other languages are unread", "[Language]") {
  CHECK(is_unread("Hoy no he hablado con nadie y la casa est\u00E1 muy callada desde que se fue."));
  CHECK(is_unread("Ich habe heute den ganzen Tag an sie gedacht und nichts geschafft."));
  CHECK(is_unread("Il m'a menti pendant des mois et je ne sais plus quoi penser de nous."));
  CHECK(is_unread("\u041E\u043D \u043C\u043D\u0435 \u0441\u043E\u0432\u0440\u0430\u043B"));
}

TEST_CASE("English is read, badly spelt or short", "[Language]") {
  CHECK_FALSE(is_unread("he dont talk 2 me no more n i cant sleep its so hard rn"));
  CHECK_FALSE(is_unread("Slept badly. Work, gym, home."));
  CHECK_FALSE(is_unread("Miss him"));
  CHECK_FALSE(is_unread(""));
}
