#include <fmt/format.h>
#include <iterator>

#include "code_points.hpp"
#include "lull/base/utf8.hpp"

namespace lull {
namespace {

constexpr std::int32_t kControlPictures = 0x2400;
constexpr std::int32_t kDelete = 0x7F;
constexpr std::int32_t kDeletePicture = 0x2421;

// Only for the pictures of controls, which all take three bytes.
void append_picture(std::string& out, std::int32_t picture) {
  out += static_cast<char>(0xE0 | (picture >> 12));
  out += static_cast<char>(0x80 | ((picture >> 6) & 0x3F));
  out += static_cast<char>(0x80 | (picture & 0x3F));
}

void append_visibly(std::string& out, const CodePoint& point) {
  if (point.value < 0x20) {
    append_picture(out, kControlPictures + point.value);
  } else if (point.value == kDelete) {
    append_picture(out, kDeletePicture);
  } else if (point.value < 0x100) {
    fmt::format_to(std::back_inserter(out), "\\x{:02x}", point.value);
  } else {
    fmt::format_to(std::back_inserter(out), "U+{:04X}", point.value);
  }
}

// Where the letters of ASCII that stand for themselves end; most text is nothing else.
std::size_t end_of_plain(std::string_view text, std::size_t place) {
  while (place < text.size() && text[place] >= ' ' && text[place] < kDelete) ++place;
  return place;
}

bool is_line_break(std::string_view text, std::size_t place) {
  return text[place] == '\n' || (text[place] == '\r' && text.substr(place, 2) == "\r\n");
}

}  // namespace

std::string make_visible(std::string_view text) {
  std::string visible;
  visible.reserve(text.size());
  for (std::size_t place = 0; place < text.size();) {
    const std::size_t plain = end_of_plain(text, place);
    visible += text.substr(place, plain - place);
    place = plain;
    if (place == text.size()) break;
    const CodePoint point = code_point_at(text, place);
    if (point.value == '\t') {
      visible += "    ";
    } else if (is_line_break(text, place)) {
      if (point.value == '\n') visible += '\n';
    } else if (!point.sound || is_hidden(point.value)) {
      append_visibly(visible, point);
    } else {
      visible += text.substr(place, point.size);
    }
    place += point.size;
  }
  return visible;
}

std::string make_visible_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (const char letter : make_visible(text)) {
    const bool is_space = letter == ' ' || letter == '\n';
    if (!is_space) {
      line += letter;
    } else if (!line.ends_with(' ')) {
      line += ' ';
    }
  }
  return line;
}

}  // namespace lull
