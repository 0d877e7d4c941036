#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lull {

using Lines = std::vector<std::string>;

/// Without the ends of the lines.
Lines split_lines(std::string_view text);
/// The text with what scdoc would read as its own marks escaped.
std::string escape_scdoc(std::string_view text);
std::string bold(std::string_view text);
/// Markdown within a line as scdoc: `code`, **bold**, [words](address).
std::string inline_to_scdoc(std::string_view text);
/// Paragraphs, lists and indented examples of Markdown as scdoc. Tables are left out, and how a
/// command is called: those are written from the tables of the program.
std::string to_scdoc(const Lines& markdown);
/// "## journal add" to the lines below it.
std::map<std::string, Lines, std::less<>> sections_of(const std::string& markdown);

}  // namespace lull
