#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "lull/text/stems.hpp"
#include "source.hpp"

namespace lull {

/// Numbers for what a phrase asks of one word: a person, a stem, an exact form, or one of several
/// of these.
class Symbols {
 public:
  explicit Symbols(const CodebookSource& source);

  std::uint32_t person(const std::string& name);
  /// "fight" in any form, "=left" in that form alone.
  std::uint32_t word(const std::string& word);
  /// From now on whatever stands for `symbol` stands for `wider` too.
  void widen(std::uint32_t symbol, std::uint32_t wider) { holders_[symbol].push_back(wider); }
  std::uint32_t any_of(std::vector<std::uint32_t> symbols);

  std::uint32_t size() const { return static_cast<std::uint32_t>(numbers_.size()); }
  /// Every word and "~stem" that stands for some symbol, with all it stands for in ascending order.
  std::map<std::string, std::vector<std::uint32_t>> by_word() const;
  /// All that a person stands for, the person's own symbol among them.
  std::vector<std::uint32_t> of_person(std::uint32_t person) const;

 private:
  std::uint32_t number(const std::string& key);
  std::vector<std::uint32_t> closed(std::vector<std::uint32_t> symbols) const;

  const CodebookSource& source_;
  Stemmer stemmer_;
  std::map<std::string, std::uint32_t> numbers_;
  std::map<std::uint32_t, std::vector<std::uint32_t>>
      holders_;  // a symbol, and the choices it is in
};

}  // namespace lull
