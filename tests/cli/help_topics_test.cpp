#include "lull/cli/help_topics.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <vector>

#include "lull/base/utf8.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/exit_code.hpp"
#include "lull/model/theme.hpp"
#include "lull/text/helplines.hpp"
#include "support/catch.hpp"

using namespace lull;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr int kColumns = 76;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string topic(std::string_view name) {
  const HelpTopic* found = find_help_topic(name);
  REQUIRE(found != nullptr);
  return std::string(found->body);
}

std::string folded_topic(std::string_view name) {
  std::string text = topic(name);
  std::replace(text.begin(), text.end(), '\n', ' ');
  std::string folded;
  for (const char c : text) {
    if (c != ' ' || (!folded.empty() && folded.back() != ' ')) folded += c;
  }
  return folded;
}

void check_is_calm(const std::string& text) {
  CHECK(text.find('!') == std::string::npos);
  std::string lower = text;
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const char* word :
       {"fail",      "you lost", "missed",   "you are a",   "congrat", "well done", "streak!",
        "your ex ",  "cheat",    " he ",     " she ",       " his ",   " her ",     "simply",
        "of course", "please",   " victim ", "perpetrator", "abuser",  "win them"}) {
    INFO(word);
    CHECK(lower.find(word) == std::string::npos);
  }
}

void check_fits(const std::string& text) {
  for (const std::string& line : lines_of(text)) {
    INFO(line);
    CHECK(width_of(line) <= kColumns);
    CHECK(line.find('\t') == std::string::npos);
    CHECK((line.empty() || line.back() != ' '));
  }
}

}  // namespace

TEST_CASE("the seven topics are found by their names", "[HelpTopics]") {
  std::vector<std::string_view> names;
  for (const HelpTopic& found : help_topics()) {
    names.push_back(found.name);
    CHECK(find_help_topic(found.name) == &found);
  }
  CHECK(names == std::vector<std::string_view>{"dates", "silence", "themes", "privacy", "safety",
                                               "exit-codes", "method"});
  CHECK(find_help_topic("") == nullptr);
  CHECK(find_help_topic("Safety ") == nullptr);
}

TEST_CASE("a topic fits a terminal and is calm", "[HelpTopics]") {
  for (const HelpTopic& found : help_topics()) {
    INFO(found.name);
    const std::string body(found.body);
    CHECK(lines_of(body).size() <= 45);
    CHECK(body.back() == '\n');
    CHECK(body.front() != '\n');
    CHECK(body.find("\n\n\n") == std::string::npos);
    CHECK(found.title.back() != '.');
    CHECK(found.title.find('\n') == std::string_view::npos);
    check_fits(std::string(found.title) + "\n" + body);
    check_is_calm(body);
    CHECK(help_topic_text(found, std::nullopt).rfind(std::string(found.title) + "\n\n", 0) == 0);
  }
}

TEST_CASE("every form that the dates topic shows is read", "[HelpTopics]") {
  const Zone zone("UTC");
  const DayRule rule(zone);
  const Instant now = zone.to_instant({*parse_iso_day("2026-11-21"), 12 * 3600});
  const std::string text = topic("dates");
  for (const char* form : {"2026-11-20", "today", "yesterday", "monday", "mon", "3d", "2w",
                           "2026-11-20 22:30", "yesterday 22:30", "mon 22:30", "3d 22:30",
                           "2026-11-20T22:30", "2026-11-20T22:30:00+01:00", "22:30"}) {
    INFO(form);
    CHECK_THAT(text, ContainsSubstring(form));
    CHECK_NOTHROW(parse_when(form, rule, now));
  }
}

TEST_CASE("the dates topic says when a day begins, and 23:50 at 01:30 is last night",
          "[HelpTopics]") {
  const Zone zone("UTC");
  const DayRule rule(zone);
  const Instant late = zone.to_instant({*parse_iso_day("2026-11-21"), 5400});
  CHECK(parse_when("23:50", rule, late) ==
        zone.to_instant({*parse_iso_day("2026-11-20"), 23 * 3600 + 3000}));
  CHECK_THAT(topic("dates"), ContainsSubstring("23:50, typed at 01:30, is last night"));
  CHECK(DayRule::kDefaultStart == 240);
  CHECK_THAT(topic("dates"), ContainsSubstring("begins at 04:00"));
}

