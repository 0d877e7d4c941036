#include "csv.hpp"

namespace lull {
namespace {

constexpr std::string_view kFormulaBegins = "=+-@\t\r";
constexpr std::string_view kNeedsQuotes = ",\"\r\n";

std::string cell(std::string_view text) {
  std::string plain;
  if (!text.empty() && kFormulaBegins.find(text.front()) != std::string_view::npos) plain = "'";
  plain += text;
  if (plain.find_first_of(kNeedsQuotes) == std::string::npos) return plain;
  std::string quoted = "\"";
  for (const char c : plain) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : ",") + cell(cells[i]);
  return line + '\n';
}

}  // namespace lull
