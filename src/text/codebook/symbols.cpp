#include "symbols.hpp"

#include <algorithm>
#include <set>

namespace lull {
namespace {

void sort_unique(std::vector<std::uint32_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

std::string stem_key(const std::string& stem) { return std::string("~").append(stem); }

}  // namespace

Symbols::Symbols(const CodebookSource& source) : source_(source) {
  for (const auto& [name, phrases] : source.people) number(std::string("@").append(name));
}

std::uint32_t Symbols::number(const std::string& key) {
  return numbers_.emplace(key, static_cast<std::uint32_t>(numbers_.size())).first->second;
}

std::uint32_t Symbols::person(const std::string& name) {
  return number(std::string("@").append(name));
}

std::uint32_t Symbols::word(const std::string& word) {
  if (word.starts_with("=")) return number(word);
  const auto lemmas = source_.lemmas.find(word);
  if (lemmas != source_.lemmas.end())
    return number(stem_key(stemmer_.stem(lemmas->second.front())));
  return number(stem_key(stemmer_.stem(word)));
}

std::uint32_t Symbols::any_of(std::vector<std::uint32_t> symbols) {
  sort_unique(symbols);
  if (symbols.size() == 1) return symbols.front();
  std::string key = "{";
  for (const std::uint32_t symbol : symbols) key += std::to_string(symbol) + ",";
  const bool known = numbers_.contains(key);
  const std::uint32_t choice = number(key);
  if (!known) {
    for (const std::uint32_t symbol : symbols) holders_[symbol].push_back(choice);
  }
  return choice;
}

// Choices may hold choices: a slot within a bracket.
std::vector<std::uint32_t> Symbols::closed(std::vector<std::uint32_t> symbols) const {
  std::set<std::uint32_t> all;
  while (!symbols.empty()) {
    const std::uint32_t symbol = symbols.back();
    symbols.pop_back();
    if (!all.insert(symbol).second) continue;
    const auto choices = holders_.find(symbol);
    if (choices != holders_.end()) {
      symbols.insert(symbols.end(), choices->second.begin(), choices->second.end());
    }
  }
  return {all.begin(), all.end()};
}

std::vector<std::uint32_t> Symbols::of_person(std::uint32_t person) const {
  return closed({person});
}

std::map<std::string, std::vector<std::uint32_t>> Symbols::by_word() const {
  std::map<std::string, std::vector<std::uint32_t>> words;
  const auto add = [&](const std::string& word, const std::string& key) {
    const auto known = numbers_.find(key);
    if (known != numbers_.end()) words[word].push_back(known->second);
  };
  for (const auto& [key, symbol] : numbers_) {
    if (key.front() == '~') words[key].push_back(symbol);
    if (key.front() == '=') {
      words[key.substr(1)].push_back(symbol);
      add(key.substr(1), stem_key(stemmer_.stem(key.substr(1))));
    }
  }
  for (const auto& [form, lemmas] : source_.lemmas) {
    add(form, "=" + form);
    add(form, stem_key(stemmer_.stem(form)));
    for (const std::string& lemma : lemmas) add(form, stem_key(stemmer_.stem(lemma)));
  }
  for (auto& [word, symbols] : words) symbols = closed(symbols);
  return words;
}

}  // namespace lull
