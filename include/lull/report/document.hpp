#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "lull/base/calendar.hpp"

namespace lull {

// A document is a list of blocks that says what stands on a page and never how it looks. All text
// in it is raw: a renderer escapes whatever it prints, so words of the person's own need no care
// here.

/// How words are set. `mark` is what the eye should find first within a quotation.
enum class Face { plain, strong, emphasis, mark };

struct Piece {
  std::string text;
  Face face = Face::plain;
};
using Text = std::vector<Piece>;

/// Level 2 opens a part of the document, 3 a section of it, 4 an item.
struct Heading {
  int level = 2;
  std::string text;
};

struct Paragraph {
  Text text;
  bool aside = false;  ///< set smaller: caveats, sources
  bool close =
      false;  ///< belongs to the block before it: no empty line between, where one can choose
};

/// Someone's own words, with the line that says where they stand.
struct Quotation {
  Text text;
  std::string source;  ///< may be empty
  bool close = false;
};

/// Two quotations side by side, of equal weight.
struct Pairing {
  std::string topic;
  Quotation one;
  Quotation other;
};

struct Column {
  std::string title;
  bool numeric = false;  ///< aligned to the right
};

/// Every row has as many cells as there are columns.
struct Table {
  std::string caption;  ///< may be empty
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
};

struct BulletList {
  std::vector<Text> items;
};

struct Fact {
  std::string label;
  std::string value;
};

/// Pairs of a label and what holds for it.
struct Facts {
  std::vector<Fact> items;
};

/// A few lines set apart from the rest. `urgent` ones are set so that nobody reads past them.
struct Note {
  std::string title;  ///< may be empty
  std::vector<Text> lines;
  bool urgent = false;
};

/// Questions with room for an answer; the ones already answered show the answer instead.
struct Questions {
  struct Item {
    std::string question;
    std::string answer;
  };
  std::vector<Item> items;
};

/// What every chart says in words: what it is, what can be read from it, and all of its numbers for
/// those who can't see it.
struct ChartWords {
  std::string title;
  std::string description;
  Table numbers;
};

/// One bar a row, made of one segment a series.
struct BarChart {
  ChartWords words;
  std::vector<std::string> series;  ///< one name: a plain bar
  struct Row {
    std::string label;
    std::vector<int> values;  ///< one a series
  };
  std::vector<Row> rows;
};

/// Values over time, in order of days.
struct LineChart {
  ChartWords words;
  double lowest = 0;  ///< ends of the scale, not of the values
  double highest = 0;
  struct Point {
    Day day;
    double value = 0;
  };
  std::vector<Point> points;
  int step = 1;  ///< days that one value stands for, from its day on
};

/// Days in order, each of one kind, some with a dot.
struct CalendarChart {
  ChartWords words;
  /// How a kind of day is drawn; each reads without colour.
  enum class Fill { none, full, hollow, half };
  struct Kind {
    std::string label;
    Fill fill = Fill::none;
  };
  std::vector<Kind> kinds;
  struct Cell {
    Day day;
    int kind = 0;  ///< index into `kinds`
    bool dot = false;
  };
  std::vector<Cell> cells;
  std::string dot_label;  ///< empty when there are no dots
};

/// The same small chart several times on one scale, so that they can be compared.
struct SmallMultiples {
  ChartWords words;
  std::string first_step;  ///< what the first and the last value stand for, for the axis
  std::string last_step;
  struct Item {
    std::string label;
    std::vector<double> values;
  };
  std::vector<Item> items;
};

/// Counts in a grid of rows by columns, such as weekdays by hours.
struct HourGrid {
  ChartWords words;
  std::vector<std::string> columns;
  struct Row {
    std::string label;
    std::vector<int> values;  ///< one a column
  };
  std::vector<Row> rows;
};

/// A good place to begin a new sheet of paper.
struct PageBreak {};

using Block =
    std::variant<Heading, Paragraph, Quotation, Pairing, Table, BulletList, Facts, Note, Questions,
                 BarChart, LineChart, CalendarChart, SmallMultiples, HourGrid, PageBreak>;

struct Document {
  std::string title;
  std::string subtitle;
  std::string footer;  ///< when and by what it was made
  std::vector<Block> blocks;
};

/// One plain piece.
inline Text plain(std::string words) { return {{std::move(words), Face::plain}}; }

}  // namespace lull
