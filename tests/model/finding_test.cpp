#include "lull/model/finding.hpp"

#include "support/catch.hpp"

using namespace lull;

TEST_CASE("the worst of the findings decides, and without any all is fine", "[finding]") {
  CHECK(worst_of({}) == Weight::fine);
  Findings findings{{"clock", Weight::note, "", "", ""}, {"file", Weight::fine, "", "", ""}};
  CHECK(worst_of(findings) == Weight::note);
  findings.push_back({"rows", Weight::harm, "", "", ""});
  findings.push_back({"zone", Weight::look, "", "", ""});
  CHECK(worst_of(findings) == Weight::harm);
}

TEST_CASE("every weight has its own word", "[finding]") {
  CHECK(to_string(Weight::fine) == "fine");
  CHECK(to_string(Weight::note) == "note");
  CHECK(to_string(Weight::look) == "look");
  CHECK(to_string(Weight::harm) == "harm");
}
