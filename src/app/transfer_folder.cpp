#include <fmt/format.h>

#include <algorithm>

#include "lull/base/blanks.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "transfer_parts.hpp"

namespace lull {
namespace {

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

// "2026-01-02" or "20260102", with nothing of digits around it.
std::optional<Day> day_in(std::string_view text) {
  for (std::size_t at = 0; at + 8 <= text.size(); ++at) {
    if (at > 0 && is_digit(text[at - 1])) continue;
    const auto ends = [&](std::size_t size) {
      return at + size == text.size() || !is_digit(text[at + size]);
    };
    if (at + 10 <= text.size() && ends(10)) {
      std::string date(text.substr(at, 10));
      std::replace(date.begin(), date.end(), '_', '-');
      if (const auto day = parse_iso_day(date)) return day;
    }
    if (!ends(8)) continue;
    const std::string_view plain = text.substr(at, 8);
    if (const auto day = parse_iso_day(
            fmt::format("{}-{}-{}", plain.substr(0, 4), plain.substr(4, 2), plain.substr(6, 2)))) {
      return day;
    }
  }
  return std::nullopt;
}

std::string_view without_quotes(std::string_view text) {
  text = trim(text);
  if (text.size() >= 2 && (text[0] == '"' || text[0] == '\'') && text.back() == text[0]) {
    text = text.substr(1, text.size() - 2);
  }
  return text;
}

/// The lines between two "---" at the beginning of a file, as far as lull knows them.
struct FrontMatter {
  std::size_t size = 0;  ///< bytes, its end line included; 0 when there is none
  bool is_known = true;  ///< nothing in it but what is taken over
  std::optional<Instant> at;
  bool has_date = false;
  std::vector<std::string> tags;
  bool starred = false;
};

void add_tags(FrontMatter& front, std::string_view list) {
  if (list.starts_with('[') && list.ends_with(']')) list = list.substr(1, list.size() - 2);
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    if (const auto tag = without_quotes(list.substr(0, comma)); !tag.empty()) {
      front.tags.emplace_back(bare_tag(std::string(tag)));
    }
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
}

void read_field(FrontMatter& front, std::string_view name, std::string_view value,
                const DayRule& rule) {
  if (name == "date" || name == "created") {
    front.has_date = true;
    if (const auto stamp = parse_stamp(value)) {
      front.at = stamp->instant;
    } else {
      front.at = parse_local(value, rule);
    }
  } else if (name == "tags") {
    add_tags(front, value);
  } else if (name == "starred" && (value == "true" || value == "false")) {
    front.starred = value == "true";
  } else {
    front.is_known = false;
  }
}

FrontMatter read_front_matter(std::string_view text, const DayRule& rule) {
  FrontMatter front;
  if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return front;
  bool in_tags = false;
  for (std::size_t begin = text.find('\n') + 1; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = std::min(end + 1, text.size());
    const std::string_view plain = without_quotes(line);
    if (plain == "---" || plain == "...") {
      front.size = begin;
      return front;
    }
    const std::size_t colon = line.find(':');
    if (in_tags && plain.starts_with("- ")) {
      front.tags.push_back(bare_tag(std::string(without_quotes(plain.substr(2)))));
    } else if (colon != std::string_view::npos && !line.starts_with(' ')) {
      const std::string_view value = without_quotes(line.substr(colon + 1));
      in_tags = line.substr(0, colon) == "tags" && value.empty();
      read_field(front, line.substr(0, colon), value, rule);
    } else if (!plain.empty()) {
      front.is_known = false;
    }
  }
  return {};  // it never ends: then it is none
}

bool is_page(const std::filesystem::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".md" || extension == ".txt" || extension == ".markdown";
}

std::vector<std::filesystem::path> pages_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> pages;
  std::error_code error;
  std::filesystem::recursive_directory_iterator file(folder, error);
  for (; !error && file != std::filesystem::recursive_directory_iterator(); file.increment(error)) {
    const bool hidden = file->path().filename().string().starts_with('.');
    if (hidden && file->is_directory()) file.disable_recursion_pending();
    if (!hidden && file->is_regular_file() && is_page(file->path())) pages.push_back(file->path());
  }
  if (error) {
    throw Error(ErrorKind::io,
                fmt::format("could not read {}: {}", folder.string(), error.message()));
  }
  std::sort(pages.begin(), pages.end());
  return pages;
}

void check_bytes(const std::string& bytes, ImportReading& reading) {
  if (bytes.size() > kLongestEntry) reading.refuse("it is longer than 16 MiB");
  if (const auto bad = find_invalid_utf8(bytes)) {
    reading.count_lines(std::string_view(bytes).substr(0, *bad));
    reading.refuse(bytes[*bad] == '\0' ? "there is a NUL byte"
                                       : "there are bytes that are not UTF-8");
  }
}

void read_page(const std::filesystem::path& path, const std::filesystem::path& within,
               ImportReading& reading) {
  std::string bytes = read_file(path).value_or("");
  check_bytes(bytes, reading);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  const FrontMatter front = read_front_matter(bytes, reading.rule);
  if (front.has_date && !front.at) reading.refuse("the \"date\" of its front matter is none");
  std::optional<Instant> at = front.at;
  if (!at) {
    if (const auto day = day_in_path(within)) at = parse_local(to_iso(*day), reading.rule);
  }
  if (!at) return reading.leave_out("there is no date in its name or its front matter");
  // Whatever else stands in a front matter would be lost without it.
  if (front.is_known && front.size > 0) bytes.erase(0, front.size);
  if (is_blank(bytes)) {
    return reading.leave_out("there is no text in it");
  }
  Entry entry = foreign_entry(*at, std::move(bytes), front.tags, reading.rule);
  entry.starred = front.starred;
  reading.take(std::move(entry));
}

}  // namespace

// "2026/01/02.md" is one date as well as "2026-01-02.md"; the file's own name goes first.
std::optional<Day> day_in_path(const std::filesystem::path& path) {
  if (const auto day = day_in(path.stem().string())) return day;
  const std::string whole = (path.parent_path() / path.stem()).string();
  if (const auto day = day_in(path.parent_path().filename().string())) return day;
  if (whole.size() < 10) return std::nullopt;
  std::string date = whole.substr(whole.size() - 10);
  std::replace(date.begin(), date.end(), '/', '-');
  if (whole.size() > 10 && whole[whole.size() - 11] != '/') return std::nullopt;
  return parse_iso_day(date);
}

void read_folder(const std::filesystem::path& folder, ImportReading& reading) {
  if (!std::filesystem::is_directory(folder)) {
    return read_page(folder, std::filesystem::absolute(folder), reading);
  }
  const std::vector<std::filesystem::path> pages = pages_in(folder);
  const std::string name = reading.name;
  for (const auto& page : pages) {
    const auto within = page.lexically_relative(folder);
    reading.name = (std::filesystem::path(name) / within).string();
    reading.line = 1;
    read_page(page, std::filesystem::absolute(folder) / within, reading);
    ++reading.place;
  }
  reading.name = name;
}

}  // namespace lull
