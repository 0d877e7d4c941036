#include "lull/text/helplines.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "support/catch.hpp"

using namespace lull;

namespace {

constexpr HelpNeed kNeeds[] = {HelpNeed::suicide, HelpNeed::abuse, HelpNeed::hurting};

std::string phone_of(std::string_view country, HelpNeed need) {
  const auto lines = helplines_for(country, need);
  return lines.empty() ? "" : std::string(lines.front().phone);
}

// Territories whose people use the lines of another country.
std::string country_served(const std::string& code) {
  static const std::map<std::string, std::string> kServed{
      {"PR", "US"}, {"VI", "US"}, {"GU", "US"}, {"MP", "US"}, {"AS", "US"}, {"RE", "FR"},
      {"GP", "FR"}, {"MQ", "FR"}, {"GF", "FR"}, {"YT", "FR"}, {"SJ", "NO"}, {"AX", "FI"}};
  const auto found = kServed.find(code);
  return found == kServed.end() ? code : found->second;
}

}  // namespace

TEST_CASE("the lines that everybody knows are the ones shown first", "[Helplines]") {
  CHECK(phone_of("US", HelpNeed::suicide) == "988");
  CHECK(phone_of("US", HelpNeed::abuse) == "1-800-799-7233");
  CHECK(phone_of("CA", HelpNeed::suicide) == "988");
  CHECK(phone_of("GB", HelpNeed::suicide) == "116 123");
  CHECK(phone_of("GB", HelpNeed::abuse) == "0808 2000 247");
  CHECK(phone_of("GB", HelpNeed::hurting) == "0808 802 4040");
  CHECK(phone_of("DE", HelpNeed::suicide) == "0800 1110111");
  CHECK(phone_of("DE", HelpNeed::abuse) == "116 016");
  CHECK(phone_of("FR", HelpNeed::suicide) == "3114");
  CHECK(phone_of("FR", HelpNeed::abuse) == "3919");
  CHECK(phone_of("AU", HelpNeed::suicide) == "13 11 14");
  CHECK(phone_of("AU", HelpNeed::abuse) == "1800 737 732");
  CHECK(phone_of("NZ", HelpNeed::suicide) == "1737");
  CHECK(phone_of("NL", HelpNeed::suicide) == "113");
  CHECK(phone_of("ES", HelpNeed::suicide) == "024");
  CHECK(phone_of("ES", HelpNeed::abuse) == "016");
  CHECK(phone_of("AT", HelpNeed::suicide) == "142");
  CHECK(phone_of("CH", HelpNeed::suicide) == "143");
  CHECK(phone_of("BR", HelpNeed::suicide) == "188");
}

TEST_CASE("every need has a directory for the countries we know no line of", "[Helplines]") {
  for (const HelpNeed need : kNeeds) {
    CHECK(!international_helplines(need).empty());
    CHECK(international_helplines(need).front().web == "findahelpline.com");
    CHECK(helplines_for("ZZ", need).empty());
    CHECK(helplines_for("", need).empty());
  }
}

TEST_CASE("a code is known in any case of letters", "[Helplines]") {
  CHECK(phone_of("de", HelpNeed::abuse) == "116 016");
  CHECK(country_of("UTC", "de_at") == "AT");
  CHECK(find_help_country("D") == nullptr);
  CHECK(find_help_country("DEU") == nullptr);
}

TEST_CASE("every line can be reached, says whose it is, and belongs to a known country",
          "[Helplines]") {
  std::set<std::string> seen;
  for (const Helpline& line : all_helplines()) {
    INFO(line.country << " " << line.name);
    CHECK(seen.insert(std::string(line.country) + "/" + std::string(line.name)).second);
    CHECK(!line.name.empty());
    CHECK(!line.source.empty());
    CHECK(!(line.phone.empty() && line.text.empty() && line.web.empty()));
    CHECK(std::any_of(std::begin(kNeeds), std::end(kNeeds),
                      [&](HelpNeed need) { return helps_with(line, need); }));
    CHECK((line.country.empty() || find_help_country(line.country) != nullptr));
    CHECK(line.phone.find_first_not_of("0123456789 -*") == std::string_view::npos);
    CHECK(line.web.find_first_of(" :/") == std::string_view::npos);
  }
}

TEST_CASE("every country has a line of its own and an emergency number", "[Helplines]") {
  CHECK(all_help_countries().size() >= 25);
  std::string_view last;
  for (const HelpCountry& country : all_help_countries()) {
    INFO(country.code);
    CHECK(last < country.code);
    last = country.code;
    CHECK(country.code.size() == 2);
    CHECK(country.emergency.find_first_of("0123456789") == 0);
    CHECK(helplines_for(country.code, HelpNeed::suicide).size() +
              helplines_for(country.code, HelpNeed::abuse).size() >
          0);
  }
}

TEST_CASE("the country comes from the zone, whatever the language", "[Helplines]") {
  CHECK(country_of("Europe/Berlin", "en_US.UTF-8") == "DE");
  CHECK(country_of("America/New_York", "es_MX.UTF-8") == "US");
  CHECK(country_of("Europe/London", "") == "GB");
  CHECK(country_of("Asia/Calcutta", "en_US.UTF-8") == "IN");
  CHECK(country_of("NZ", "C") == "NZ");
  CHECK(country_of("America/Puerto_Rico", "") == "US");
}

TEST_CASE("a place that we know no lines of is not overruled by the language", "[Helplines]") {
  CHECK(!country_of("Europe/Moscow", "en_US.UTF-8"));
  CHECK(!country_of("Africa/Lagos", "en_GB.UTF-8"));
  CHECK(!country_of("Mars/Olympus", "de_DE.UTF-8"));
}

TEST_CASE("a zone that names no place leaves it to the language", "[Helplines]") {
  for (const char* zone : {"", "UTC", "Etc/UTC", "Etc/GMT-3", "CET", "EST5EDT", "<+03>-3"}) {
    INFO(zone);
    CHECK(country_of(zone, "de_AT.UTF-8") == "AT");
    CHECK(country_of(zone, "de_AT@euro") == "AT");
    CHECK(country_of(zone, "pt_BR") == "BR");
  }
}

TEST_CASE("no zone and no territory give no country", "[Helplines]") {
  for (const char* lang : {"", "C", "C.UTF-8", "POSIX", "de", "en_", "_", "en_001", "eo",
                           "fr_SN.UTF-8", "en_USA.UTF-8", ".", "@"}) {
    INFO(lang);
    CHECK(!country_of("UTC", lang));
  }
}

TEST_CASE("every zone of the countries we know leads to its country", "[Helplines]") {
  std::ifstream table("/usr/share/zoneinfo/zone.tab");
  REQUIRE(table);
  int checked = 0;
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream fields(line);
    std::string code;
    std::string place;
    std::string zone;
    fields >> code >> place >> zone;
    const std::string country = country_served(code);
    INFO(zone);
    if (find_help_country(country) == nullptr) {
      CHECK(!country_of(zone, "en_US.UTF-8"));
    } else {
      CHECK(country_of(zone, "") == country);
      ++checked;
    }
  }
  CHECK(checked > 100);
}
