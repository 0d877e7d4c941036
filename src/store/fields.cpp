#include "fields.hpp"

#include <charconv>

#include "lull/base/error.hpp"

namespace lull {
namespace {

std::string escape(std::string_view value) {
  std::string escaped;
  escaped.reserve(value.size());
  for (const char c : value) {
    if (c == '\\') {
      escaped += "\\\\";
    } else if (c == '\n') {
      escaped += "\\n";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string unescape(std::string_view value) {
  if (value.find('\\') == std::string_view::npos) return std::string(value);
  std::string text;
  text.reserve(value.size());
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\' && i + 1 < value.size()) {
      ++i;
      text += value[i] == 'n' ? '\n' : value[i];
    } else {
      text += value[i];
    }
  }
  return text;
}

std::optional<std::int64_t> to_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

[[noreturn]] void throw_malformed() {
  throw Error(ErrorKind::store, "could not read a row: its content is not in lull's form",
              "keep a copy of lull.db, then: lull doctor");
}

}  // namespace

void FieldWriter::add(std::string_view key, std::string_view value) {
  if (value.empty()) return;
  out_.append(key).append(1, ' ').append(escape(value)).append(1, '\n');
}

void FieldWriter::add(std::string_view key, std::int64_t value) {
  add(key, std::string_view(std::to_string(value)));
}

void FieldWriter::add(std::string_view key, const std::optional<int>& value) {
  if (value) add(key, std::int64_t{*value});
}

void FieldWriter::add_each(std::string_view key, const std::vector<std::string>& values) {
  for (const std::string& value : values) add(key, std::string_view(value));
}

std::string FieldWriter::finish(std::string_view body) {
  out_.append(1, '\n').append(body);
  return std::move(out_);
}

FieldReader::FieldReader(std::string_view payload) {
  fields_.reserve(12);
  while (true) {
    const std::size_t end = payload.find('\n');
    if (end == std::string_view::npos) throw_malformed();
    const std::string_view line = payload.substr(0, end);
    payload.remove_prefix(end + 1);
    if (line.empty()) break;
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos) throw_malformed();
    fields_.emplace_back(line.substr(0, space), line.substr(space + 1));
  }
  body_ = payload;
}

std::string FieldReader::text(std::string_view key) const {
  for (const auto& [name, value] : fields_) {
    if (name == key) return unescape(value);
  }
  return {};
}

std::vector<std::string> FieldReader::texts(std::string_view key) const {
  std::vector<std::string> values;
  for (const auto& [name, value] : fields_) {
    if (name == key) values.push_back(unescape(value));
  }
  return values;
}

std::int64_t FieldReader::number(std::string_view key, std::int64_t otherwise) const {
  const std::string value = text(key);
  if (value.empty()) return otherwise;
  const std::optional<std::int64_t> number = to_number(value);
  if (!number) throw_malformed();
  return *number;
}

std::optional<int> FieldReader::maybe_number(std::string_view key) const {
  const std::string value = text(key);
  if (value.empty()) return std::nullopt;
  const std::optional<std::int64_t> number = to_number(value);
  if (!number) throw_malformed();
  return static_cast<int>(*number);
}

}  // namespace lull
