#include <algorithm>
#include <ostream>

#include "lull/base/utf8.hpp"
#include "lull/report/escape.hpp"
#include "lull/report/renderer.hpp"
#include "terminal_parts.hpp"

namespace lull {
namespace {

constexpr int kDrawing = 72;

std::string_view marker_of(Face face) {
  switch (face) {
    case Face::plain:
      return "";
    case Face::strong:
    case Face::mark:
      return "**";
    case Face::emphasis:
      return "*";
  }
  return "";
}

// A mark that touches a space is no mark in CommonMark, so spaces are moved outside.
std::string inline_text(const Text& text) {
  std::string out;
  for (const Piece& piece : text) {
    const std::string words = make_visible_line(piece.text);
    const auto place = out.empty() ? MarkdownPlace::line_start : MarkdownPlace::within_line;
    const std::size_t begin = words.find_first_not_of(' ');
    if (piece.face == Face::plain || begin == std::string::npos) {
      out += markdown_escape(words, place);
      continue;
    }
    const std::size_t end = words.find_last_not_of(' ') + 1;
    const std::string_view marker = marker_of(piece.face);
    out += words.substr(0, begin);
    out += marker;
    out += markdown_escape(words.substr(begin, end - begin), MarkdownPlace::within_line);
    out += marker;
    out += words.substr(end);
  }
  return out;
}

std::string in_line(std::string_view text) {
  return markdown_escape(text, MarkdownPlace::within_line);
}

class MarkdownPage {
 public:
  explicit MarkdownPage(std::ostream& out) : out_(out) {}

  void operator()(const Heading& heading) {
    open_block();
    out_ << std::string(static_cast<std::size_t>(heading.level), '#') << ' '
         << in_line(heading.text) << '\n';
  }
  void operator()(const Paragraph& paragraph) {
    open_block();
    out_ << inline_text(paragraph.text) << '\n';
  }
  void operator()(const Quotation& quotation) {
    open_block();
    put_quotation(quotation);
  }
  void operator()(const Pairing& pairing) {
    open_block();
    out_ << "**" << in_line(pairing.topic) << "**\n\n";
    put_quotation(pairing.one);
    // Two quotations with only an empty line between them would be read as one by some.
    out_ << "\nand\n\n";
    put_quotation(pairing.other);
  }
  void operator()(const Table& table) {
    open_block();
    put_table(table);
  }
  void operator()(const BulletList& list) {
    open_block();
    for (const Text& item : list.items) out_ << "- " << inline_text(item) << '\n';
  }
  void operator()(const Facts& facts) {
    open_block();
    for (const Fact& fact : facts.items) {
      out_ << "- " << markdown_escape(fact.label) << ": **" << in_line(fact.value) << "**\n";
    }
  }
  void operator()(const Note& note) {
    open_block();
    if (!note.title.empty()) out_ << "> **" << in_line(note.title) << "**\n";
    for (const Text& line : note.lines) out_ << ">\n> " << inline_text(line) << '\n';
  }
  void operator()(const Questions& questions) {
    open_block();
    for (const Questions::Item& item : questions.items) {
      out_ << "- " << markdown_escape(item.question) << '\n';
      if (!item.answer.empty()) out_ << "  \n  " << markdown_escape(item.answer) << '\n';
    }
  }
  void operator()(const BarChart& chart) {
    put_words(chart.words);
    put_table(chart.words.numbers);
  }
  void operator()(const LineChart& chart) {
    put_words(chart.words);
    put_drawing(draw_line(chart, kDrawing));
    put_compact(chart.words.numbers);
  }
  void operator()(const CalendarChart& chart) {
    put_words(chart.words);
    put_drawing(draw_calendar(chart, kDrawing));
    put_table(chart.words.numbers);
  }
  void operator()(const SmallMultiples& chart) {
    put_words(chart.words);
    put_drawing(draw_multiples(chart, kDrawing));
    put_table(chart.words.numbers);
  }
  void operator()(const HourGrid& chart) {
    put_words(chart.words);
    put_table(chart.words.numbers);
  }
  void operator()(const PageBreak&) {}

  void title(const Document& document) {
    out_ << "# " << in_line(document.title) << "\n\n" << markdown_escape(document.subtitle) << '\n';
    begun_ = true;
  }
  void footer(const Document& document) {
    if (document.footer.empty()) return;
    out_ << "\n---\n\n" << markdown_escape(document.footer) << '\n';
  }

 private:
  void open_block() {
    if (begun_) out_ << '\n';
    begun_ = true;
  }
  void put_quotation(const Quotation& quotation) {
    out_ << "> " << inline_text(quotation.text) << '\n';
    if (quotation.source.empty()) return;
    out_ << ">\n> *" << in_line(quotation.source) << "*\n";
  }
  void put_words(const ChartWords& words) {
    open_block();
    out_ << "**" << in_line(words.title) << ".** " << in_line(words.description) << "\n\n";
  }
  // No line of a drawing can close its fence: the fence is longer than any run within.
  void put_drawing(const Lines& lines) {
    std::string fence = "```";
    for (const std::string& line : lines) {
      while (line.find(fence) != std::string::npos) fence += '`';
    }
    out_ << fence << "text\n";
    for (const std::string& line : lines) out_ << make_visible(line) << '\n';
    out_ << fence << "\n\n";
  }
  void put_compact(const Table& table) {
    out_ << markdown_escape(table.columns.back().title) << ": ";
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      out_ << (i == 0 ? "" : ", ") << in_line(table.rows[i].front()) << " **"
           << in_line(table.rows[i].back()) << "**";
    }
    out_ << ".\n";
  }
  void put_table(const Table& table);

  std::ostream& out_;
  bool begun_ = false;
};

std::string padded(const std::string& cell, int width, bool numeric) {
  if (!numeric) return pad_to_width(cell, width);
  return std::string(static_cast<std::size_t>(std::max(0, width - width_of(cell))), ' ') + cell;
}

// Columns are padded, so that the table can be read as it stands; a long cell is not padded to.
void MarkdownPage::put_table(const Table& table) {
  constexpr int kWidestPad = 32;
  if (!table.caption.empty()) out_ << markdown_escape(table.caption) << "\n\n";
  std::vector<std::vector<std::string>> rows(1);
  for (const Column& column : table.columns) rows[0].push_back(in_line(column.title));
  for (const auto& row : table.rows) {
    rows.emplace_back();
    for (const std::string& cell : row) rows.back().push_back(in_line(cell));
  }
  std::vector<int> widths(table.columns.size(), 3);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], std::min(kWidestPad, width_of(row[i])));
    }
  }
  for (std::size_t line = 0; line < rows.size(); ++line) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      out_ << (i == 0 ? "| " : " | ") << padded(rows[line][i], widths[i], table.columns[i].numeric);
    }
    out_ << " |\n";
    if (line > 0) continue;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const bool numeric = table.columns[i].numeric;
      out_ << "| " << std::string(static_cast<std::size_t>(widths[i] - (numeric ? 1 : 0)), '-')
           << (numeric ? ":" : "") << ' ';
    }
    out_ << "|\n";
  }
}

}  // namespace

void MarkdownRenderer::render(const Document& document, std::ostream& out) const {
  MarkdownPage page(out);
  page.title(document);
  for (const Block& block : document.blocks) std::visit(page, block);
  page.footer(document);
}

}  // namespace lull
