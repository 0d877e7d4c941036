// Three ways to find the same: the index in the file, the one in memory (what a sealed journal
// uses), and a walk through every word of every text.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <functional>
#include <random>

#include "lull/base/utf8.hpp"
#include "lull/store/records.hpp"
#include "lull/store/search_index.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"
#include "support/found_ids.hpp"
#include "support/hostile_texts.hpp"
#include "support/random_text.hpp"

using namespace lull;
using namespace lull::test;

namespace {

// Words, each with the stem that its forms share.
const std::vector<std::pair<std::string, std::string>> kVocabulary{
    {"run", "run"},
    {"Running", "run"},
    {"runs", "run"},
    {"runner", "runner"},
    {"sad", "sad"},
    {"SADNESS", "sad"},
    {"caf\u00e9", "cafe"},
    {"CAFE", "cafe"},
    {"cafe\u0301s", "cafe"},
    {"night", "night"},
    {"nights", "night"},
    {"we", "we"},
    {"\u4eca\u65e5\u306f\u96e8", ""},
    {"\u96e8", ""},
    {"\U0001F600", ""},
    {"7", "7"},
};

using Words = std::vector<std::string>;

struct Written {
  Entry entry;
  Words typed;
};

Written write(std::mt19937& random, int number) {
  Written written;
  const std::vector<std::string> between{" ", ", ", "\n", "-", " \u2026 "};
  for (std::size_t left = 1 + random() % 6; left > 0; --left) {
    const std::string& word = kVocabulary[random() % kVocabulary.size()].first;
    if (!written.typed.empty()) written.entry.text += between[random() % between.size()];
    written.entry.text += word;
    written.typed.push_back(word);
  }
  written.entry.at.instant = Instant{static_cast<std::int64_t>(random() % 20)};
  written.entry.id = number;
  return written;
}

std::string stem_of(const std::string& word) {
  for (const auto& [form, stem] : kVocabulary) {
    if (fold(form) == fold(word)) return stem;
  }
  return "?";
}

bool holds_phrase(const Written& written, const Words& phrase) {
  // Signs between words are none for the index, so that words on both sides stand together.
  Words stems;
  for (const std::string& word : written.typed) {
    if (word != "\U0001F600") stems.push_back(stem_of(word));
  }
  Words wanted;
  for (const std::string& word : phrase) wanted.push_back(stem_of(word));
  return std::search(stems.begin(), stems.end(), wanted.begin(), wanted.end()) != stems.end();
}

bool holds_beginning(const Written& written, const std::string& begin) {
  return std::any_of(written.typed.begin(), written.typed.end(),
                     [&](const std::string& word) { return fold(word).starts_with(fold(begin)); });
}

// One term as it is typed, and whether a text holds it.
struct Term {
  std::string typed;
  std::function<bool(const Written&)> holds;
};

Term draw_term(std::mt19937& random) {
  static const Words kPlain{"run", "RUNS", "sad", "Cafe", "caf\u00e9s", "nights", "we", "7"};
  static const Words kBegin{"run", "runn", "s", "sadn", "caf\u00e9", "cafes", "n", "7", "we"};
  static const Words kPieces{"\u96e8", "\u4eca\u65e5", "\u65e5\u306f", "\U0001F600",
                             "\u65e5\u96e8"};
  const auto pick = [&](const Words& words) { return words[random() % words.size()]; };
  switch (random() % 4) {
    case 0: {
      const std::string word = pick(kPlain);
      return {word, [=](const Written& written) { return holds_phrase(written, {word}); }};
    }
    case 1: {
      const Words pair{pick(kPlain), pick(kPlain)};
      return {'"' + pair[0] + ' ' + pair[1] + '"',
              [=](const Written& written) { return holds_phrase(written, pair); }};
    }
    case 2: {
      const std::string begin = pick(kBegin);
      return {begin + '*', [=](const Written& written) { return holds_beginning(written, begin); }};
    }
    default: {
      const std::string piece = pick(kPieces);
      return {piece, [=](const Written& written) {
                return written.entry.text.find(piece) != std::string::npos;
              }};
    }
  }
}

struct Library {
  std::unique_ptr<Store> store = open_memory_store();
  std::vector<Written> written;

