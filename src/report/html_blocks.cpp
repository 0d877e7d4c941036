#include "html_blocks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lull/base/utf8.hpp"
#include "lull/report/escape.hpp"
#include "svg_charts.hpp"

namespace lull {
namespace {

std::string inline_html(const Text& text) {
  std::string out;
  for (const Piece& piece : text) {
    const std::string words = html_escape(make_visible_line(piece.text));
    switch (piece.face) {
      case Face::plain:
        out += words;
        break;
      case Face::strong:
        out += "<strong>" + words + "</strong>";
        break;
      case Face::emphasis:
        out += "<em>" + words + "</em>";
        break;
      case Face::mark:
        out += "<mark>" + words + "</mark>";
        break;
    }
  }
  return out;
}

bool has_sentences(const Facts& facts) {
  constexpr int kSentence = 46;  // columns; longer values would not fit beside their label
  return std::any_of(facts.items.begin(), facts.items.end(),
                     [](const Fact& fact) { return width_of(fact.value) > kSentence; });
}

class HtmlBody {
 public:
  explicit HtmlBody(std::string contents) : contents_(std::move(contents)) {}

  void operator()(const Heading& heading) {
    if (heading.level == 2) {
      close_part();
      if (parts_ == 0) out_ += contents_;
      ++parts_;
      out_ += fmt::format("<section{} aria-labelledby=\"part-{}\">\n<h2 id=\"part-{}\">{}</h2>\n",
                          new_sheet_ ? " class=\"sheet\"" : "", parts_, parts_,
                          html_escape(heading.text));
      in_part_ = true;
      new_sheet_ = false;
      return;
    }
    out_ += fmt::format("<h{0}>{1}</h{0}>\n", heading.level, html_escape(heading.text));
  }
  void operator()(const Paragraph& paragraph) {
    out_ += paragraph.aside ? "<p class=\"aside\">" : "<p>";
    out_ += inline_html(paragraph.text) + "</p>\n";
  }
  void operator()(const Quotation& quotation) {
    out_ += "<figure class=\"quote\">\n<blockquote><p dir=\"auto\">" + inline_html(quotation.text) +
            "</p></blockquote>\n";
    if (!quotation.source.empty()) {
      out_ += "<figcaption>" + html_escape(quotation.source) + "</figcaption>\n";
    }
    out_ += "</figure>\n";
  }
  void operator()(const Pairing& pairing) {
    out_ += "<div class=\"pair\">\n<p class=\"topic\">" + html_escape(pairing.topic) + "</p>\n";
    (*this)(pairing.one);
    (*this)(pairing.other);
    out_ += "</div>\n";
  }
  void operator()(const Table& table) { put_table(table, table.caption); }
  void operator()(const BulletList& list) {
    out_ += "<ul class=\"list\">\n";
    for (const Text& item : list.items) out_ += "<li>" + inline_html(item) + "</li>\n";
    out_ += "</ul>\n";
  }
  void operator()(const Facts& facts) {
    out_ += has_sentences(facts) ? "<dl class=\"facts told\">\n" : "<dl class=\"facts\">\n";
    for (const Fact& fact : facts.items) {
      out_ += "<div><dt>" + html_escape(fact.label) + "</dt><dd>" +
              html_escape(make_visible_line(fact.value)) + "</dd></div>\n";
    }
    out_ += "</dl>\n";
  }
  void operator()(const Note& note) {
    out_ +=
        fmt::format("<section class=\"note{}\" aria-labelledby=\"note-{}\">\n<h2 id=\"note-{}\">",
                    note.urgent ? " urgent" : "", notes_ + 1, notes_ + 1);
    ++notes_;
    out_ += html_escape(note.title) + "</h2>\n";
    for (const Text& line : note.lines) out_ += "<p>" + inline_html(line) + "</p>\n";
    out_ += "</section>\n";
  }
  void operator()(const Questions& questions) {
    out_ += "<ul class=\"questions\">\n";
    for (const Questions::Item& item : questions.items) {
      out_ += "<li><p>" + html_escape(item.question) + "</p>";
      out_ += item.answer.empty()
                  ? "<div class=\"room\"></div>"
                  : "<p class=\"answer\" dir=\"auto\">" + html_escape(item.answer) + "</p>";
      out_ += "</li>\n";
    }
    out_ += "</ul>\n";
  }
  void operator()(const BarChart& chart) { put_chart(chart); }
  void operator()(const LineChart& chart) { put_chart(chart); }
  void operator()(const CalendarChart& chart) { put_chart(chart); }
  void operator()(const SmallMultiples& chart) { put_chart(chart); }
  void operator()(const HourGrid& chart) { put_chart(chart); }
  void operator()(const PageBreak&) { new_sheet_ = true; }

  std::string finish() {
    close_part();
    return std::move(out_);
  }

 private:
  void close_part() {
    if (in_part_) out_ += "</section>\n";
    in_part_ = false;
  }

  template <class Chart>
  void put_chart(const Chart& chart) {
    const std::string id = "chart-" + std::to_string(++charts_);
    out_ += "<figure class=\"chart\">\n<figcaption><strong>" + html_escape(chart.words.title) +
            "</strong> " + html_escape(chart.words.description) + "</figcaption>\n";
    draw_svg(chart, id, out_);
    out_ += "<details>\n<summary>The numbers: " + html_escape(chart.words.title) + "</summary>\n";
    put_table(chart.words.numbers, "");
    out_ += "</details>\n</figure>\n";
  }

  // A wide table scrolls by itself; it can be reached with the keyboard.
  void put_table(const Table& table, const std::string& caption) {
    out_ += "<div class=\"scroll\" tabindex=\"0\">\n<table>\n";
    if (!caption.empty()) out_ += "<caption>" + html_escape(caption) + "</caption>\n";
    out_ += "<thead><tr>";
    for (const Column& column : table.columns) {
      out_ += column.numeric ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">";
      out_ += html_escape(column.title) + "</th>";
    }
    out_ += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
      out_ += "<tr>";
      for (std::size_t i = 0; i < row.size(); ++i)
        put_cell(row[i], i == 0, table.columns[i].numeric);
      out_ += "</tr>\n";
    }
    out_ += "</tbody>\n</table>\n</div>\n";
  }

  void put_cell(const std::string& cell, bool heads_row, bool numeric) {
    const std::string words = html_escape(make_visible_line(cell));
    if (heads_row) {
      out_ += "<th scope=\"row\">" + words + "</th>";
    } else {
      out_ += (numeric ? "<td class=\"n\">" : "<td>") + words + "</td>";
    }
  }

  std::string contents_;
  std::string out_;
  int parts_ = 0;
  int notes_ = 0;
  int charts_ = 0;
  bool in_part_ = false;
  bool new_sheet_ = false;
};

}  // namespace

std::string html_of(const std::vector<Block>& blocks, std::string contents) {
  HtmlBody body(std::move(contents));
  for (const Block& block : blocks) std::visit(body, block);
  return body.finish();
}

}  // namespace lull
