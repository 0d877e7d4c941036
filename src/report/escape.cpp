#include "lull/report/escape.hpp"

#include "lull/base/utf8.hpp"

namespace lull {
namespace {

// "1. " and "1) " begin a list; "3.5" and "1)a" don't.
bool ends_list_number(std::string_view text, std::size_t at) {
  if (at == 0 || at > 9) return false;
  if (at + 1 < text.size() && text[at + 1] != ' ') return false;
  return text.find_first_not_of("0123456789") == at;
}

bool opens_block(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '.' || c == ')') return ends_list_number(text, at);
  return at == text.find_first_not_of(' ') && (c == '#' || c == '+' || c == '-' || c == '=');
}

bool starts_at(std::string_view text, std::size_t at, std::string_view what) {
  return text.substr(at).starts_with(what);
}

// "http://" and "www." become links without any mark-up in GitHub's dialect.
bool opens_autolink(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ':') return starts_at(text, at, "://");
  if (c == '.' && at >= 3) {
    const std::string_view before = text.substr(at - 3, 3);
    return before == "www" || before == "WWW" || before == "Www";
  }
  return false;
}

bool needs_backslash(std::string_view text, std::size_t at, MarkdownPlace place) {
  switch (text[at]) {
    case '\\':
    case '`':
    case '*':
    case '_':
    case '[':
    case ']':
    case '|':
    case '>':
    case '~':
      return true;
    default:
      break;
  }
  if (place == MarkdownPlace::line_start && opens_block(text, at)) return true;
  return opens_autolink(text, at);
}

}  // namespace

std::string html_escape(std::string_view text) {
  const std::string visible = make_visible(text);
  std::string out;
  out.reserve(visible.size() + visible.size() / 8);
  for (char c : visible) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string markdown_escape(std::string_view text, MarkdownPlace place) {
  const std::string visible = make_visible_line(text);
  std::string out;
  out.reserve(visible.size() + visible.size() / 8);
  for (std::size_t i = 0; i < visible.size(); ++i) {
    const char c = visible[i];
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      if (needs_backslash(visible, i, place)) out += '\\';
      out += c;
    }
  }
  return out;
}

}  // namespace lull
