#include "lull/model/theme.hpp"

#include <set>

#include "support/catch.hpp"

using namespace lull;

TEST_CASE("every theme is found again under its id", "[Theme]") {
  std::set<std::string_view> ids;
  for (const Theme theme : all_themes()) {
    CHECK(parse_theme(to_string(theme)) == theme);
    ids.insert(to_string(theme));
  }
  CHECK(ids.size() == kThemeCount);
  CHECK(!parse_theme("astrology"));
}

TEST_CASE("only fear and harm belongs to the safety family", "[Theme]") {
  for (const Theme theme : all_themes()) {
    CHECK((family_of(theme) == ThemeFamily::safety) == (theme == Theme::abuse_safety));
  }
}
