// Reads passages, {"id", "text"} a line, and writes what is found in them, {"id", "themes"} a line,
// as `lull themes find --jsonl` does: for the scorer.
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "lull/text/findings.hpp"

namespace {

using nlohmann::ordered_json;

ordered_json themes_of(const std::string& text) {
  std::map<lull::Theme, ordered_json> themes;
  for (const lull::Evidence& evidence : lull::find_themes(text)) {
    ordered_json& theme = themes[evidence.theme];
    if (theme.is_null())
      theme = {{"id", lull::to_string(evidence.theme)},
               {"strength", 0.0},
               {"evidence", ordered_json::array()}};
    theme["strength"] = std::max(theme["strength"].get<double>(), evidence.strength);
    ordered_json words = ordered_json::array();
    for (const lull::TextSpan& word : evidence.words)
      words.push_back(text.substr(word.begin, word.end - word.begin));
    theme["evidence"].push_back(
        {{"sentence",
          text.substr(evidence.sentence.begin, evidence.sentence.end - evidence.sentence.begin)},
         {"words", words},
         {"whose", lull::to_string(evidence.whose)},
         {"strength", evidence.strength}});
  }
  ordered_json list = ordered_json::array();
  for (auto& [id, theme] : themes) list.push_back(std::move(theme));
  return list;
}

}  // namespace

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    if (line.empty()) continue;
    const auto passage = nlohmann::json::parse(line);
    const ordered_json found{{"id", passage["id"]}, {"themes", themes_of(passage["text"])}};
    std::cout << found.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  }
  return 0;
}
