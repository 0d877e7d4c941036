#include <SQLiteCpp/Database.h>
#include <sys/stat.h>
#include <utime.h>

#include "lull/base/file.hpp"
#include "lull/base/json.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"
#include "support/time_zone.hpp"

using namespace lull;
using Catch::Matchers::ContainsSubstring;
using lull::test::App;
using lull::test::Outcome;

namespace {

// What was said, without the line breaks it was set with.
std::string flat(const std::string& text) {
  std::string words;
  for (const char c : text) {
    if (c != '\n' && c != ' ') {
      words += c;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  return words;
}

/// A journal with two entries, in a place where nothing but the journal is to be seen.
class Patient : public App {
 public:
  Patient() {
    environment.set("LANG", "C.UTF-8");
    environment.set("TZ", "UTC");
    run({"begin"});
    run({"journal", "add", "the river was quiet"});
    run({"journal", "add", "the bridge"});
  }
  std::filesystem::path journal() const { return data() / "lull.db"; }
  void exec(const std::string& sql) const {
    SQLite::Database(journal().string(), SQLite::OPEN_READWRITE).exec(sql);
  }
  void touch(const std::string& name, std::int64_t age_seconds) const {
    write_file_atomically(data() / name, "");
    const utimbuf times{clock.now().seconds - age_seconds, clock.now().seconds - age_seconds};
    utime((data() / name).c_str(), &times);
  }
};

}  // namespace

TEST_CASE("doctor refuses to repair and salvage at once", "[doctor]") {
  Patient app;
  const Outcome outcome = app.run({"doctor", "--repair", "--salvage", "x.db"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not do both: --repair and --salvage exclude each other\n"
        "      salvage first, then repair\n");
}

TEST_CASE("doctor says what is missing where there is no home", "[doctor]") {
  App app;
  app.name_data = false;
  app.environment = Environment();
  const Outcome outcome = app.run({"doctor"});
  CHECK(outcome.code == 2);
  CHECK_THAT(outcome.err, ContainsSubstring("HOME is not set"));
}

TEST_CASE("doctor finds a sound journal fine, line by line", "[doctor]") {
  Patient app;
  const Outcome outcome = app.run({"doctor"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  CHECK_THAT(outcome.out,
             ContainsSubstring("fine  schema: Tables and indexes are as lull makes them.\n"
                               "fine  integrity: SQLite finds the file sound.\n"));
  CHECK_THAT(outcome.out, ContainsSubstring("with 2 entries.\n"));
  CHECK_THAT(outcome.out, ContainsSubstring("all as they were written.\n"));
  CHECK_THAT(outcome.out, ContainsSubstring("\nNothing needs seeing to.\n"));
  CHECK_THAT(outcome.out, !ContainsSubstring("river"));
}

TEST_CASE("doctor without a journal says so and finds nothing wrong", "[doctor]") {
  App app;
  app.environment.set("LANG", "C.UTF-8");
  const Outcome outcome = app.run({"doctor"});
  CHECK(outcome.code == 0);
  CHECK_THAT(flat(outcome.out),
             ContainsSubstring("note file: There is no journal in this place yet."));
  CHECK_FALSE(std::filesystem::exists(app.data()));
}

TEST_CASE("doctor names a file that is not a journal, and does not touch it", "[doctor]") {
  App app;
  create_private_folder(app.data());
  write_file_atomically(app.data() / "lull.db", "a letter to nobody");
  const Outcome outcome = app.run({"doctor"});
  CHECK(outcome.code == 3);
  CHECK_THAT(flat(outcome.out), ContainsSubstring("it is not a lull journal"));
  CHECK(read_file(app.data() / "lull.db") == "a letter to nobody");
}

TEST_CASE("doctor names a damaged row by its number and answers 3", "[doctor]") {
  Patient app;
  app.exec(
      "UPDATE entry SET payload = CAST(replace(CAST(payload AS TEXT), 'bridge', 'fridge') AS "
      "BLOB)");
  const Outcome outcome = app.run({"doctor"});
  CHECK(outcome.code == 3);
  CHECK_THAT(flat(outcome.out), ContainsSubstring("harm rows: Not as they were written: entry "
                                                  "2. Their words can't be vouched for."));
  CHECK_THAT(outcome.out, ContainsSubstring("\n1 thing to see to.\n"));
}

TEST_CASE("doctor tells of what another program put into the file", "[doctor]") {
  Patient app;
  app.exec("CREATE TABLE notes(a)");
  const Outcome outcome = app.run({"doctor"});
  CHECK(outcome.code == 3);
  CHECK_THAT(flat(outcome.out), ContainsSubstring("not ours: table notes."));
}

TEST_CASE("doctor tells of permissions, and repair takes them back", "[doctor]") {
  Patient app;
  chmod(app.journal().c_str(), 0644);
  chmod(app.data().c_str(), 0755);
  const Outcome outcome = app.run({"doctor"});
  CHECK(outcome.code == 1);
  CHECK_THAT(flat(outcome.out), ContainsSubstring("chmod 600 "));
  CHECK_THAT(flat(outcome.out), ContainsSubstring("chmod 700 "));
  const Outcome repaired = app.run({"doctor", "--repair"});
  CHECK(repaired.code == 0);
  CHECK_THAT(repaired.err, ContainsSubstring("is readable by you alone again."));
}

TEST_CASE("a repair keeps the file as it was, and then builds the index of words anew",
          "[doctor]") {
  Patient app;
  app.exec("INSERT INTO entry_search(entry_search) VALUES('delete-all')");
  CHECK(app.run({"doctor"}).code == 1);
  const auto before = read_file(app.journal());
  const Outcome outcome = app.run({"doctor", "--repair"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.err, ContainsSubstring("The index of words was built anew.\n"));
  CHECK(read_file(app.data() / "lull.db.before-repair-1795212000") == before);
  CHECK(app.run({"journal", "search", "river"}).code == 0);
}

TEST_CASE("a repair with nothing to mend says so", "[doctor]") {
  Patient app;
  const Outcome outcome = app.run({"doctor", "--repair"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.err, ContainsSubstring("There was nothing to mend.\n"));
  CHECK(app.run({"journal", "list", "--format", "short"}).out.size() > 10);
}

TEST_CASE("a repair of a file that is no journal stops before it changes anything", "[doctor]") {
  App app;
  create_private_folder(app.data());
  write_file_atomically(app.data() / "lull.db", "a letter to nobody");
  CHECK(app.run({"doctor", "--repair"}).code == 3);
  CHECK(read_file(app.data() / "lull.db") == "a letter to nobody");
}

TEST_CASE("doctor names what an interrupted write left, and repair takes only the old of it",
          "[doctor]") {
  Patient app;
  app.touch(".lull-0123.tmp", 7200);
  app.touch(".lull-4567.tmp", 60);
  const Outcome outcome = app.run({"doctor"});
  CHECK(outcome.code == 0);
  CHECK_THAT(flat(outcome.out),
             ContainsSubstring(
                 "note unfinished files: Left in the folder: .lull-0123.tmp, .lull-4567.tmp."));
  app.run({"doctor", "--repair"});
  CHECK_FALSE(std::filesystem::exists(app.data() / ".lull-0123.tmp"));
  CHECK(std::filesystem::exists(app.data() / ".lull-4567.tmp"));
}

TEST_CASE("doctor tells of texts that wait, of second journals and of old copies", "[doctor]") {
  Patient app;
  write_file_atomically(app.data() / "recovery-1795212000-1-0.txt", "words");
  write_file_atomically(app.data() / "lull (conflicted copy 2026-11-20).db", "words");
  write_file_atomically(app.data() / "lull.db.v3.bak", "words");
  const Outcome outcome = app.run({"doctor"});
  CHECK(outcome.code == 1);
  CHECK_THAT(flat(outcome.out),
             ContainsSubstring("look recovery files: Kept, but not saved: 1 text."));
  CHECK_THAT(flat(outcome.out), ContainsSubstring("look conflicting copies: "));
  CHECK_THAT(flat(outcome.out), ContainsSubstring("note older copies: "));
}

TEST_CASE("doctor sees a clock behind the newest row", "[doctor]") {
  Patient app;
  app.clock.move_to(Instant{app.clock.now().seconds - 86'400});
  const Outcome outcome = app.run({"doctor"});
  CHECK(outcome.code == 1);
  CHECK_THAT(flat(outcome.out),
             ContainsSubstring("look clock: The newest row is about a moment in "));
}

TEST_CASE("doctor says when TZ is a word that libc takes for UTC", "[doctor]") {
  Patient app;
  for (const char* zone : {"Europe/Berlinn", "Mars", "../etc/passwd"}) {
    CAPTURE(zone);
    app.environment.set("TZ", zone);
    const Outcome outcome = app.run({"doctor"});
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.out, ContainsSubstring("look  zone: TZ is " + std::string(zone)));
  }
  for (const char* zone :
       {"Europe/Berlin", ":Asia/Tokyo", "CET-1CEST,M3.5.0,M10.5.0/3", "<+0330>-3:30", "UTC"}) {
    CAPTURE(zone);
    app.environment.set("TZ", zone);
    CHECK(app.run({"doctor"}).code == 0);
  }
}

TEST_CASE("doctor warns of a folder that is copied to other computers", "[doctor]") {
  Patient app;
  const auto synced = app.home() / "Dropbox";
  std::filesystem::rename(app.data(), synced);
  app.name_data = false;
  const Outcome outcome = app.run({"doctor", "--data", synced.string()});
  CHECK(outcome.code == 0);
  CHECK_THAT(flat(outcome.out), ContainsSubstring("note synced folder: "));
}

TEST_CASE("doctor works with a broken config and names it", "[doctor]") {
  Patient app;
  create_private_folder(app.home() / ".config/lull");
  write_file_atomically(app.home() / ".config/lull/config.toml", "colour = \"blue\"\n");
  const Outcome outcome = app.run({"doctor"});
  CHECK(outcome.code == 1);
  CHECK_THAT(flat(outcome.out), ContainsSubstring("look config: "));
}

TEST_CASE("doctor notes a locale that is not UTF-8", "[doctor]") {
  Patient app;
  app.environment.set("LC_ALL", "C");
  const Outcome outcome = app.run({"doctor"});
  CHECK(outcome.code == 0);
  CHECK_THAT(flat(outcome.out), ContainsSubstring("note terminal: "));
}

TEST_CASE("doctor follows a link to the journal and says where it leads", "[doctor]") {
  Patient app;
  std::filesystem::rename(app.journal(), app.home() / "kept.db");
  std::filesystem::create_symlink(app.home() / "kept.db", app.journal());
  const Outcome outcome = app.run({"doctor"});
  CHECK(outcome.code == 0);
  CHECK_THAT(flat(outcome.out), ContainsSubstring("It is a link to "));
}

TEST_CASE("doctor gives its findings as JSON", "[doctor]") {
  Patient app;
  const Outcome outcome = app.run({"doctor", "--format", "json"});
  CHECK(outcome.code == 0);
  const JsonValue json = parse_json(outcome.out, "doctor");
  CHECK(*json.find("format")->as_string() == "lull.doctor/1");
  CHECK(*json.find("worst")->as_string() == "fine");
  REQUIRE(json.find("findings")->as_array()->size() >= 7);
  CHECK(*json.find("findings")->as_array()->front().find("check")->as_string() == "file");
}

TEST_CASE("doctor --salvage writes a clean journal beside and leaves the old one alone",
          "[doctor]") {
  Patient app;
  app.exec(
      "UPDATE entry SET payload = CAST(replace(CAST(payload AS TEXT), 'bridge', 'fridge') AS "
      "BLOB)");
  const auto before = read_file(app.journal());
  const auto target = app.home() / "new.db";
  const Outcome outcome = app.run({"doctor", "--salvage", target.string()});
  CHECK(outcome.code == 3);
  CHECK(outcome.err == "2 rows written to " + target.string() +
                           ".\nlull: entry 2 is damaged and was left out\n"
                           "What is left of the damaged ones is in " +
                           target.string() +
                           ".damaged.txt.\nThe old file is as it was. To use the new one, put it "
                           "in its place as lull.db.\n");
  CHECK(read_file(app.journal()) == before);
  CHECK_THAT(read_file(target.string() + ".damaged.txt").value(), ContainsSubstring("the fridge"));
  std::filesystem::rename(target, app.journal());
  CHECK(app.run({"doctor"}).code == 0);
  CHECK(app.run({"journal", "show", "1", "--format", "raw"}).out == "the river was quiet");
}

TEST_CASE("doctor --salvage refuses to write over a file", "[doctor]") {
  Patient app;
  CHECK(app.run({"doctor", "--salvage", app.journal().string()}).code == 1);
}

TEST_CASE("doctor reads every kind of row", "[doctor]") {
  Patient app;
  const std::vector<std::vector<std::string>> rows{
      {"contact", "add", "text", "--in"},
      {"urge", "add", "call", "--strength", "3"},
      {"want", "add", "a garden", "--whose", "mine", "--topic", "home"},
      {"themes", "confirm", "communication"},
      {"checkin", "add", "--happy", "3", "--sad", "4", "--angry", "1", "--tired", "5"},
      {"decide", "--choice", "undecided", "--reason", "not yet"}};
  for (const auto& words : rows) {
    CAPTURE(words.front());
    CHECK(app.run(words).code == 0);
  }
  CHECK(app.run_with_input({"journal", "edit", "1"}, "the river again").code == 0);
  const Outcome outcome = app.run({"doctor"});
  CHECK(outcome.code == 0);
  CHECK_THAT(flat(outcome.out), ContainsSubstring("10 rows read; all as they were written."));
}

TEST_CASE("doctor names the first five of many damaged rows", "[doctor]") {
  Patient app;
  for (int i = 0; i < 5; ++i) app.run({"journal", "add", "more"});
  app.exec("UPDATE entry SET at = at - 1");
  const Outcome outcome = app.run({"doctor"});
  CHECK(outcome.code == 3);
  CHECK_THAT(flat(outcome.out), ContainsSubstring("entry 5 and 2 more."));
}

TEST_CASE("doctor says what a journal of an older format will go through", "[doctor]") {
  App app;
  create_private_folder(app.data());
  write_file_atomically(app.data() / "lull.db",
                        read_file(test::source_folder() / "store/schema/v1.db").value());
  const Outcome outcome = app.run({"doctor"});
  CHECK(outcome.code == 0);
  CHECK_THAT(flat(outcome.out), ContainsSubstring("The next command brings the file to it"));
}

TEST_CASE("doctor tells of pages that can't be read, and salvage brings up the rest", "[doctor]") {
  Patient app;
  std::string bytes = read_file(app.journal()).value();
  const std::size_t page = bytes.find("the bridge") / 4096;
  bytes.replace(page * 4096, 4096, 4096, '\xa5');
  write_file_atomically(app.journal(), bytes);
  const Outcome outcome = app.run({"doctor"});
  CHECK(outcome.code == 3);
  CHECK_THAT(flat(outcome.out), ContainsSubstring("harm integrity: SQLite finds "));
  const Outcome salvage = app.run({"doctor", "--salvage", (app.home() / "new.db").string()});
  CHECK(salvage.code == 3);
  CHECK_THAT(salvage.err, ContainsSubstring("Some places of the old file can't be read any more."));
}
