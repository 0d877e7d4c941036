#include <regex>
#include <set>
#include <sstream>

#include "golden_file.hpp"
#include "lull/report/renderer.hpp"
#include "sample_reviews.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::testing;

namespace {

std::vector<std::string> all_matches(const std::string& text, const char* pattern) {
  std::vector<std::string> found;
  const std::regex expression(pattern);
  for (auto at = std::sregex_iterator(text.begin(), text.end(), expression);
       at != std::sregex_iterator(); ++at) {
    found.push_back((*at)[1].str());
  }
  return found;
}

}  // namespace

TEST_CASE("a page needs nothing from outside", "[html_renderer]") {
  for (const SampleReview& sample : all_sample_reviews()) {
    const std::string html = rendered(sample.review, "html");
    INFO(sample.name);
    CHECK(html.find("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"") !=
          std::string::npos);
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("http://") == std::string::npos);
    CHECK(html.find("https://") == std::string::npos);
    CHECK(html.find("url(") == std::string::npos);
    CHECK(html.find("@import") == std::string::npos);
    CHECK(html.find("{{") == std::string::npos);
  }
}

TEST_CASE("every id stands once and every reference to one leads somewhere", "[html_renderer]") {
  for (const SampleReview& sample : all_sample_reviews()) {
    const std::string html = rendered(sample.review, "html");
    INFO(sample.name);
    const auto ids = all_matches(html, " id=\"([^\"]*)\"");
    const std::set<std::string> known(ids.begin(), ids.end());
    CHECK(known.size() == ids.size());
    for (const std::string& target : all_matches(html, "href=\"#([^\"]*)\"")) {
      CHECK(known.count(target) == 1);
    }
    for (const std::string& labels : all_matches(html, "aria-labelledby=\"([^\"]*)\"")) {
      std::istringstream words(labels);
      for (std::string label; words >> label;) CHECK(known.count(label) == 1);
    }
  }
}

TEST_CASE("every chart has a title, a description and its numbers", "[html_renderer]") {
  const std::string html = rendered(rich_review(), "html");
  const auto charts = all_matches(html, "<figure class=\"chart\">([^]*?)</figure>");
  CHECK(charts.size() == 8);
  for (const std::string& chart : charts) {
    CHECK(all_matches(chart, "<title id=\"[^\"]*\">([^<]+)</title>").size() >= 1);
    CHECK(all_matches(chart, "<desc id=\"[^\"]*\">([^<]+)</desc>").size() >= 1);
    CHECK(all_matches(chart, "(<details>[^]*<table>[^]*<td)").size() == 1);
  }
}

TEST_CASE("help stands before anything else on an unsafe page", "[html_renderer]") {
  const std::string html = rendered(unsafe_review(), "html");
  const std::size_t help = html.find("Help first");
  REQUIRE(help != std::string::npos);
  CHECK(help < html.find("class=\"contents\""));
  CHECK(help < html.find("1. The silence"));
}

TEST_CASE("elements are closed in the order in which they were opened", "[html_renderer]") {
  const std::set<std::string> empty_elements{"meta", "link", "!DOCTYPE"};
  for (const SampleReview& sample : all_sample_reviews()) {
    std::vector<std::string> open;
    for (const std::string& tag :
         all_matches(rendered(sample.review, "html"), "<([/!]?[a-zA-Z0-9]+[^<>]*)>")) {
      const std::string name = tag.substr(0, tag.find(' '));
      if (tag.back() == '/' || empty_elements.count(name) == 1) continue;
      if (name.front() != '/') {
        open.push_back(name);
        continue;
      }
      INFO(sample.name << ": " << tag);
      REQUIRE_FALSE(open.empty());
      REQUIRE(open.back() == name.substr(1));
      open.pop_back();
    }
    CHECK(open.empty());
  }
}
