#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lull {

/// The place of the first byte that is not valid UTF-8, or of the first NUL; nothing when the text
/// is sound.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Bytes of the grapheme cluster, what a reader takes for one sign, that begins at `place`, which
/// must be inside the text and at the beginning of one. A bad byte is one of its own.
std::size_t cluster_size(std::string_view text, std::size_t place);

/// Columns that the text takes on a terminal, by grapheme clusters: a cluster is as wide as its
/// widest character; an emoji with VS16 and a pair of regional indicators take two; a bad byte one.
int width_of(std::string_view text);

/// `text` cut to at most `columns`, with "…" in the last one when something was cut.
std::string fit_to_width(std::string_view text, int columns);
/// `text` followed by spaces up to `columns`; longer text is left as it is.
std::string pad_to_width(std::string_view text, int columns);

/// Lines of at most `columns`, broken at spaces; a word that is longer is broken inside, but never
/// a sign that is wider than the line. Line breaks of the text are kept, spaces at a break and at
/// the end of a line are not. Never empty.
std::vector<std::string> wrap(std::string_view text, int columns);
/// The same as one text, with the spaces and line breaks that `text` ends with.
std::string fill(std::string_view text, int columns);

/// The text for searching: compatibility-decomposed, case-folded, without marks, with plain quotes,
/// hyphens and spaces. "Café" and "CAFE" agree, and so do both ways to type an apostrophe. Bad
/// bytes become U+FFFD.
std::string fold(std::string_view text);
/// NFC, for passphrases. Text that is not UTF-8 is left as it is.
std::string compose(std::string_view text);

/// What may go to a terminal or a log: control characters, escapes, bidi controls, line separators,
/// tags and bad bytes are shown visibly (␛, \x9b, U+202E), a tab as four spaces, CR LF as a line
/// break; only line breaks stay as they are.
/// Stored bytes are never changed by it.
std::string make_visible(std::string_view text);
/// The same on one line: line breaks and tabs become spaces, runs of spaces one.
std::string make_visible_line(std::string_view text);

/// Words as a person counts them: runs between white space that hold a letter or digit.
std::size_t count_words(std::string_view text);

}  // namespace lull
