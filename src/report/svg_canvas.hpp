#pragma once

#include <string>
#include <string_view>

namespace lull {

/// Draws one <svg> onto the end of a page. Coordinates are in its own units; how they look is left
/// to classes of the style sheet. The element is closed by finish().
class SvgCanvas {
 public:
  /// With an id the drawing is an image with a title and a description of its own; without, it is
  /// hidden from those who listen, because words beside it say the same.
  SvgCanvas(std::string& out, double width, double height, const std::string& id = {},
            const std::string& title = {}, const std::string& description = {});

  void rect(double x, double y, double width, double height, std::string_view classes);
  void circle(double x, double y, double radius, std::string_view classes, double stroke = 0);
  void line(double x1, double y1, double x2, double y2, std::string_view classes,
            double stroke = 1);
  /// `data` is the content of the d attribute.
  void path(std::string_view data, std::string_view classes, double stroke = 0);
  enum class Anchor { start, middle, end };
  void text(double x, double y, double size, std::string_view classes, Anchor anchor,
            std::string_view words);
  void finish();

 private:
  std::string& out_;
};

std::string svg_number(double value);  ///< at most two digits after the point, no trailing zeros

}  // namespace lull