  void fill(std::mt19937& random) {
    for (int i = 1; i <= 30; ++i) {
      Written next = write(random, i);
      store->change("write", [&](Change& change) { insert(change, next.entry); });
      written.push_back(std::move(next));
    }
    // Some are edited, some removed, some in the trash: the index must follow.
    for (int i = 0; i < 5; ++i) {
      Written& edited = written[random() % written.size()];
      const int id = static_cast<int>(edited.entry.id);
      edited = write(random, id);
      edited.entry.uid = find<Entry>(*store, id)->uid;
      store->change("edit", [&](Change& change) { update(change, edited.entry); });
    }
    for (int i = 0; i < 3; ++i) {
      const std::size_t place = random() % written.size();
      Entry entry = *find<Entry>(*store, written[place].entry.id);
      store->change("trash", [&](Change& change) {
        if (i == 0) {
          change.erase(TableId::entry, entry.id);
        } else {
          entry.trashed_on = Day{1};
          update(change, entry);
        }
      });
      written.erase(written.begin() + static_cast<std::ptrdiff_t>(place));
    }
  }

  std::vector<std::int64_t> walk(const std::vector<Term>& wanted,
                                 const std::vector<Term>& unwanted) {
    std::vector<Written> found;
    const auto in = [](const Written& entry) {
      return [&](const Term& term) { return term.holds(entry); };
    };
    for (const Written& entry : written) {
      if (std::all_of(wanted.begin(), wanted.end(), in(entry)) &&
          std::none_of(unwanted.begin(), unwanted.end(), in(entry))) {
        found.push_back(entry);
      }
    }
    std::sort(found.begin(), found.end(), [](const Written& left, const Written& right) {
      return std::pair(left.entry.at.instant, left.entry.id) >
             std::pair(right.entry.at.instant, right.entry.id);
    });
    std::vector<std::int64_t> ids;
    for (const Written& entry : found) ids.push_back(entry.entry.id);
    return ids;
  }
};

}  // namespace

TEST_CASE("The index in the file, the one in memory, and a walk find the same", "[Search]") {
  std::mt19937 random(3);
  std::size_t hits = 0;
  for (int round = 0; round < 20; ++round) {
    Library library;
    library.fill(random);
    SearchIndex index;
    for (const Written& entry : library.written) {
      index.add(entry.entry.id, entry.entry.at.instant, entry.entry.text);
    }
    for (int i = 0; i < 60; ++i) {
      std::vector<Term> wanted;
      std::vector<Term> unwanted;
      std::string typed;
      for (std::size_t left = random() % 3; left > 0; --left) wanted.push_back(draw_term(random));
      for (std::size_t left = random() % 2; left > 0; --left) unwanted.push_back(draw_term(random));
      for (const Term& term : wanted) typed += term.typed + ' ';
      for (const Term& term : unwanted) typed += '-' + term.typed + ' ';
      INFO(typed);
      const SearchQuery query = parse_search_query(typed);
      const auto found = found_ids(*library.store, query, SearchOrder::newest_first);
      REQUIRE(found == library.walk(wanted, unwanted));
      REQUIRE(found == index.search(query, SearchOrder::newest_first));
      auto oldest = found_ids(*library.store, query, SearchOrder::oldest_first);
      std::reverse(oldest.begin(), oldest.end());
      REQUIRE(found == oldest);
      // Among the best first they are the same ones.
      auto best = found_ids(*library.store, query, SearchOrder::best_first);
      std::sort(best.begin(), best.end());
      auto sorted = found;
      std::sort(sorted.begin(), sorted.end());
      REQUIRE(best == sorted);
      hits += found.size();
    }
  }
  CHECK(hits > 1000);
}

TEST_CASE("No text is a query error, and none finds another thing in memory", "[Search]") {
  const auto store = open_memory_store();
  SearchIndex index;
  std::vector<std::string> texts = hostile_texts();
  std::int64_t id = 0;
  for (const std::string& text : texts) {
    Entry entry;
    entry.text = text;
    store->change("write", [&](Change& change) { insert(change, entry); });
    index.add(++id, Instant{}, text);
  }
  std::mt19937 random(5);
  for (int i = 0; i < 1500; ++i) texts.push_back(random_text(random, 6, true));
  for (const char* typed : {"NEAR(a b)", "a OR b", "a AND", "NOT", "text:a", "^a", "{a b}: c",
                            "a + b", "\"\"\"", "a*b*", "*a", "'", ";", "\\", "a\" OR \"b"}) {
    texts.emplace_back(typed);
  }
  for (const std::string& text : texts) {
    INFO(text);
    const SearchQuery query = parse_search_query(text);
    REQUIRE(found_ids(*store, query, SearchOrder::newest_first) ==
            index.search(query, SearchOrder::newest_first));
    SearchMarker marker(query);
    if (!find_invalid_utf8(text)) {
      for (const TextSpan& span : marker.spans_in(text)) REQUIRE(span.begin < span.end);
    }
  }
}

