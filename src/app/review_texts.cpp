#include <string>
#include <string_view>

#include "lull/base/parts.hpp"
#include "lull/base/utf8.hpp"
#include "lull/text/language.hpp"
#include "lull/text/markers.hpp"
#include "lull/text/theme_finder.hpp"
#include "review_parts.hpp"

namespace lull {
namespace {

// Under so many entries a second thread costs more than it saves.
constexpr std::size_t kFewEntries = 64;

void read_some(ReviewSources& sources, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const std::string& text = sources.entries[i].text;
    sources.evidence[i] = find_themes(text);
    std::erase_if(sources.evidence[i], [&](const Evidence& evidence) {
      const TextSpan span = evidence.sentence;
      return sources.set_aside.holds(
          evidence.theme, std::string_view(text).substr(span.begin, span.end - span.begin));
    });
    sources.denials[i] = find_denials(text);
    sources.markers[i] = count_markers(text);
    sources.words[i] = count_words(text);
    sources.unread[i] = is_unread_language(text) ? 1 : 0;
  }
}

}  // namespace

void read_texts(ReviewSources& sources) {
  const std::size_t count = sources.entries.size();
  sources.evidence.resize(count);
  sources.denials.resize(count);
  sources.markers.resize(count);
  sources.words.resize(count);
  sources.unread.resize(count);
  in_parts(count, kFewEntries,
           [&](std::size_t begin, std::size_t end) { read_some(sources, begin, end); });
}

}  // namespace lull
