#include <future>
#include <map>
#include <string>
#include <string_view>

#include "lull/base/parts.hpp"
#include "lull/base/utf8.hpp"
#include "lull/text/findings.hpp"
#include "lull/text/quotes.hpp"
#include "review_parts.hpp"

namespace lull {
namespace {

// Under so many entries a second thread costs more than it saves.
constexpr std::size_t kFewEntries = 64;
constexpr std::size_t kPhrasesShown = 5;

void read_some(ReviewSources& sources, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const std::string& text = sources.entries[i].text;
    Findings findings = read_findings(text, sources.codebook);
    std::erase_if(findings.evidence, [&](const Evidence& evidence) {
      const TextSpan span = evidence.sentence;
      return sources.set_aside.holds(
          evidence.theme, std::string_view(text).substr(span.begin, span.end - span.begin));
    });
    sources.evidence[i] = std::move(findings.evidence);
    sources.denials[i] = std::move(findings.denials);
    sources.markers[i] = findings.markers;
    sources.words[i] = count_words(text);
    sources.unread[i] = findings.unread ? 1 : 0;
  }
}

// One text a day, so that a phrase is counted by the days it was written on.
std::vector<PhraseCount> count_phrases(const std::vector<Entry>& entries) {
  std::map<Day, std::string> by_day;
  for (const Entry& entry : entries) by_day[entry.at.day].append(entry.text).append("\n");
  std::vector<std::string_view> texts;
  texts.reserve(by_day.size());
  for (const auto& [day, text] : by_day) texts.push_back(text);
  return repeated_phrases(texts, kPhrasesShown);
}

}  // namespace

void read_texts(ReviewSources& sources) {
  const std::size_t count = sources.entries.size();
  sources.evidence.resize(count);
  sources.denials.resize(count);
  sources.markers.resize(count);
  sources.words.resize(count);
  sources.unread.resize(count);
  const auto policy = count < kFewEntries ? std::launch::deferred : std::launch::async;
  auto phrases = std::async(policy, [&] { return count_phrases(sources.entries); });
  in_parts(count, kFewEntries,
           [&](std::size_t begin, std::size_t end) { read_some(sources, begin, end); });
  sources.phrases = phrases.get();
}

}  // namespace lull
