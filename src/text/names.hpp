#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace lull {

/// A capital letter, and a small one after it.
bool begins_like_a_name(std::string_view raw);
/// "Anna" of "Anna's".
std::string_view without_ending(std::string_view raw);

/// Names of people in a passage, beside those that the codebook lists: words with a capital letter
/// that it does not know, that stand within a sentence and come back. Gathered while the passage is
/// read; then its sentences with a name are read again.
class Names {
 public:
  void clear() { seen_.clear(); }
  /// A word with a capital letter, and the word before it ("" at the beginning of a sentence).
  void meet(std::string_view raw, std::string_view before, bool known);
  bool holds(std::string_view raw) const;
  bool any() const;
  /// "My sister Anna": somebody else wherever she is named.
  bool is_other(std::string_view raw) const;

 private:
  struct Seen {
    int times = 0, within = 0;
    bool known = false, other = false;
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, Seen, Hash, std::equal_to<>> seen_;
};

}  // namespace lull
