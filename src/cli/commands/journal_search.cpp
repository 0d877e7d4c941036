#include "lull/app/journal_search.hpp"

#include <memory>

#include "../entry_filter_options.hpp"
#include "../entry_json.hpp"
#include "../entry_markdown.hpp"
#include "../entry_text.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"
#include "lull/report/escape.hpp"

namespace lull {
namespace {

struct JournalSearchOptions {
  std::vector<std::string> words;
  EntryFilterOptions filter;
  std::optional<std::string> format;
  bool rank = false;
};

// Characters on either side of what was found.
constexpr std::size_t kAround = 160;
constexpr std::size_t kAroundShort = 24;

SearchQuery read_query(const JournalSearchOptions& options) {
  std::string typed;
  for (const std::string& word : options.words) typed += word + ' ';
  SearchQuery query = parse_search_query(typed);
  if (query.is_empty()) {
    throw Error(ErrorKind::usage, "could not search: there is nothing to look for",
                "for example lull journal search sleep, '\"good night\"', sleep -dream, sle*");
  }
  return query;
}

// Brackets, so that color is never the only mark.
std::string set_line(const FoundEntry& found, std::size_t around, Session& session) {
  const bool colored = session.colors_output();
  std::string line;
  for (const ExcerptPiece& piece : excerpt_of(found.entry.text, found.spans, around)) {
    const std::string text = make_visible_line(piece.text);
    line += !piece.found ? text : colored ? "\x1b[1m[" + text + "]\x1b[0m" : '[' + text + ']';
  }
  return line;
}

std::string as_text(const FoundEntry& found, Session& session) {
  if (session.discreet()) return heading_of(without_words(found.entry)) + '\n';
  std::string text = heading_of(found.entry) + '\n';
  for (const std::string& line : wrap(set_line(found, kAround, session), columns_of(session) - 2)) {
    text += "  " + line + '\n';
  }
  return text;
}

std::string as_short(const FoundEntry& found, Session& session) {
  Entry bare = without_words(found.entry);
  std::string line = entry_as_line(bare, session);
  if (!session.discreet()) line += set_line(found, kAroundShort, session);
  return line + '\n';
}

std::string as_markdown(const FoundEntry& found, Session& session) {
  if (session.discreet()) return entry_as_markdown(without_words(found.entry));
  Entry bare = found.entry;
  bare.text.clear();
  std::string text = entry_as_markdown(bare) + '\n';
  for (const ExcerptPiece& piece : excerpt_of(found.entry.text, found.spans, kAround)) {
    const std::string inert = markdown_escape(piece.text);
    text += piece.found ? "**" + inert + "**" : inert;
  }
  return text + '\n';
}

void write_json(JsonWriter& writer, const FoundEntry& found, Session& session) {
  const bool discreet = session.discreet();
  writer.begin_object().key("entry");
  write_entry_json(writer, discreet ? without_words(found.entry) : found.entry);
  std::string sentence;
  std::vector<std::string> matches;
  if (!discreet) {
    for (ExcerptPiece& piece : excerpt_of(found.entry.text, found.spans, kAround)) {
      sentence += piece.text;
      if (piece.found) matches.push_back(std::move(piece.text));
    }
  }
  writer.field("sentence", sentence).key("matches").begin_array();
  for (const std::string& match : matches) writer.value(match);
  writer.end_array().end_object();
}

std::string set(const FoundEntry& found, const std::string& format, Session& session) {
  if (format == "short") return as_short(found, session);
  if (format == "markdown") return as_markdown(found, session);
  return as_text(found, session);
}

ExitCode search(const JournalSearchOptions& options, Session& session) {
  const SearchQuery query = read_query(options);
  const EntryFilter filter = read_entry_filter(options.filter, session);
  const std::string format = options.format.value_or("text");
  std::string json;
  JsonWriter writer(json);
  if (format == "json") {
    writer.begin_object().field("format", "lull.search/1").key("results").begin_array();
  }
  int count = 0;
  search_entries(session.store(), query, filter, options.rank, [&](FoundEntry&& found) {
    if (format == "json") {
      write_json(writer, found, session);
      session.out() << json;
      json.clear();
    } else {
      session.out() << (count > 0 && format != "short" ? "\n" : "") << set(found, format, session);
    }
    ++count;
    return true;
  });
  if (format == "json") {
    writer.end_array().end_object();
    session.out() << json << '\n';
  }
  if (count == 0 && format != "json") session.say("Nothing was found.");
  return count > 0 ? ExitCode::done : ExitCode::none;
}

}  // namespace

Action bind_journal_search(Options& options) {
  auto values = std::make_shared<JournalSearchOptions>();
  options.words_with_dashes("WORD", values->words,
                            "what to look for: words, \"a phrase\", -without, begin*");
  options.flag("--rank", values->rank, "the best first, not the newest");
  bind_entry_filter(options, values->filter);
  options.choice("--format", "FORMAT", values->format, {"text", "short", "json", "markdown"},
                 "text, short (a line each), json, or markdown");
  return [values](Session& session) { return search(*values, session); };
}

}  // namespace lull
