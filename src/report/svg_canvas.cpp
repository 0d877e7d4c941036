#include "svg_canvas.hpp"

#include <fmt/format.h>

#include "lull/report/escape.hpp"

namespace lull {
namespace {

std::string stroke_of(double stroke) {
  return stroke > 0 ? " stroke-width=\"" + svg_number(stroke) + "\"" : "";
}

std::string_view name_of(SvgCanvas::Anchor anchor) {
  switch (anchor) {
    case SvgCanvas::Anchor::start:
      return "start";
    case SvgCanvas::Anchor::middle:
      return "middle";
    case SvgCanvas::Anchor::end:
      return "end";
  }
  return "";
}

}  // namespace

std::string svg_number(double value) {
  std::string text = fmt::format("{:.2f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

SvgCanvas::SvgCanvas(std::string& out, double width, double height, const std::string& id,
                     const std::string& title, const std::string& description)
    : out_(out) {
  out_ += fmt::format("<svg viewBox=\"0 0 {} {}\"", svg_number(width), svg_number(height));
  if (id.empty()) {
    out_ += " aria-hidden=\"true\">\n";
    return;
  }
  out_ += fmt::format(
      " role=\"img\" aria-labelledby=\"{0}-t {0}-d\">\n<title id=\"{0}-t\">{1}</title>\n"
      "<desc id=\"{0}-d\">{2}</desc>\n",
      id, html_escape(title), html_escape(description));
}

void SvgCanvas::rect(double x, double y, double width, double height, std::string_view classes) {
  out_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"{}\"/>\n",
                      svg_number(x), svg_number(y), svg_number(width), svg_number(height), classes);
}

void SvgCanvas::circle(double x, double y, double radius, std::string_view classes, double stroke) {
  out_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" class=\"{}\"{}/>\n", svg_number(x),
                      svg_number(y), svg_number(radius), classes, stroke_of(stroke));
}

void SvgCanvas::line(double x1, double y1, double x2, double y2, std::string_view classes,
                     double stroke) {
  out_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" class=\"{}\"{}/>\n",
                      svg_number(x1), svg_number(y1), svg_number(x2), svg_number(y2), classes,
                      stroke_of(stroke));
}

void SvgCanvas::path(std::string_view data, std::string_view classes, double stroke) {
  out_ += fmt::format("<path d=\"{}\" class=\"{}\"{}/>\n", data, classes, stroke_of(stroke));
}

void SvgCanvas::text(double x, double y, double size, std::string_view classes, Anchor anchor,
                     std::string_view words) {
  out_ += fmt::format(
      "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{}\" class=\"{}\">{}</text>\n",
      svg_number(x), svg_number(y), svg_number(size), name_of(anchor), classes, html_escape(words));
}

void SvgCanvas::finish() { out_ += "</svg>\n"; }

}  // namespace lull
