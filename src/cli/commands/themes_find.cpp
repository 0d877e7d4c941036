#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

#include "../own_codebook.hpp"
#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/base/json.hpp"
#include "lull/base/json_writer.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"
#include "lull/text/findings.hpp"

namespace lull {
namespace {

struct ThemesFindOptions {
  std::optional<std::string> file, format;
  bool lines = false;
};

std::string_view part_of(std::string_view text, TextSpan span) {
  return text.substr(span.begin, span.end - span.begin);
}

// A long text has much of it, so what was gathered goes out in between.
class Gathered {
 public:
  explicit Gathered(std::ostream& to) : to_(to) {}
  std::string& text() { return text_; }
  void pass_on(std::size_t from = 0) {
    if (text_.size() < from) return;
    to_ << text_;
    text_.clear();
  }

 private:
  std::ostream& to_;
  std::string text_;
};

constexpr std::size_t kMuch = 65'536;

void write_evidence(JsonWriter& json, std::string_view text, const Evidence& evidence) {
  json.begin_object().field("sentence", part_of(text, evidence.sentence));
  json.field("begin", evidence.sentence.begin).field("end", evidence.sentence.end);
  json.key("words").begin_array();
  for (const TextSpan& word : evidence.words) json.value(part_of(text, word));
  json.end_array().key("strength").rounded(evidence.strength);
  json.field("whose", to_string(evidence.whose)).end_object();
}

void write_themes(JsonWriter& json, Gathered& gathered, std::string_view text,
                  const std::vector<Evidence>& found) {
  std::map<Theme, std::vector<const Evidence*>> by_theme;
  for (const Evidence& evidence : found) by_theme[evidence.theme].push_back(&evidence);
  json.key("themes").begin_array();
  for (const auto& [theme, pieces] : by_theme) {
    double strength = 0;
    for (const Evidence* evidence : pieces) strength = std::max(strength, evidence->strength);
    json.begin_object().field("id", to_string(theme)).key("strength").rounded(strength);
    json.key("evidence").begin_array();
    for (const Evidence* evidence : pieces) {
      write_evidence(json, text, *evidence);
      gathered.pass_on(kMuch);
    }
    json.end_array().end_object();
  }
  json.end_array();
}

void write_text(std::string_view text, const Findings& found, Session& session) {
  for (const Evidence& evidence : found.evidence) {
    session.out() << fmt::format("{} ({})\n  {}\n", label_of(evidence.theme),
                                 to_string(evidence.whose),
                                 make_visible_line(part_of(text, evidence.sentence)));
  }
  if (!found.evidence.empty()) return;
  session.say(found.unread ? "This is in a language that lull does not read."
                           : "No reason is stated here. That is a normal result.");
}

// One passage a line, {"id", "text"}: for whoever measures how well themes are found.
ExitCode find_in_lines(std::string_view text, const Codebook& codebook, Session& session) {
  int number = 0;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const JsonValue passage = parse_json(line, fmt::format("line {}", number));
    const JsonValue* id = passage.find("id");
    const JsonValue* words = passage.find("text");
    if (id == nullptr || id->as_string() == nullptr || words == nullptr ||
        words->as_string() == nullptr) {
      throw Error(ErrorKind::usage,
                  fmt::format("could not read line {}: it lacks an \"id\" or a \"text\"", number),
                  "one line: {\"id\": \"1\", \"text\": \"We stopped talking.\"}");
    }
    Gathered gathered(session.out());
    JsonWriter json(gathered.text(), 0);
    json.begin_object().field("id", *id->as_string());
    write_themes(json, gathered, *words->as_string(), find_themes(*words->as_string(), codebook));
    json.end_object();
    gathered.text() += '\n';
    gathered.pass_on();
  }
  return ExitCode::done;
}

std::string read_text(const ThemesFindOptions& options, Session& session) {
  if (options.file && *options.file != "-") {
    std::optional<std::string> text = read_file(*options.file);
    if (text) return std::move(*text);
    throw Error(ErrorKind::not_found, "could not read the file: there is none of that name");
  }
  const Typed typed = session.terminal().input_is_terminal()
                          ? session.terminal().write_inline("Write or paste. ^D ends.\n")
                          : session.terminal().read_input();
  if (typed.interrupted) throw Error(ErrorKind::interrupted, "interrupted; nothing was kept");
  return typed.text;
}

ExitCode find_in_text(const ThemesFindOptions& options, Session& session) {
  const Codebook codebook = own_codebook(session);
  const std::string text = read_text(options, session);
  if (options.lines) return find_in_lines(text, codebook, session);
  if (const auto at = find_invalid_utf8(text)) {
    throw Error(ErrorKind::usage,
                fmt::format("could not read the text: byte {} is not valid UTF-8", *at + 1));
  }
  const Findings found = read_findings(text, codebook);
  if (session.hides_words()) {
    session.say("Under --discreet no theme is shown.");
  } else if (options.format == "json") {
    Gathered gathered(session.out());
    JsonWriter json(gathered.text());
    json.begin_object().field("format", "lull.themes/1").field("unread", found.unread);
    write_themes(json, gathered, text, found.evidence);
    json.end_object();
    gathered.text() += '\n';
    gathered.pass_on();
  } else {
    write_text(text, found, session);
  }
  return found.evidence.empty() ? ExitCode::none : ExitCode::done;
}

}  // namespace

Action bind_themes_find(Options& options) {
  auto values = std::make_shared<ThemesFindOptions>();
  options.word("FILE", values->file, "the text; - or nothing reads standard input");
  options.choice("--format", "FORMAT", values->format, {"text", "json"}, "text or json");
  options.flag("--jsonl", values->lines,
               "{\"id\", \"text\"} a line in, {\"id\", \"themes\"} a line out");
  return [values](Session& session) { return find_in_text(*values, session); };
}

}  // namespace lull
