#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull::test;

namespace {

struct AppWithWant : App {
  AppWithWant() {
    run({"begin"});
    run({"want", "add", "no children", "--topic", "children", "--clarity", "4"});
  }
};

}  // namespace

TEST_CASE("want edit says why it could not", "[want edit]") {
  AppWithWant app;
  CHECK(app.run({"want", "edit"}).err ==
        "lull: could not edit the want: its number is missing\n      lull want list shows the "
        "numbers\n");
  CHECK(app.run({"want", "edit", "1"}).err ==
        "lull: could not edit the want: nothing would change\n      lull want edit 1 --clarity "
        "4\n");
  CHECK(app.run({"want", "edit", "1", "--clarity", "4"}).code == 2);
  const Outcome unknown = app.run({"want", "edit", "7", "--clarity", "1"});
  CHECK(unknown.code == 1);
  CHECK(unknown.err == "lull: could not find want 7\n      lull want list\n");
  CHECK(app.run({"want", "edit", "one", "--clarity", "1"}).code == 2);
  CHECK(app.run({"want", "edit", "1", "--source", "heard"}).err ==
        "lull: could not edit the want: it is yours, so it was neither guessed nor heard\n");
}

TEST_CASE("want edit keeps the version before", "[want edit]") {
  AppWithWant app;
  const Outcome edited =
      app.run({"want", "edit", "1", "--text", "one child", "--horizon", "in two years"});
  CHECK(edited.code == 0);
  CHECK(edited.err == "Want 1 has 2 versions now: lull want list --history\n");
  CHECK(app.run({"want", "list"}).out ==
        "   1  yours   children   one child (in two years, clarity 4 of 5)\n");
}

TEST_CASE("want edit asks on a terminal, and Enter keeps what stands", "[want edit]") {
  AppWithWant app;
  app.terminal.interactive = true;
  app.terminal.answers = {"1", "", "", "", "2"};
  CHECK(app.run({"want", "edit"}).code == 0);
  CHECK(app.run({"want", "list"}).out == "   1  yours   children   no children (clarity 2 of 5)\n");
  app.terminal.answers = {};
  CHECK(app.run({"want", "edit"}).err ==
        "lull: could not edit the want: its number is missing\n      lull want list shows the "
        "numbers\n");
  app.terminal.answers = {"1"};
  const Outcome ended = app.run({"want", "edit"});
  CHECK(ended.code == 2);
  CHECK(ended.err ==
        "Enter keeps what stands.\nlull: could not edit the want: nothing would change\n      lull "
        "want edit 1 --clarity 4\n");
}