TEST_CASE("The best comes first by how often and how rare its words are", "[Search]") {
  const auto store = open_memory_store();
  const auto add = [&](const char* text, std::int64_t at) {
    Entry entry;
    entry.text = text;
    entry.at.instant = Instant{at};
    store->change("write", [&](Change& change) { insert(change, entry); });
  };
  add("sleep sleep sleep", 1);
  add("a long line in which sleep is said once among a good many other words", 2);
  add("nothing of it", 3);
  using Ids = std::vector<std::int64_t>;
  const SearchQuery query = parse_search_query("sleep");
  CHECK(found_ids(*store, query, SearchOrder::best_first) == Ids{1, 2});
  CHECK(found_ids(*store, query, SearchOrder::newest_first) == Ids{2, 1});
  // Where there is no word to rank by, the newest.
  CHECK(found_ids(*store, parse_search_query("-nothing"), SearchOrder::best_first) == Ids{2, 1});
}

TEST_CASE("A hit is marked as it stands in the text", "[Search]") {
  const auto marked = [](const char* typed, const std::string& text) {
    SearchMarker marker(parse_search_query(typed));
    std::string out;
    std::size_t at = 0;
    for (const TextSpan& span : marker.spans_in(text)) {
      out += text.substr(at, span.begin - at) + '[' +
             text.substr(span.begin, span.end - span.begin) + ']';
      at = span.end;
    }
    return out + text.substr(at);
  };
  CHECK(marked("run", "I was RUNNING, he runs.") == "I was [RUNNING], he [runs].");
  CHECK(marked("\"good night\"", "good good-night") == "good [good-night]");
  CHECK(marked("cafe", "the Caf\u00e9s") == "the [Caf\u00e9s]");
  CHECK(marked("sle*", "asleep sled") == "asleep [sled]");
  CHECK(marked("\u96e8", "\u4eca\u65e5\u306f\u96e8") == "\u4eca\u65e5\u306f[\u96e8]");
  CHECK(marked("a b -c", "a b c") == "[a] [b] c");
  CHECK(marked("-c", "a") == "a");
  SearchMarker twice(parse_search_query("a"));
  CHECK(twice.spans_in("a").size() == 1);
  CHECK(twice.spans_in("b a").front() == TextSpan{2, 3});
}

namespace {

// What FTS5 itself marks of a text: the slow way, with an index of its own for every text.
std::vector<TextSpan> spans_by_index(const SearchQuery& query, const std::string& text) {
  std::string words;
  for (const SearchTerm& term : query.wanted) {
    if (term.kind != TermKind::words) continue;
    std::string quoted;
    for (const char c : term.text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    words += (words.empty() ? "\"" : " OR \"") + quoted + '"';
  }
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec(
      "CREATE VIRTUAL TABLE t USING fts5(text, tokenize='porter unicode61 remove_diacritics 2')");
  SQLite::Statement add(database, "INSERT INTO t(text) VALUES(?)");
  add.bind(1, text);
  add.exec();
  SQLite::Statement marks(database, "SELECT highlight(t, 0, x'FE', x'FF') FROM t WHERE t MATCH ?");
  marks.bind(1, words);
  std::vector<TextSpan> spans;
  if (words.empty() || !marks.executeStep()) return spans;
  std::size_t place = 0;
  for (const char c : marks.getColumn(0).getString()) {
    if (c == '\xFE') {
      // What touches is one.
      if (spans.empty() || spans.back().end != place) spans.push_back({place, place});
    } else if (c == '\xFF') {
      spans.back().end = place;
    } else {
      ++place;
    }
  }
  return spans;
}

}  // namespace

TEST_CASE("Words are marked where the index would mark them", "[Search]") {
  std::mt19937 random(29);
  const std::vector<std::string> words{"run",
                                       "Running",
                                       "good",
                                       "night",
                                       "caf\u00e9",
                                       "o'clock",
                                       "we",
                                       "\u00fcber",
                                       "rock-climbing",
                                       "\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2"};
  std::size_t marked = 0;
  for (int round = 0; round < 1500; ++round) {
    std::string text = random_text(random, 4, false);
    for (std::size_t left = random() % 12; left > 0; --left) {
      text += (random() % 6 == 0 ? "\n" : " ") + words[random() % words.size()];
    }
    text += random_text(random, 4, false);
    std::string typed;
    for (std::size_t left = 1 + random() % 3; left > 0; --left) {
      const bool phrase = random() % 2 == 0;
      typed += phrase ? "\"" : "";
      for (std::size_t more = phrase ? 1 + random() % 3 : 1; more > 0; --more) {
        typed += words[random() % words.size()] + ' ';
      }
      typed += phrase ? "\" " : "";
    }
    INFO(typed << " in " << text);
    const SearchQuery query = parse_search_query(typed);
    const std::vector<TextSpan> spans = SearchMarker(query).spans_in(text);
    REQUIRE(spans == spans_by_index(query, text));
    marked += spans.size();
  }
  CHECK(marked > 1000);
}
