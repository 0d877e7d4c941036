#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace lull {

/// English stems by Snowball's stemmer (Porter 2). Not for use by two threads at once.
class Stemmer {
 public:
  Stemmer();

  /// The stem of a folded word: "arguing" and "argued" are both "argu".
  std::string stem(std::string_view word) const;

 private:
  struct Closer {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Closer> stemmer_;
};

}  // namespace lull
