#include "lull/model/entry.hpp"

#include "support/catch.hpp"

using namespace lull;

namespace {
using Tags = std::vector<std::string>;
}

TEST_CASE("each kind of entry has its word", "[Entry]") {
  CHECK(to_string(EntryKind::page) == "page");
  CHECK(to_string(EntryKind::letter) == "letter");
  CHECK(to_string(EntryKind::first_account) == "first-account");
  CHECK(parse_entry_kind("first-account") == EntryKind::first_account);
  CHECK(!parse_entry_kind("first account"));
}

TEST_CASE("tags are found where they stand in a text", "[Entry]") {
  struct Case {
    const char* text;
    Tags tags;
  };
  const Case cases[] = {
      {"", {}},
      {"no tag here", {}},
      {"#sleep", {"sleep"}},
      {"slept #badly, again (#sleep).", {"badly", "sleep"}},
      {"#two#three", {"two"}},
      {"##twice", {"twice"}},
      {"#self-care #snake_case #day2", {"self-care", "snake_case", "day2"}},
      {"we are #1, page #42, #2026-11", {}},
      {"#2nd", {"2nd"}},
      {"C# and a#b and x_#y", {}},
      {"# heading", {}},
      {"#", {}},
      {"#-", {}},
      {"line\n#next\tand", {"next"}},
      {"#café #日本 #Über", {"café", "日本", "Über"}},
      {"“#quoted” #end…", {"quoted", "end"}},
      {"é#glued", {}},
      {"\xff#after a bad byte #in\xff", {"after", "in"}},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(tags_in(c.text) == c.tags);
  }
}

TEST_CASE("a tag is kept once, as it was first written", "[Entry]") {
  CHECK(tags_in("#Sleep #sleep #SLEEP #work") == Tags{"Sleep", "work"});
  CHECK(tags_in("#Café #CAFE #café") == Tags{"Café"});
}

TEST_CASE("an entry typed more than an hour later was entered later", "[Entry]") {
  Entry entry;
  entry.at.instant = Instant{1000};
  entry.written = Instant{1000 + 3600};
  CHECK(!entry.entered_later());
  entry.written = Instant{1000 + 3601};
  CHECK(entry.entered_later());
}
