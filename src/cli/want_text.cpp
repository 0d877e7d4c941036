#include "want_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lull/base/utf8.hpp"
#include "questions.hpp"

namespace lull {

const std::vector<std::string>& want_topic_words() {
  static const std::vector<std::string> kWords{"marriage", "children",  "home",    "work", "faith",
                                               "money",    "closeness", "freedom", "other"};
  return kWords;
}

std::string details_of(const Want& want) {
  std::vector<std::string> parts;
  if (want.source != WantSource::own) {
    parts.emplace_back(want.source == WantSource::heard ? "heard from them" : "guessed");
  }
  if (!want.horizon.empty()) parts.push_back(make_visible_line(want.horizon));
  if (want.clarity) parts.push_back(fmt::format("clarity {} of 5", *want.clarity));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string want_line(const Want& want, bool discreet) {
  if (discreet) return std::string(to_string(want.topic));
  const std::string details = details_of(want);
  return fmt::format("{}{}", make_visible_line(want.text),
                     details.empty() ? "" : fmt::format(" ({})", details));
}

std::optional<int> ask_clarity(Session& session) {
  return ask_number(session, "How clear is it, from 1 (a guess) to 5 (certain)?", 1, 5);
}

}  // namespace lull
