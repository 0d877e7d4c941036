#include <algorithm>
#include <ostream>

#include "lull/base/utf8.hpp"
#include "lull/report/renderer.hpp"
#include "styled_text.hpp"
#include "terminal_parts.hpp"

namespace lull {
namespace {

constexpr int kProse = 76;

std::string repeat(std::string_view what, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += what;
  return out;
}

/// Writes block after block, with one empty line between them.
class TerminalPage {
 public:
  TerminalPage(std::ostream& out, int width, bool color)
      : out_(out), width_(width), prose_(std::min(width, kProse)), color_(color) {}

  void operator()(const Heading& heading) {
    if (heading.level == 2) out_ << '\n';
    open_block();
    const Lines lines = wrap(make_visible_line(heading.text), prose_);
    for (const std::string& line : lines) put(in_face(line, Face::strong, color_));
    if (heading.level == 2) put(repeat("═", width_of(lines.back())));
    if (heading.level == 3) put(repeat("─", width_of(lines.back())));
    tight_ = heading.level == 4;
  }
  void operator()(const Paragraph& paragraph) {
    open_block(paragraph.close);
    put(set_text(paragraph.text, prose_, color_));
  }
  void operator()(const Quotation& quotation) {
    open_block(quotation.close);
    put_quotation(quotation);
  }
  void operator()(const Pairing& pairing) {
    open_block();
    put_strong(pairing.topic, prose_);
    put_quotation(pairing.one);
    put("");
    put_quotation(pairing.other);
  }
  void operator()(const Table& table) {
    open_block();
    put(terminal_table(table, width_, color_));
  }
  void operator()(const BulletList& list) {
    open_block();
    for (const Text& item : list.items) put(set_text(item, prose_ - 4, color_), "  • ", "    ");
  }
  void operator()(const Facts& facts) {
    open_block();
    int labels = 0;
    for (const Fact& fact : facts.items)
      labels = std::max(labels, width_of(make_visible_line(fact.label)));
    labels = std::min(labels, prose_ / 2);
    for (const Fact& fact : facts.items) put_fact(fact, labels);
  }
  void operator()(const Note& note) {
    open_block();
    const char* edge = note.urgent ? "┃ " : "│ ";
    if (!note.title.empty()) put_strong(note.title, prose_ - 2, edge);
    for (const Text& line : note.lines) put(set_text(line, prose_ - 2, color_), edge, edge);
  }
  void operator()(const Questions& questions) {
    open_block();
    for (const Questions::Item& item : questions.items) {
      put(set_text(plain(item.question), prose_ - 4, color_), "  ? ", "    ");
      if (item.answer.empty()) continue;
      put(set_text(plain(item.answer), prose_ - 6, color_), "      ", "      ");
    }
  }
  void operator()(const BarChart& chart) {
    put_chart(chart.words, draw_bars(chart, width_));
    // Bars of several series show sums only; the table says what they are made of.
    if (chart.series.size() > 1) put_numbers(chart.words);
  }
  void operator()(const LineChart& chart) { put_chart(chart.words, draw_line(chart, width_)); }
  void operator()(const CalendarChart& chart) {
    put_chart(chart.words, draw_calendar(chart, width_));
    put_numbers(chart.words);
  }
  void operator()(const SmallMultiples& chart) {
    put_chart(chart.words, draw_multiples(chart, width_));
  }
  void operator()(const HourGrid& chart) { put_chart(chart.words, draw_grid(chart, width_)); }
  void operator()(const PageBreak&) {}

  void title(const Document& document) {
    put_strong(document.title, prose_);
    put(set_text(plain(document.subtitle), prose_, color_));
    begun_ = true;
  }
  void footer(const Document& document) {
    if (document.footer.empty()) return;
    out_ << '\n';
    open_block();
    put(set_text(plain(document.footer), prose_, color_));
  }

 private:
  void open_block(bool close = false) {
    if (begun_ && !tight_ && !close) out_ << '\n';
    begun_ = true;
    tight_ = false;
  }
  void put(const std::string& line) { out_ << line << '\n'; }
  void put(const Lines& lines, std::string_view first = "", std::string_view rest = "") {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      out_ << (i == 0 ? first : rest) << lines[i] << '\n';
    }
  }
  void put_strong(const std::string& text, int columns, std::string_view edge = "") {
    for (const std::string& line : wrap(make_visible_line(text), columns)) {
      out_ << edge << in_face(line, Face::strong, color_) << '\n';
    }
  }
  void put_quotation(const Quotation& quotation) {
    put(set_text(quotation.text, prose_ - 4, color_), "  │ ", "  │ ");
    if (quotation.source.empty()) return;
    put(set_text(plain(quotation.source), prose_ - 6, color_), "  │   ", "  │   ");
  }
  void put_fact(const Fact& fact, int labels) {
    const Lines names = wrap(make_visible_line(fact.label), labels);
    for (std::size_t i = 0; i + 1 < names.size(); ++i) put("  " + names[i]);
    const int dots = labels - width_of(names.back()) + 2;
    const std::string lead = "  " + names.back() + " " + repeat(".", dots) + " ";
    const std::string indent(static_cast<std::size_t>(width_of(lead)), ' ');
    put(set_text(plain(fact.value), std::max(12, prose_ - width_of(lead)), color_), lead, indent);
  }
  void put_chart(const ChartWords& words, const Lines& drawing) {
    open_block();
    put_strong(words.title, prose_);
    put(set_text(plain(words.description), prose_, color_));
    put("");
    for (const std::string& line : drawing) put(make_visible(line));
  }
  void put_numbers(const ChartWords& words) {
    put("");
    put(terminal_table(words.numbers, width_, color_));
  }

  std::ostream& out_;
  int width_;
  int prose_;
  bool color_;
  bool begun_ = false;
  bool tight_ = false;  // the next block follows without an empty line
};

}  // namespace

TerminalRenderer::TerminalRenderer(int width, bool color)
    : width_(std::clamp(width, kNarrowest, kWidest)), color_(color) {}

void TerminalRenderer::render(const Document& document, std::ostream& out) const {
  TerminalPage page(out, width_, color_);
  page.title(document);
  for (const Block& block : document.blocks) std::visit(page, block);
  page.footer(document);
}

}  // namespace lull
