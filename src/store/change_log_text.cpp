#include "change_log_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace lull {
namespace {

constexpr std::array<std::string_view, 3> kActionNames{"added", "changed", "removed"};

/// Reads words that stand in lines. Anything unexpected ends the reading with is_sound() false.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty() || !sound_; }
  bool is_sound() const { return sound_; }

  std::string_view word() {
    const std::size_t end = rest_.find_first_of(" \n");
    if (end == std::string_view::npos) {
      sound_ = false;
      return {};
    }
    const std::string_view word = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return word;
  }
  std::int64_t number() {
    const std::string_view digits = word();
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) sound_ = false;
    return value;
  }
  Day day() { return Day{static_cast<std::int32_t>(number())}; }
  TableId table() {
    const std::string_view name = word();
    for (const TableId id : all_tables()) {
      if (shape_of(id).name == name) return id;
    }
    sound_ = false;
    return {};
  }
  RowAction action() {
    const auto found = std::find(kActionNames.begin(), kActionNames.end(), word());
    if (found == kActionNames.end()) {
      sound_ = false;
      return {};
    }
    return static_cast<RowAction>(found - kActionNames.begin());
  }

 private:
  std::string_view rest_;
  bool sound_ = true;
};

}  // namespace

std::string format_touched(const std::vector<TouchedRows>& touched) {
  std::string text;
  for (const TouchedRows& rows : touched) {
    text += fmt::format("{} {} {} {} {} {} {}\n", shape_of(rows.table).name,
                        kActionNames.at(static_cast<std::size_t>(rows.action)), rows.count,
                        rows.first_id, rows.last_id, rows.first_day.number, rows.last_day.number);
  }
  return text;
}

std::string format_added(const std::vector<AddedRow>& added) {
  std::string text;
  text.reserve(added.size() * 48);
  for (const AddedRow& row : added) {
    text.append(shape_of(row.table).name).append(1, ' ');
    text.append(std::to_string(row.id)).append(1, ' ').append(row.fingerprint).append(1, '\n');
  }
  return text;
}

bool overlap(const std::vector<TouchedRows>& left, const std::vector<TouchedRows>& right) {
  return std::any_of(left.begin(), left.end(), [&](const TouchedRows& rows) {
    return std::any_of(right.begin(), right.end(), [&](const TouchedRows& others) {
      return rows.table == others.table && rows.first_id <= others.last_id &&
             others.first_id <= rows.last_id;
    });
  });
}

std::optional<std::vector<TouchedRows>> parse_touched(const std::string& text) {
  std::vector<TouchedRows> touched;
  WordReader words(text);
  while (!words.at_end()) {
    TouchedRows rows;
    rows.table = words.table();
    rows.action = words.action();
    rows.count = words.number();
    rows.first_id = words.number();
    rows.last_id = words.number();
    rows.first_day = words.day();
    rows.last_day = words.day();
    touched.push_back(rows);
  }
  if (!words.is_sound()) return std::nullopt;
  return touched;
}

std::optional<std::vector<AddedRow>> parse_added(const std::string& text) {
  std::vector<AddedRow> rows;
  WordReader words(text);
  while (!words.at_end()) {
    AddedRow row;
    row.table = words.table();
    row.id = words.number();
    row.fingerprint = words.word();
    rows.push_back(std::move(row));
  }
  if (!words.is_sound()) return std::nullopt;
  return rows;
}

}  // namespace lull
