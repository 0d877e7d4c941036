#include <algorithm>
#include <future>
#include <string>
#include <string_view>
#include <thread>

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
      const Span span = evidence.sentence;
      return sources.set_aside.holds(
          evidence.theme, std::string_view(text).substr(span.begin, span.end - span.begin));
    });
    sources.markers[i] = count_markers(text);
  }
}

}  // namespace

void read_texts(ReviewSources& sources) {
  const std::size_t count = sources.entries.size();
  sources.evidence.resize(count);
  sources.markers.resize(count);
  const std::size_t parts =
      count < kFewEntries ? 1 : std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
  std::vector<std::future<void>> others;
  for (std::size_t part = 1; part < parts; ++part) {
    others.push_back(std::async(std::launch::async, read_some, std::ref(sources),
                                count * part / parts, count * (part + 1) / parts));
  }
  read_some(sources, 0, count / parts);
  for (std::future<void>& other : others) other.get();
}

}  // namespace lull
