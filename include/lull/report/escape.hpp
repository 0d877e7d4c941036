#pragma once

#include <string>
#include <string_view>

namespace lull {

/// Text for an HTML element or a quoted attribute: & < > " ' become references, and what can't be
/// seen (control characters, marks that turn the direction of writing) becomes visible.
std::string html_escape(std::string_view text);

/// Where text goes in CommonMark: what opens a list or a heading does so only at the start of a
/// line.
enum class MarkdownPlace { line_start, within_line };

/// Text for one line of CommonMark or one cell of its tables: it can open no emphasis, link, code,
/// heading, list, quotation, table cell, HTML or autolink. Line breaks become spaces, and what
/// can't be seen becomes visible. Ordinary prose stays as it is.
std::string markdown_escape(std::string_view text, MarkdownPlace place = MarkdownPlace::line_start);

}  // namespace lull