TEST_CASE("the exit codes are those of the program", "[HelpTopics]") {
  std::set<int> listed;
  for (const std::string& line : lines_of(topic("exit-codes"))) {
    std::istringstream stream(line);
    int code = -1;
    if (line.rfind("  ", 0) == 0 && stream >> code) listed.insert(code);
  }
  std::set<int> codes;
  for (const ExitCode code : {ExitCode::done, ExitCode::none, ExitCode::usage, ExitCode::store,
                              ExitCode::locked, ExitCode::busy, ExitCode::io, ExitCode::permissions,
                              ExitCode::internal, ExitCode::interrupted}) {
    codes.insert(static_cast<int>(code));
  }
  CHECK(listed == codes);
}

TEST_CASE("a court order is kept apart from a quiet period, once", "[HelpTopics]") {
  const std::string text = folded_topic("silence");
  const std::string sentence = "A court order is not a quiet period";
  CHECK_THAT(text, ContainsSubstring(sentence));
  CHECK(text.find(sentence) == text.rfind(sentence));
}

TEST_CASE("the themes topic names every family and counts the themes", "[HelpTopics]") {
  const std::string text = topic("themes");
  for (const ThemeFamily family :
       {ThemeFamily::closeness, ThemeFamily::friction, ThemeFamily::trust, ThemeFamily::direction,
        ThemeFamily::circumstances, ThemeFamily::safety}) {
    CHECK_THAT(text, ContainsSubstring(std::string(label_of(family))));
  }
  CHECK(kThemeCount == 18);
  CHECK_THAT(folded_topic("themes"), ContainsSubstring("There are eighteen, in six families"));
}

TEST_CASE("safety speaks of all that it must", "[HelpTopics]") {
  const std::string text = folded_topic("safety");
  for (const char* words : {"want to die", "followed, threatened or hurt", "may be watched",
                            "say they will hurt themselves", "you are the one hurting someone"}) {
    CHECK_THAT(text, ContainsSubstring(words));
  }
}

TEST_CASE("safety ends with the numbers of the country, then the directories", "[HelpTopics]") {
  const std::string text = help_topic_text(*find_help_topic("safety"), "DE");
  const auto emergency = text.find("At once: 112");
  const auto suicide = text.find("TelefonSeelsorge: call 0800 1110111");
  const auto abuse = text.find("Hilfetelefon Gewalt gegen Frauen: call 116 016, hilfetelefon.de");
  const auto directory = text.find("findahelpline.com");
  CHECK(emergency < suicide);
  CHECK(suicide < abuse);
  CHECK(abuse < directory);
  CHECK(directory != std::string::npos);
  CHECK(text.find("Samaritans") == std::string::npos);
  CHECK(help_topic_text(*find_help_topic("dates"), "DE").find("112") == std::string::npos);
}

TEST_CASE("safety without a known country gives the directories", "[HelpTopics]") {
  CHECK(safety_text(std::nullopt) == safety_text("ZZ"));
  CHECK(safety_text(std::nullopt) ==
        "Where to call\n"
        "\n"
        "At once: the emergency number of where you are; 112 or 911 in most places\n"
        "\n"
        "In any country\n"
        "  Find A Helpline: findahelpline.com\n"
        "  IASP, crisis centres by country: iasp.info\n"
        "  Lila, women's helplines and shelters: lila.help\n"
        "\n"
        "For the numbers of a country: help.country = \"DE\" in config.toml\n");
}

TEST_CASE("every line of every country is shown and fits", "[HelpTopics]") {
  for (const HelpCountry& country : all_help_countries()) {
    INFO(country.code);
    const std::string text = safety_text(country.code);
    check_fits(text);
    check_is_calm(text);
    CHECK_THAT(text, ContainsSubstring("At once: " + std::string(country.emergency) + "\n"));
    for (const Helpline& line : all_helplines()) {
      if (line.country != country.code && !line.country.empty()) continue;
      CHECK_THAT(text, ContainsSubstring(std::string(line.name) + ":"));
      CHECK_THAT(text, ContainsSubstring(std::string(line.phone)));
    }
  }
}
