#include "lull/text/stems.hpp"

#include <libstemmer.h>

#include "lull/base/error.hpp"

namespace lull {

void Stemmer::Closer::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Stemmer::Stemmer() : stemmer_(sb_stemmer_new("english", "UTF_8")) {
  if (!stemmer_) throw Error(ErrorKind::internal, "could not stem words: no English stemmer");
}

std::string Stemmer::stem(std::string_view word) const {
  const auto* stem =
      sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                      static_cast<int>(word.size()));
  if (stem == nullptr) throw Error(ErrorKind::internal, "could not stem a word: out of memory");
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

}  // namespace lull
