#pragma once

#include <iosfwd>

#include "lull/report/document.hpp"

namespace lull {

/// Writes a document in one format. Nothing in a document can leave its place: whatever its text
/// holds (markup, links, escape sequences, marks that turn the direction of writing) comes out as
/// words to read.
class Renderer {
 public:
  virtual ~Renderer() = default;
  virtual void render(const Document& document, std::ostream& out) const = 0;
};

/// For a terminal or a plain text file. Everything fits `width` columns; prose is set no wider than
/// 76. Without colour nothing is lost: marked words stand between low lines.
class TerminalRenderer : public Renderer {
 public:
  static constexpr int kNarrowest = 40;
  static constexpr int kWidest = 200;

  /// `width` outside kNarrowest to kWidest is taken as the nearer of the two.
  explicit TerminalRenderer(int width, bool color = false);
  void render(const Document& document, std::ostream& out) const override;

 private:
  int width_;
  bool color_;
};

/// CommonMark with tables, made to be read as it is too.
class MarkdownRenderer : public Renderer {
 public:
  void render(const Document& document, std::ostream& out) const override;
};

/// One HTML file that needs nothing else: style and drawings are inside, there is no script, and a
/// content security policy forbids every request. Light, dark and print are all looked after.
class HtmlRenderer : public Renderer {
 public:
  void render(const Document& document, std::ostream& out) const override;
};

}  // namespace lull
