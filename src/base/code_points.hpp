#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lull {

/// One code point of a text, or one byte that belongs to none.
struct CodePoint {
  std::int32_t value = 0;  ///< the byte itself when it is not sound
  std::size_t size = 1;    ///< bytes of the text it takes
  bool sound = true;       ///< false for a byte that is not part of valid UTF-8
};

/// The code point that begins at `place`, which must be inside the text.
CodePoint code_point_at(std::string_view text, std::size_t place);

/// Whether a reader can't see what the code point does: controls (line feed and tab too), bidi
/// controls, line and paragraph separators, invisible operators, annotations, tags, byte order
/// marks and non-characters. The joiners that emoji and many scripts need are not among them.
bool is_hidden(std::int32_t code_point);

/// The bytes that a terminal shows as one sign, and the columns they take.
struct Cluster {
  std::string_view bytes;
  int width = 0;
};

/// The grapheme cluster that begins at `place`, which must be inside the text and at the start of
/// a cluster. A bad byte is a cluster of its own.
Cluster cluster_at(std::string_view text, std::size_t place);

/// Printable ASCII alone: one column a byte, nothing to decode.
bool is_plain(std::string_view text);

}  // namespace lull
