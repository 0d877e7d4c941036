#include "golden_file.hpp"
#include "lull/base/utf8.hpp"
#include "lull/report/renderer.hpp"
#include "lull/report/review_document.hpp"
#include "sample_parts.hpp"
#include "sample_reviews.hpp"
#include "support/catch.hpp"

#include <sstream>

using namespace lull;
using namespace lull::testing;

namespace {

std::string on_terminal(const Block& block, int width = 60, bool color = false) {
  Document document;
  document.title = "T";
  document.subtitle = "s";
  document.blocks = {block};
  std::ostringstream out;
  TerminalRenderer(width, color).render(document, out);
  // After the title, the subtitle and an empty line.
  return out.str().substr(out.str().find("\n\n") + 2);
}

ChartWords words() { return {"Title", "Description.", {"", {{"A"}, {"B", true}}, {}}}; }

}  // namespace

TEST_CASE("every sample review fits every width", "[terminal_renderer]") {
  for (const SampleReview& sample : all_sample_reviews()) {
    for (ReviewDepth depth : {ReviewDepth::screen, ReviewDepth::full}) {
      const Document document = to_document(sample.review, depth);
      for (int width = 60; width <= 200; width += 7) {
        std::ostringstream out;
        TerminalRenderer(width).render(document, out);
        for (const std::string& line : lines_of(out.str())) {
          INFO(sample.name << " at " << width << ": " << line);
          REQUIRE(width_of(line) <= width);
        }
      }
    }
  }
}

TEST_CASE("one screen is at most thirty lines of eighty columns", "[terminal_renderer]") {
  for (const SampleReview& sample : all_sample_reviews()) {
    std::ostringstream out;
    TerminalRenderer(80).render(to_document(sample.review, ReviewDepth::screen), out);
    INFO(sample.name);
    CHECK(lines_of(out.str()).size() <= 30);
  }
}

TEST_CASE("no line ends in a space", "[terminal_renderer]") {
  for (const SampleReview& sample : all_sample_reviews()) {
    for (const std::string& line : lines_of(rendered(sample.review, "txt"))) {
      INFO(sample.name << ": " << line);
      REQUIRE((line.empty() || line.back() != ' '));
    }
  }
}

TEST_CASE("marked words stand between low lines without colour", "[terminal_renderer]") {
  const Quotation quotation{{{"we "}, {"never talked", Face::mark}, {"."}}, "source"};
  CHECK(on_terminal(quotation) == "  │ we _never talked_.\n  │   source\n");
  CHECK(on_terminal(quotation, 60, true) ==
        "  │ we \x1b[4mnever\x1b[0m \x1b[4mtalked\x1b[0m.\n  │   source\n");
}

TEST_CASE("a table wraps its widest cells", "[terminal_renderer]") {
  Table table{"", {{"Name"}, {"Words"}, {"N", true}}, {{"a", std::string(30, 'x') + " y", "12"}}};
  CHECK(on_terminal(table, 40) ==
        "Name  Words                            N\n"
        "────────────────────────────────────────\n"
        "a     xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  12\n"
        "      y\n");
}

TEST_CASE("bars are as long as their counts, and a small count keeps a cell",
          "[terminal_renderer]") {
  BarChart chart{words(), {"n"}, {{"a", {1000}}, {"b", {500}}, {"c", {1}}, {"d", {0}}}};
  CHECK(on_terminal(chart, 60) ==
        "Title\nDescription.\n\n"
        "a  ████████████████████████████████████████ 1,000\n"
        "b  ████████████████████ 500\n"
        "c  █ 1\n"
        "d   0\n");
}

TEST_CASE("a line of values has its scale and its ends", "[terminal_renderer]") {
  LineChart chart{words(), 1, 10, {{at(2026, 10, 1), 1}, {at(2026, 10, 3), 10}}, 1};
  CHECK(on_terminal(chart, 60) ==
        "Title\nDescription.\n\n"
        "10 │  █\n"
        "   │  █\n"
        "   │  █\n"
        "   │  █\n"
        " 1 │▁ █\n"
        "    1 October 2026 to 3 October 2026\n");
}

TEST_CASE("a calendar reads without colour", "[terminal_renderer]") {
  CalendarChart chart;
  chart.words = words();
  chart.kinds = {{"quiet", CalendarChart::Fill::full},
                 {"interrupted", CalendarChart::Fill::hollow}};
  for (int day = 1; day <= 9; ++day) chart.cells.push_back({at(2026, 10, day), day == 5, day == 2});
  chart.dot_label = "written on";
  const std::string text = on_terminal(chart);
  CHECK(text.find("Oct 2026\n"
                  "         ●  ●' ●  ●\n"
                  "○  ●  ●  ●  ●\n") != std::string::npos);
  CHECK(text.find("● quiet, ○ interrupted, ' written on") != std::string::npos);
}

TEST_CASE("widths out of bounds are taken as the nearest one that works", "[terminal_renderer]") {
  const Document document = to_document(rich_review());
  const auto at_width = [&](int width) {
    std::ostringstream out;
    TerminalRenderer(width).render(document, out);
    return out.str();
  };
  CHECK(at_width(-1) == at_width(TerminalRenderer::kNarrowest));
  CHECK(at_width(100000) == at_width(TerminalRenderer::kWidest));
}

TEST_CASE("a title that is too long for the screen is wrapped like all else",
          "[terminal_renderer]") {
  const std::string title = "money, money " + std::string(100, 'x');
  const auto fits = [](const Block& block) {
    for (const std::string& line : lines_of(on_terminal(block, 40))) {
      CAPTURE(line);
      CHECK(width_of(line) <= 40);
    }
  };
  fits(Note{title, {plain("line")}, true});
  fits(Pairing{title, {plain("one"), ""}, {plain("other"), ""}});
}
