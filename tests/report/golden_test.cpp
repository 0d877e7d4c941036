#include "golden_file.hpp"
#include "lull/report/renderer.hpp"
#include "lull/report/review_document.hpp"
#include "sample_reviews.hpp"
#include "support/catch.hpp"

#include <sstream>

using namespace lull;
using namespace lull::testing;

namespace {

// Whole pages are too long for a message; the first line that differs says enough.
void require_same(const std::string& name, const std::string& actual) {
  const std::vector<std::string> expected_lines = lines_of(golden(name, actual));
  const std::vector<std::string> actual_lines = lines_of(actual);
  for (std::size_t i = 0; i < std::min(expected_lines.size(), actual_lines.size()); ++i) {
    INFO(name << ", line " << i + 1);
    REQUIRE(actual_lines[i] == expected_lines[i]);
  }
  INFO(name);
  REQUIRE(actual_lines.size() == expected_lines.size());
}

}  // namespace

TEST_CASE("every sample review looks in every format as it was approved", "[golden]") {
  for (const SampleReview& sample : all_sample_reviews()) {
    for (const std::string& format : all_formats()) {
      require_same("review/" + sample.name + "." + format, rendered(sample.review, format));
    }
  }
}

TEST_CASE("one screen of every sample review looks as it was approved", "[golden]") {
  for (const SampleReview& sample : all_sample_reviews()) {
    std::ostringstream out;
    TerminalRenderer(80).render(to_document(sample.review, ReviewDepth::screen), out);
    require_same("review/" + sample.name + "-screen.txt", out.str());
  }
}
