#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace lull {

template <typename Enum>
struct Name {
  Enum value{};
  std::string_view word;
};
// Said aloud for compilers that do not yet deduce it for an aggregate.
template <typename Enum>
Name(Enum, std::string_view) -> Name<Enum>;

/// The words for the values of an enum, both ways. The rows are in the order of the enum and leave
/// nothing out in between: a table that does not is refused when it is compiled.
template <typename Enum, std::size_t kSize>
class NameTable {
 public:
  consteval explicit NameTable(const Name<Enum> (&rows)[kSize]) {
    for (std::size_t i = 0; i < kSize; ++i) {
      if (static_cast<std::size_t>(rows[i].value) != i) throw "rows are not in the enum's order";
      values_[i] = rows[i].value;
      words_[i] = rows[i].word;
    }
  }

  constexpr std::string_view word_of(Enum value) const {
    return words_.at(static_cast<std::size_t>(value));
  }

  constexpr std::optional<Enum> parse(std::string_view word) const {
    for (std::size_t i = 0; i < kSize; ++i) {
      if (words_[i] == word) return values_[i];
    }
    return std::nullopt;
  }

  constexpr const std::array<Enum, kSize>& values() const { return values_; }

 private:
  std::array<Enum, kSize> values_{};
  std::array<std::string_view, kSize> words_{};
};

}  // namespace lull
