#include "expansion.hpp"

#include <set>
#include <stdexcept>

#include "lull/text/tokens.hpp"

namespace lull {
namespace {

constexpr std::size_t kMostWays = 3000;

}  // namespace

std::vector<Steps> Expansion::expand(const std::string& phrase) {
  std::vector<Steps> ways = of(parse_pattern(phrase));
  for (Steps& way : ways) {
    // What a gap led to may have been left out: then the gap leads nowhere.
    while (!way.empty() && way.back().gap > 0) way.pop_back();
    if (way.empty()) throw std::invalid_argument("every word of it may be left out");
    if (way.front().gap > 0) throw std::invalid_argument("it begins with a gap");
  }
  return ways;
}

std::vector<Steps> Expansion::of(const Pattern& pattern) {
  switch (pattern.kind) {
    case Pattern::Kind::word:
      return {of_word(pattern.word)};
    case Pattern::Kind::gap:
      return {{Step{0, pattern.gap}}};
    case Pattern::Kind::slot:
      return of_slot(pattern.word);
    case Pattern::Kind::sequence:
      return of_sequence(pattern);
    case Pattern::Kind::choice:
      return of_choice(pattern);
  }
  return {};
}

Steps Expansion::of_word(const std::string& word) {
  if (word.starts_with("=")) return {Step{symbols_.word(word), 0}};
  const auto spelled = source_.spelling.find(word);
  Steps steps;
  if (spelled != source_.spelling.end()) {
    for (const std::string& part : spelled->second) steps.push_back({symbols_.word(part), 0});
    return steps;
  }
  for (const std::string& part : split_contraction(word)) steps.push_back({symbols_.word(part), 0});
  return steps;
}

std::vector<Steps> Expansion::of_slot(const std::string& name) {
  if (source_.people.contains(name)) return {{Step{symbols_.person(name), 0}}};
  const auto known = slots_.find(name);
  if (known != slots_.end()) return known->second;
  const auto slot = source_.slots.find(name);
  if (slot == source_.slots.end()) throw std::invalid_argument("there is no slot @" + name);
  slots_[name] = {};  // a slot that names itself finds nothing there, and ends
  std::vector<Steps> ways;
  for (const Phrase& phrase : slot->second) {
    for (Steps& way : of(parse_pattern(phrase.text))) ways.push_back(std::move(way));
  }
  return slots_[name] = merged(ways);
}

std::vector<Steps> Expansion::of_sequence(const Pattern& pattern) {
  std::vector<Steps> ways{{}};
  for (const Pattern& child : pattern.children) {
    const std::vector<Steps> tails = of(child);
    std::vector<Steps> longer;
    if (ways.size() * tails.size() > kMostWays)
      throw std::invalid_argument("it stands for too many phrases");
    for (const Steps& way : ways) {
      for (const Steps& tail : tails) {
        longer.push_back(way);
        longer.back().insert(longer.back().end(), tail.begin(), tail.end());
      }
    }
    ways = std::move(longer);
  }
  return ways;
}

std::vector<Steps> Expansion::of_choice(const Pattern& pattern) {
  std::vector<Steps> ways;
  for (const Pattern& child : pattern.children) {
    for (Steps& way : of(child)) ways.push_back(std::move(way));
  }
  return merged(ways);
}

// All ways of a single word become one symbol, so that a choice costs no more than a word.
std::vector<Steps> Expansion::merged(const std::vector<Steps>& ways) {
  std::vector<std::uint32_t> single;
  std::set<Steps> longer;
  for (const Steps& way : ways) {
    if (way.size() == 1 && way.front().gap == 0) {
      single.push_back(way.front().symbol);
    } else {
      longer.insert(way);
    }
  }
  std::vector<Steps> result(longer.begin(), longer.end());
  if (!single.empty()) result.push_back({Step{symbols_.any_of(std::move(single)), 0}});
  return result;
}

}  // namespace lull
