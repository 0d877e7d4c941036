#include <fmt/format.h>

#include <map>
#include <regex>

#include "golden_file.hpp"
#include "lull/base/json.hpp"
#include "sample_reviews.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::testing;

namespace {

using FactMap = std::map<std::string, std::string>;

std::string unescaped(std::string text) {
  for (const auto& [from, to] :
       {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&#39;", "'"}, {"&quot;", "\""}, {"&amp;", "&"}}) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; ++at) {
      text.replace(at, std::string(from).size(), to);
    }
  }
  return text;
}

FactMap matches_of(const std::string& text, const std::regex& pattern) {
  FactMap found;
  for (const std::string& line : lines_of(text)) {
    std::smatch match;
    if (std::regex_search(line, match, pattern)) {
      found.emplace(unescaped(match[1].str()), unescaped(match[2].str()));
    }
  }
  return found;
}

/// Label and value of every pair that a format shows.
FactMap facts_in(const std::string& text, const std::string& format) {
  if (format == "txt") return matches_of(text, std::regex(R"(^  (\S.*?) \.{2,} (.*)$)"));
  if (format == "md") return matches_of(text, std::regex(R"(^- (.*?): \*\*(.*)\*\*$)"));
  return matches_of(text, std::regex("<div><dt>(.*?)</dt><dd>(.*?)</dd></div>"));
}

/// Days by theme, as each format shows them.
FactMap theme_days_in(const std::string& text, const std::string& format) {
  if (format == "txt") return matches_of(text, std::regex(R"(^(\S.*?)(?: +)(?:█)+ (\d+)$)"));
  if (format == "md") return matches_of(text, std::regex(R"(^\| (\S.*?) +\| +(\d+) \|$)"));
  return matches_of(text,
                    std::regex(R"re(<th scope="row">(.*?)</th><td class="n">(\d+)</td></tr>)re"));
}

const JsonValue& at_path(const JsonValue& root, const std::vector<std::string>& path) {
  const JsonValue* value = &root;
  for (const std::string& key : path) {
    value = value->find(key);
    REQUIRE(value != nullptr);
  }
  return *value;
}

std::string digits_of(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ','), text.end());
  return text.substr(0, text.find_first_not_of("0123456789"));
}

/// Where the JSON keeps the number that the pages show under a label.
const std::vector<std::pair<std::string, std::vector<std::string>>>& counted_facts() {
  static const std::vector<std::pair<std::string, std::vector<std::string>>> kFacts{
      {"Quiet days", {"silence", "streak", "quiet_days"}},
      {"Longest run", {"silence", "streak", "longest", "days"}},
      {"Current run", {"silence", "streak", "current", "days"}},
      {"Days with an interruption", {"silence", "streak", "interrupted_days"}},
      {"Under a written exception", {"silence", "contacts", "under_exception"}},
      {"Urges written down", {"silence", "urges", "all"}},
      {"Passed", {"silence", "urges", "passed"}},
      {"Acted on", {"silence", "urges", "acted"}},
      {"Entries", {"writing", "entries"}},
      {"Of these, letters never sent", {"writing", "letters"}},
      {"Days written", {"writing", "days_written"}},
      {"Words", {"writing", "words"}},
      {"Weeks with two days or more", {"writing", "weeks_with_cadence"}},
      {"Longest gap", {"writing", "longest_gap"}},
      {"Days about emotional closeness", {"closeness", "emotional_days"}},
      {"Days about sex and touch", {"closeness", "physical_days"}},
      {"Urges that were about sex", {"closeness", "urges_for_sex"}}};
  return kFacts;
}

}  // namespace

TEST_CASE("the number behind a label is the same in every format", "[same-facts]") {
  for (const SampleReview& sample : all_sample_reviews()) {
    const JsonValue json = parse_json(rendered(sample.review, "json"), "review");
    for (const std::string format : {"txt", "md", "html"}) {
      const FactMap facts = facts_in(rendered(sample.review, format), format);
      int compared = 0;
      for (const auto& [label, path] : counted_facts()) {
        INFO(sample.name << "." << format << ": " << label);
        const auto shown = facts.find(label);
        if (shown == facts.end()) continue;
        const std::int64_t* value = at_path(json, path).as_integer();
        REQUIRE(value != nullptr);
        CHECK(digits_of(shown->second) == std::to_string(*value));
        ++compared;
      }
      INFO(sample.name << "." << format);
      if (sample.name == "rich") CHECK(compared == static_cast<int>(counted_facts().size()));
      if (sample.name == "unsafe") CHECK(compared >= 8);
    }
  }
}

TEST_CASE("the formats for reading show the same pairs of label and value", "[same-facts]") {
  for (const SampleReview& sample : all_sample_reviews()) {
    const FactMap html = facts_in(rendered(sample.review, "html"), "html");
    const FactMap markdown = facts_in(rendered(sample.review, "md"), "md");
    const FactMap terminal = facts_in(rendered(sample.review, "txt"), "txt");
    INFO(sample.name);
    CHECK(html == markdown);
    CHECK(html.size() == terminal.size());
    for (const auto& [label, value] : terminal) {
      INFO(label);
      REQUIRE(html.count(label) == 1);
      // A long value goes on in the next line of the terminal.
      CHECK(html.at(label).starts_with(value));
    }
  }
}

TEST_CASE("days by theme are the same in every format", "[same-facts]") {
  for (const Review& review : {rich_review(), ten_years_review()}) {
    FactMap expected;
    const JsonValue json = parse_json(rendered(review, "json"), "review");
    for (const JsonValue& theme : *at_path(json, {"reasons", "themes"}).as_array()) {
      const JsonValue said = at_path(theme, {"verdict", "said"});
      if (said.as_string() != nullptr && *said.as_string() == "rejected") continue;
      expected.emplace(*at_path(theme, {"label"}).as_string(),
                       std::to_string(*at_path(theme, {"days"}).as_integer()));
    }
    REQUIRE(expected.size() >= 6);
    for (const std::string format : {"txt", "md", "html"}) {
      const FactMap shown = theme_days_in(rendered(review, format), format);
      for (const auto& [label, days] : expected) {
        INFO(format << ": " << label);
        REQUIRE(shown.count(label) == 1);
        CHECK(shown.at(label) == days);
      }
    }
  }
}

TEST_CASE("every quotation of the facts is in every format", "[same-facts]") {
  Review review = rich_review();
  for (const ThemeFinding& finding : review.themes) {
    if (finding.verdict.verdict == ThemeVerdict::rejected) continue;
    for (const Quote& quote : finding.quotes) {
      for (const std::string& format : all_formats()) {
        const std::string source = fmt::format("entry {}", quote.entry);
        INFO(format << ": " << source);
        const std::string text = rendered(review, format);
        const std::string words = quote.text.substr(
            quote.words.front().begin, quote.words.front().end - quote.words.front().begin);
        if (format != "txt") CHECK(text.find(words) != std::string::npos);
        if (format != "json") CHECK(text.find(source) != std::string::npos);
      }
    }
  }
}
