#include "lull/app/transfer.hpp"

#include <fstream>
#include <random>

#include "lull/base/error.hpp"
#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"
#include "support/failing_store.hpp"
#include "support/random_text.hpp"
#include "support/temp_dir.hpp"

using namespace lull;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr Instant kNow{1'795'212'000};  // 2026-11-20 22:00 UTC
constexpr std::array kLossless{TransferFormat::json, TransferFormat::jsonl,
                               TransferFormat::markdown, TransferFormat::text, TransferFormat::csv};

/// A journal in memory.
struct Book {
  FixedClock clock{kNow};
  DayRule rule{Zone("UTC")};
  std::unique_ptr<Store> store = open_memory_store();
  Journal journal{*store, clock, rule};

  std::string exported(TransferFormat format) {
    std::string bytes;
    export_entries(journal, {}, format, [&](std::string_view piece) { bytes += piece; });
    return bytes;
  }
  ImportCount import(std::string bytes, std::optional<TransferFormat> format = {},
                     bool dry = false) {
    return import_entries(*store, clock, rule, open_import("f", std::move(bytes), format), dry, {});
  }
  std::vector<Entry> entries() {
    EntryFilter filter;
    filter.newest_first = false;
    return journal.list(filter);
  }
  std::string refusal(std::string bytes, std::optional<TransferFormat> format = {}) {
    try {
      import(std::move(bytes), format);
    } catch (const Error& error) {
      CHECK(entries().empty());
      return error.what();
    }
    return "taken in";
  }
};

std::string hostile_text(std::mt19937& random, TransferFormat format) {
  static const std::array<std::string, 14> kTraps{"=== 2026-01-02T03:04:05Z\n",
                                                  "\n=== x",
                                                  "\\=== x\n",
                                                  "\n\\\\=== y",
                                                  "<!-- lull {\"at\"} -->\n",
                                                  "\n<!-- lull {",
                                                  "\\<!-- lull {\n",
                                                  "\n\n",
                                                  "\",\"\n\"\"",
                                                  "[2026-01-02 03:04] title\n",
                                                  "uid,at,text\n",
                                                  "--> --",
                                                  "{\"text\": \"x\"}\n",
                                                  "\xEF\xBB\xBF"};
  static_cast<void>(format);
  std::string text = "x";
  for (std::size_t i = random() % 6; i > 0; --i) {
    text += random() % 2 == 0 ? kTraps.at(random() % kTraps.size()) : test::random_text(random, 12);
  }
  std::rotate(text.begin(), text.begin() + 1, text.end());  // the 'x' ends it, so it is never blank
  if (random() % 2 == 0) text += test::random_text(random, 3);
  return text;
}

std::vector<std::string> random_words(std::mt19937& random) {
  std::vector<std::string> words(random() % 3);
  for (std::string& word : words) {
    word = "w" + test::random_text(random, 4) + (random() % 3 == 0 ? ";\\," : "");
  }
  return words;
}

Entry random_entry(std::mt19937& random, TransferFormat format) {
  Entry entry;
  entry.at.instant = Instant{1'700'000'000 + static_cast<std::int64_t>(random() % 90'000'000)};
  entry.at.day = Day{static_cast<std::int32_t>(entry.at.instant.seconds / 86'400)};
  entry.at.zone = random() % 2 == 0 ? "Europe/Berlin" : "Etc/odd --> zone";
  entry.at.offset_minutes = static_cast<int>(random() % 1700) - 850;
  entry.written = entry.at.instant + static_cast<std::int64_t>(random() % 100'000);
  entry.kind = static_cast<EntryKind>(random() % 3);
  if (random() % 2 == 0) entry.mood = 1 + static_cast<int>(random() % 10);
  entry.feelings = random_words(random);
  entry.tags = random_words(random);
  entry.starred = random() % 2 == 0;
  if (random() % 2 == 0) entry.prompt = "why-" + test::random_text(random, 3);
  entry.text = hostile_text(random, format);
  return entry;
}

void require_equal(const Entry& left, const Entry& right) {
  REQUIRE(left.text == right.text);
  REQUIRE(left.uid == right.uid);
  REQUIRE(left.at == right.at);
  REQUIRE(left.written == right.written);
  REQUIRE(left.kind == right.kind);
  REQUIRE(left.mood == right.mood);
  REQUIRE(left.feelings == right.feelings);
  REQUIRE(left.tags == right.tags);
  REQUIRE(left.starred == right.starred);
  REQUIRE(left.prompt == right.prompt);
}

std::string line(std::string_view text, std::string_view at = "2026-01-02T03:04:05Z") {
  return "{\"uid\":\"00112233445566778899aabbccddeeff\",\"at\":\"" + std::string(at) +
         "\",\"text\":\"" + std::string(text) + "\"}\n";
}

}  // namespace

TEST_CASE("every format gives back what it was given, byte for byte", "[Transfer]") {
  for (const TransferFormat format : kLossless) {
    std::mt19937 random(2026);
    for (int round = 0; round < 20; ++round) {
      Book first;
      first.store->change("fill", [&](Change& change) {
        for (std::size_t i = 1 + random() % 8; i > 0; --i) {
          insert(change, random_entry(random, format));
        }
      });
      const std::string bytes = first.exported(format);
      Book second;
      CAPTURE(std::string(to_string(format)), round);
      const ImportCount count = second.import(bytes);  // the format is found as well
      const auto before = first.entries();
      const auto after = second.entries();
      REQUIRE(count.taken == before.size());
      REQUIRE(after.size() == before.size());
      for (std::size_t i = 0; i < before.size(); ++i) require_equal(before[i], after[i]);
      Book third;
      third.import(second.exported(format), format);
      REQUIRE(third.exported(format) == second.exported(format));
    }
  }
}

TEST_CASE("a line of a million bytes comes back whole", "[Transfer]") {
  for (const TransferFormat format : kLossless) {
    Book first;
    Draft draft;
    for (int i = 0; i < 1'000'000; ++i) draft.text += static_cast<char>('a' + i % 26);
    first.journal.add(draft);
    Book second;
    CHECK(second.import(first.exported(format)).taken == 1);
    CHECK(second.entries().at(0).text == draft.text);
  }
}

TEST_CASE("an export comes in pieces, not as a whole", "[Transfer]") {
  Book book;
  Draft draft;
  draft.text = std::string(30'000, 'x');
  for (int i = 0; i < 20; ++i) book.journal.add(draft);
  std::size_t largest = 0;
  export_entries(book.journal, {}, TransferFormat::json,
                 [&](std::string_view piece) { largest = std::max(largest, piece.size()); });
  CHECK(largest < 100'000);
}

TEST_CASE("what is there already is counted and not taken again", "[Transfer]") {
  Book book;
  const std::string bytes = line("one") + line("two", "2026-01-02T03:04:06+00:00");
  CHECK(book.import(bytes).taken == 2);
  const ImportCount again = book.import(bytes + line("three"));
  CHECK(again.taken == 1);
  CHECK(again.doubles == 2);
  CHECK(book.entries().size() == 3);
}

TEST_CASE("a record that stands twice in a file is taken once", "[Transfer]") {
  Book book;
  const ImportCount count = book.import(line("one") + line("one"));
  CHECK(count.taken == 1);
  CHECK(count.doubles == 1);
}

TEST_CASE("two entries never share a uid", "[Transfer]") {
  Book book;
  CHECK(book.import(line("one") + line("two")).taken == 2);
  const auto entries = book.entries();
  CHECK(entries.at(0).uid != entries.at(1).uid);
}

TEST_CASE("an entry in the trash is no reason to leave one out", "[Transfer]") {
  Book book;
  book.import(line("one"));
  book.store->change("trash", [&](Change& change) {
    Entry entry = *book.journal.find(1);
    entry.trashed_on = Day{20'000};
    update(change, entry);
  });
  CHECK(book.import(line("one")).taken == 1);
}

TEST_CASE("a dry run writes nothing", "[Transfer]") {
  Book book;
  CHECK(book.import(line("one"), {}, true).taken == 1);
  CHECK(book.entries().empty());
}

TEST_CASE("a bad record stops all of it and names its line", "[Transfer]") {
  const std::string good = line("one");
  const auto after_good = [&](const std::string& bad) { return Book().refusal(good + bad); };
  CHECK(after_good("{\"text\":\"x\"}\n") == "could not import f: line 2: \"at\" is missing");
  CHECK(after_good("{\"at\":\n") == "could not read f: line 2, column 7: the text ends too early");
  CHECK_THAT(after_good(line("x", "2026-02-30T03:04:05Z")),
             ContainsSubstring("line 2: \"at\" is no"));
  CHECK_THAT(after_good(line("x", "2027-01-01T00:00:00Z")),
             ContainsSubstring("line 2: its time lies in the future"));
  CHECK_THAT(after_good(line(" \\n ")), ContainsSubstring("line 2: there is no text in it"));
  CHECK_THAT(after_good(line("a\\u0000b")), ContainsSubstring("line 2, column 87: a text holds a NUL"));
  CHECK_THAT(after_good("{\"a\":1,\"a\":2}\n"), ContainsSubstring("line 2"));
  CHECK_THAT(after_good("{\"at\":\"2026-01-02T03:04:05Z\",\"text\":\"x\",\"mood\":11}\n"),
             ContainsSubstring("line 2: \"mood\" is not a number from 1 to 10"));
  CHECK_THAT(after_good("{\"at\":\"2026-01-02T03:04:05Z\",\"text\":\"x\",\"new\":1}\n"),
             ContainsSubstring("line 2: there is a field"));
  CHECK_THAT(after_good("[1]\n"), ContainsSubstring("line 2: an entry is no JSON object"));
  CHECK_THAT(after_good(std::string(70, '[') + "\n"), ContainsSubstring("line 2"));
  CHECK_THAT(after_good(std::string("\0\n", 2)), ContainsSubstring("line 2: there is a NUL byte"));
  CHECK_THAT(after_good("\xff\n"), ContainsSubstring("line 2: there are bytes that are not UTF-8"));
}

TEST_CASE("a bad record has its line in every format", "[Transfer]") {
  CHECK_THAT(Book().refusal("{\"format\": \"lull.journal/1\",\n\"entries\": [\n" + line("a") +
                            ",\n" + line("b", "x") + "]}"),
             ContainsSubstring("line 5"));
  CHECK_THAT(Book().refusal("=== 2026-01-02T03:04:05Z\n\na\n\n=== yesterday\n\nb\n"),
             ContainsSubstring("line 5: \"at\""));
  CHECK_THAT(Book().refusal("=== 2026-01-02T03:04:05Z\nwhat\n\na\n"), ContainsSubstring("line 1"));
  CHECK_THAT(Book().refusal("<!-- lull {\"at\":\"2026-01-02T03:04:05Z\"} -->\n## x\n\na\n\n"
                            "<!-- lull {\"at\":\"x\"} -->\n\nb\n"),
             ContainsSubstring("line 6"));
  CHECK_THAT(Book().refusal("uid,at,text\n,2026-01-02T03:04:05Z,\"a\nb\"\n,x,c\n"),
             ContainsSubstring("line 4: \"at\""));
  CHECK_THAT(Book().refusal("uid,at,text\n,2026-01-02T03:04:05Z,\"a\n"),
             ContainsSubstring("line 2: a quotation mark is never closed"));
  CHECK_THAT(Book().refusal("uid,at,text\n,2026-01-02T03:04:05Z\n"), ContainsSubstring("line 2"));
}

TEST_CASE("JSON around the entries is read as strictly as they are", "[Transfer]") {
  const std::string entries = "\"entries\": [" + line("a") + "]";
  CHECK(Book().import("{\"format\": \"lull.journal/1\", " + entries + "}").taken == 1);
  CHECK(Book().import("{\"format\": \"lull.journal/1\", \"entries\": [ ]}").taken == 0);
  for (const std::string& bad :
       {"{\"format\": \"lull.journal/1\", " + entries,
        "{\"format\": \"lull.journal/1\", " + entries + "} x",
        "{\"format\": \"lull.journal/1\", " + entries + "," + entries + "}",
        "{\"format\": \"lull.journal/1\", \"entries\": [" + line("a") + line("b") + "]}",
        "{\"format\": \"lull.journal/1\", \"entries\": [" + line("a") + ",]}",
        "{\"format\": \"lull.journal/2\", " + entries + "}", std::string("{\"entries\": 3}")}) {
    CAPTURE(bad);
    CHECK_THAT(Book().refusal(bad, TransferFormat::json), ContainsSubstring("could not"));
  }
}

TEST_CASE("the text file of jrnl is read", "[Transfer]") {
  Book book;
  const ImportCount count = book.import(
      "[2026-01-02 21:30] A title. *\nThe body with @work and #sleep\n[not a date] in it\n\n"
      "[2026-01-03 09:05:10 PM] Second\n\n\n[2026-01-04 09:05] \n");
  CHECK(count.taken == 2);
  CHECK(count.left_out.size() == 1);
  const auto entries = book.entries();
  CHECK(entries.at(0).text == "A title.\nThe body with @work and #sleep\n[not a date] in it");
  CHECK(entries.at(0).starred);
  CHECK(entries.at(0).tags == std::vector<std::string>{"work", "sleep"});
  CHECK(to_iso(entries.at(0).at) == "2026-01-02T21:30:00+00:00");
  CHECK(entries.at(1).text == "Second");
  CHECK(to_iso(entries.at(1).at) == "2026-01-03T21:05:10+00:00");
  CHECK_FALSE(entries.at(1).entered_later());
}

TEST_CASE("a text before the first entry of jrnl is not passed over", "[Transfer]") {
  CHECK_THAT(Book().refusal("\nlost words\n[2026-01-02 21:30] A title\n", TransferFormat::jrnl),
             ContainsSubstring("line 2: no entry begins here"));
}

TEST_CASE("the JSON export of jrnl is read", "[Transfer]") {
  Book book;
  book.import(R"({"tags": {"@work": 1}, "entries": [
    {"title": "A title.", "body": "The body.", "date": "2026-01-02", "time": "21:30",
     "tags": ["@work"], "starred": true},
    {"title": "Alone", "body": "", "date": "2026-01-03", "time": "08:00", "tags": [], "starred": false}
  ]})");
  const auto entries = book.entries();
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].text == "A title.\nThe body.");
  CHECK(entries[0].tags == std::vector<std::string>{"work"});
  CHECK(entries[0].starred);
  CHECK(entries[1].text == "Alone");
}

TEST_CASE("the JSON of Day One is read", "[Transfer]") {
  Book book;
  const ImportCount count = book.import(R"({"metadata": {"version": "1.0"}, "entries": [
    {"uuid": "A0B1C2D3E4F5061728394A5B6C7D8E9F", "creationDate": "2026-01-02T20:30:00Z",
     "timeZone": "Europe\/Berlin", "starred": true, "tags": ["sea"], "text": "By the \\- sea"},
    {"uuid": "B0B1C2D3E4F5061728394A5B6C7D8E9F", "creationDate": "2026-01-03T20:30:00Z"}
  ]})");
  CHECK(count.taken == 1);
  REQUIRE(count.left_out.size() == 1);
  CHECK(count.left_out[0] == "f, line 4: there is no text in the entry");
  const Entry entry = book.entries().at(0);
  CHECK(entry.text == "By the \\- sea");
  CHECK(entry.at.instant.seconds == 1'767'385'800);
  CHECK(entry.tags == std::vector<std::string>{"sea"});
  CHECK(to_hex(entry.uid) == "a0b1c2d3e4f5061728394a5b6c7d8e9f");
}

TEST_CASE("a folder of dated pages is read", "[Transfer]") {
  const test::TempDir folder;
  const auto write = [&](const std::filesystem::path& name, const std::string& bytes) {
    std::filesystem::create_directories((folder / name).parent_path());
    std::ofstream(folder / name) << bytes;
  };
  write("2026-01-02.md", "second of january\n");
  write("2026/01/03.txt", "third");
  write("2026-01/2026-01-04 walk.md", "fourth");
  write("any.md", "---\ndate: 2026-01-05 21:30\ntags: [sea, walk]\n---\nfifth");
  write("more.md", "---\ndate: 2026-01-06\ntitle: kept\n---\nsixth");
  write("readme.md", "no date");
  write("2026-01-07.md", " \n");
  write("2026-01-08.png", "no page");
  write(".git/2026-01-09.md", "hidden");
  Book book;
  const ImportCount count =
      import_entries(*book.store, book.clock, book.rule, open_import(folder.path(), {}), false, {});
  CHECK(count.taken == 5);
  CHECK(count.left_out.size() == 2);
  const auto entries = book.entries();
  REQUIRE(entries.size() == 5);
  CHECK(entries[0].text == "second of january\n");
  CHECK(to_iso(entries[0].at) == "2026-01-02T12:00:00+00:00");
  CHECK(entries[1].text == "third");
  CHECK(entries[2].text == "fourth");
  CHECK(entries[3].text == "fifth");
  CHECK(entries[3].tags == std::vector<std::string>{"sea", "walk"});
  CHECK(to_iso(entries[3].at) == "2026-01-05T21:30:00+00:00");
  CHECK(entries[4].text == "---\ndate: 2026-01-06\ntitle: kept\n---\nsixth");
}

TEST_CASE("one dated page is a folder of one", "[Transfer]") {
  const test::TempDir folder;
  std::ofstream(folder / "2026-01-02.md") << "a page";
  Book book;
  const auto source = open_import(folder / "2026-01-02.md", {});
  CHECK(import_entries(*book.store, book.clock, book.rule, source, false, {}).taken == 1);
  CHECK(book.entries().at(0).text == "a page");
}

TEST_CASE("a file of no known form is refused", "[Transfer]") {
  CHECK_THAT(Book().refusal("just some words"), ContainsSubstring("it is of no known form"));
  CHECK_THAT(Book().refusal(""), ContainsSubstring("it is of no known form"));
  const test::TempDir folder;
  CHECK_THROWS_AS(open_import(folder / "gone", {}), Error);
}

TEST_CASE("an entry over the limit is refused with its line", "[Transfer]") {
  CHECK_THAT(Book().refusal("=== 2026-01-02T03:04:05Z\n\n" + std::string(kLongestEntry + 1, 'x')),
             ContainsSubstring("line 1: its text is longer than 16 MiB"));
  Book book;
  CHECK(book.import("=== 2026-01-02T03:04:05Z\n\n" + std::string(kLongestEntry, 'x')).taken == 1);
}

TEST_CASE("a file without its last line end is read to its end", "[Transfer]") {
  Book book;
  book.import("=== 2026-01-02T03:04:05Z\n\nlast words");
  CHECK(book.entries().at(0).text == "last words");
}

TEST_CASE("an import that can't be saved leaves the journal as it was", "[Transfer]") {
  Book book;
  for (int nth = 1; nth < 6; ++nth) {
    test::FailingStore failing(*book.store, nth, Error(ErrorKind::io, "could not save: no space"));
    try {
      import_entries(failing, book.clock, book.rule, open_import("f", line("one"), {}), false, {});
    } catch (const Error&) {
    }
    if (failing.has_failed()) CHECK(book.entries().empty());
  }
}
