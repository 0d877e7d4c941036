#include "pattern.hpp"

#include <charconv>
#include <stdexcept>
#include <utility>

namespace lull {
namespace {

constexpr int kPlainGap = 3;
constexpr int kWidestGap = 12;

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Pattern whole() {
    Pattern pattern = choice();
    skip_spaces();
    if (at_ < text_.size()) throw std::invalid_argument("a bracket is closed that was not opened");
    return pattern;
  }

 private:
  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  bool next_is(char c) {
    skip_spaces();
    return at_ < text_.size() && text_[at_] == c;
  }

  Pattern choice() {
    Pattern pattern{Pattern::Kind::choice, {}, 0, {sequence()}};
    while (next_is('|')) {
      ++at_;
      pattern.children.push_back(sequence());
    }
    return pattern.children.size() == 1 ? std::move(pattern.children.front()) : pattern;
  }

  Pattern sequence() {
    Pattern pattern{Pattern::Kind::sequence, {}, 0, {}};
    while (!next_is('|') && !next_is(')') && !next_is(']') && at_ < text_.size()) {
      pattern.children.push_back(item());
    }
    if (pattern.children.empty())
      throw std::invalid_argument("there is no word where one is expected");
    return pattern.children.size() == 1 ? std::move(pattern.children.front()) : pattern;
  }

  Pattern bracket(char closing) {
    ++at_;
    Pattern inner = choice();
    if (!next_is(closing)) throw std::invalid_argument("a bracket is opened that is not closed");
    ++at_;
    return inner;
  }

  Pattern item() {
    skip_spaces();
    if (text_[at_] == '(') return bracket(')');
    if (text_[at_] == '[') {
      Pattern nothing{Pattern::Kind::sequence, {}, 0, {}};
      return {Pattern::Kind::choice, {}, 0, {bracket(']'), std::move(nothing)}};
    }
    const std::size_t end = std::min(text_.find_first_of(" ()[]|", at_), text_.size());
    const std::string_view word = text_.substr(at_, end - at_);
    at_ = end;
    if (word.starts_with("..")) return {Pattern::Kind::gap, {}, gap_of(word.substr(2)), {}};
    if (word.starts_with("@")) return {Pattern::Kind::slot, std::string(word.substr(1)), 0, {}};
    return {Pattern::Kind::word, std::string(word), 0, {}};
  }

  static int gap_of(std::string_view digits) {
    if (digits.empty()) return kPlainGap;
    int gap = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), gap);
    if (error != std::errc{} || end != digits.data() + digits.size() || gap < 1 ||
        gap > kWidestGap) {
      throw std::invalid_argument("a gap is \"..\" and perhaps a number from 1 to 12");
    }
    return gap;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Pattern parse_pattern(std::string_view text) { return Reader(text).whole(); }

}  // namespace lull
