#pragma once

#include <string>
#include <string_view>

namespace lull {

/// Text for an HTML element or a quoted attribute: & < > " ' become references, and what can't be
/// seen (control characters, marks that turn the direction of writing) becomes visible.
std::string html_escape(std::string_view text);

/// Text for one line of CommonMark or one cell of its tables, anywhere in the line: it can open no
/// emphasis, link, code, heading, list, quotation, table cell, HTML or autolink. Line breaks become
/// spaces, and what can't be seen becomes visible. Ordinary prose stays as it is.
std::string markdown_escape(std::string_view text);

}  // namespace lull
