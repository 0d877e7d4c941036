#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "transfer_parts.hpp"

namespace lull {
namespace {

struct FormatName {
  TransferFormat format;
  std::string_view word;
};
constexpr std::array kFormats{
    FormatName{TransferFormat::json, "json"},
    FormatName{TransferFormat::jsonl, "jsonl"},
    FormatName{TransferFormat::markdown, "markdown"},
    FormatName{TransferFormat::text, "text"},
    FormatName{TransferFormat::csv, "csv"},
    FormatName{TransferFormat::jrnl, "jrnl"},
    FormatName{TransferFormat::jrnl_json, "jrnl-json"},
    FormatName{TransferFormat::dayone, "dayone"},
    FormatName{TransferFormat::folder, "folder"},
};

bool holds(std::string_view bytes, std::string_view words) {
  return bytes.find(words) != std::string_view::npos;
}

// What tells one JSON from another stands at the beginning of its first entry.
std::optional<TransferFormat> detect_json(std::string_view bytes) {
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  if (holds(line, "\"uid\":") && holds(line, "\"text\":") && line.ends_with('}') &&
      !holds(line, "\"entries\":")) {
    return TransferFormat::jsonl;
  }
  const std::string_view begin = bytes.substr(0, 65'536);
  if (holds(begin, "\"lull.journal/1\"")) return TransferFormat::json;
  if (holds(bytes, "\"creationDate\"")) return TransferFormat::dayone;
  if (holds(bytes, "\"title\"") || holds(bytes, "\"body\"")) return TransferFormat::jrnl_json;
  return std::nullopt;
}

std::optional<TransferFormat> detect(std::string_view bytes) {
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return std::nullopt;
  if (bytes[begin] == '{') return detect_json(bytes.substr(begin));
  if (bytes.starts_with("=== ")) return TransferFormat::text;
  if (bytes.starts_with("uid,at,")) return TransferFormat::csv;
  if (bytes.substr(begin).starts_with("[") && begin + 11 < bytes.size() &&
      parse_iso_day(bytes.substr(begin + 1, 10))) {
    return TransferFormat::jrnl;
  }
  // Somebody may have written a few words before the first entry.
  if (bytes.starts_with("<!-- lull {") || holds(bytes, "\n<!-- lull {")) {
    return TransferFormat::markdown;
  }
  return std::nullopt;
}

[[noreturn]] void refuse(const std::string& name, std::string_view reason, std::string hint) {
  throw Error(ErrorKind::usage, fmt::format("could not import {}: {}", name, reason),
              std::move(hint));
}

void check(const ImportSource& source) {
  if (source.bytes.size() > kLargestImport) {
    refuse(source.name, "it is larger than 256 MiB", "split it and import the parts one by one");
  }
  const auto bad = find_invalid_utf8(source.bytes);
  if (!bad) return;
  const auto line = 1 + std::count(source.bytes.begin(),
                                   source.bytes.begin() + static_cast<std::ptrdiff_t>(*bad), '\n');
  refuse(source.name,
         fmt::format("line {}: {}", line,
                     source.bytes[*bad] == '\0' ? "there is a NUL byte"
                                                : "there are bytes that are not UTF-8"),
         "nothing was taken in; correct it and try again");
}

}  // namespace

std::string_view to_string(TransferFormat format) {
  return std::find_if(kFormats.begin(), kFormats.end(),
                      [&](const FormatName& row) { return row.format == format; })
      ->word;
}

std::optional<TransferFormat> parse_transfer_format(std::string_view word) {
  for (const FormatName& row : kFormats) {
    if (row.word == word) return row.format;
  }
  return std::nullopt;
}

ImportSource open_import(std::string name, std::string bytes,
                         std::optional<TransferFormat> format) {
  ImportSource source{std::move(name), std::move(bytes), {}, TransferFormat::json};
  check(source);
  if (source.bytes.starts_with("\xEF\xBB\xBF")) source.bytes.erase(0, 3);
  if (!format) format = detect(source.bytes);
  if (!format) {
    refuse(source.name, "it is of no known form", "say which with --from-format");
  }
  source.format = *format;
  return source;
}

ImportSource open_import(const std::filesystem::path& path, std::optional<TransferFormat> format) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    throw Error(ErrorKind::not_found,
                fmt::format("could not import {}: there is no such file", path.string()));
  }
  const bool is_folder = std::filesystem::is_directory(status);
  if (is_folder || format == TransferFormat::folder) {
    if (format.value_or(TransferFormat::folder) != TransferFormat::folder) {
      refuse(path.string(), "it is a folder",
             "import its files one by one, or as --from-format folder");
    }
    return {path.string(), "", path, TransferFormat::folder};
  }
  if (const auto size = std::filesystem::file_size(path, error); !error && size > kLargestImport) {
    refuse(path.string(), "it is larger than 256 MiB", "split it and import the parts one by one");
  }
  std::string bytes = read_file(path).value_or("");
  // One dated page is a folder of one.
  if (!format && !detect(bytes) && day_in_path(std::filesystem::absolute(path))) {
    return {path.string(), "", path, TransferFormat::folder};
  }
  return open_import(path.string(), std::move(bytes), format);
}

}  // namespace lull
