#include <algorithm>
#include <array>

#include "transfer_parts.hpp"

namespace lull {
namespace {

constexpr std::array<std::string_view, 12> kColumns{"uid",     "at",      "zone",   "day",
                                                    "written", "kind",    "mood",   "feelings",
                                                    "tags",    "starred", "prompt", "text"};

void append_cell(std::string& out, std::string_view value, bool last = false) {
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += value;
  } else {
    out += '"';
    for (const char sign : value) out.append(sign == '"' ? 2 : 1, sign);
    out += '"';
  }
  out += last ? '\n' : ',';
}

// A list in one cell: its items with ';' between them.
std::string joined(const std::vector<std::string>& items) {
  std::string cell;
  for (const std::string& item : items) {
    if (!cell.empty()) cell += ';';
    for (const char sign : item) {
      if (sign == ';' || sign == '\\') cell += '\\';
      cell += sign;
    }
  }
  return cell;
}

std::vector<std::string> items_of(std::string_view cell) {
  std::vector<std::string> items;
  if (cell.empty()) return items;
  items.emplace_back();
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == ';') {
      items.emplace_back();
    } else {
      if (cell[i] == '\\' && i + 1 < cell.size()) ++i;
      items.back() += cell[i];
    }
  }
  return items;
}

void append_entry(std::string& out, const Entry& entry) {
  append_cell(out, to_hex(entry.uid));
  append_cell(out, to_iso(entry.at));
  append_cell(out, entry.at.zone);
  append_cell(out, to_iso(entry.at.day));
  append_cell(out, std::to_string(entry.written.seconds));
  append_cell(out, to_string(entry.kind));
  append_cell(out, entry.mood ? std::to_string(*entry.mood) : "");
  append_cell(out, joined(entry.feelings));
  append_cell(out, joined(entry.tags));
  append_cell(out, entry.starred ? "true" : "false");
  append_cell(out, entry.prompt);
  append_cell(out, entry.text, true);
}

/// Reads one record after the other.
class CsvReader {
 public:
  explicit CsvReader(std::string_view bytes, const ImportReading& reading)
      : bytes_(bytes), reading_(reading) {}

  std::size_t place() const { return place_; }
  bool is_at_end() const { return place_ >= bytes_.size(); }

  std::vector<std::string> record() {
    std::vector<std::string> cells;
    while (true) {
      cells.push_back(cell());
      if (place_ < bytes_.size() && bytes_[place_] == ',') {
        ++place_;
        continue;
      }
      if (bytes_.substr(place_).starts_with("\r\n")) ++place_;
      if (place_ < bytes_.size() && bytes_[place_] != '\n') {
        reading_.refuse("something follows the quotation mark that ends a cell");
      }
      ++place_;
      return cells;
    }
  }

 private:
  std::string cell() {
    if (place_ >= bytes_.size() || bytes_[place_] != '"') {
      const std::size_t end = std::min(bytes_.find_first_of(",\n", place_), bytes_.size());
      std::string_view plain = bytes_.substr(place_, end - place_);
      if (end < bytes_.size() && bytes_[end] == '\n' && plain.ends_with('\r')) {
        plain.remove_suffix(1);
      }
      place_ = end;
      return std::string(plain);
    }
    std::string value;
    for (++place_;; ++place_) {
      const std::size_t mark = bytes_.find('"', place_);
      if (mark == std::string_view::npos) reading_.refuse("a quotation mark is never closed");
      value += bytes_.substr(place_, mark - place_);
      place_ = mark + 1;
      if (place_ >= bytes_.size() || bytes_[place_] != '"') return value;
      value += '"';
    }
  }

  std::string_view bytes_;
  const ImportReading& reading_;
  std::size_t place_ = 0;
};

Entry entry_of(const std::vector<std::string>& names, std::vector<std::string>& cells,
               const ImportReading& reading) {
  if (cells.size() != names.size()) reading.refuse("it has not as many cells as the first line");
  EntryFields fields(reading);
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == "text") {
      text = std::move(cells[i]);
    } else if (names[i] == "feelings" || names[i] == "tags") {
      for (const std::string& item : items_of(cells[i]))
        fields.set(names[i], std::string_view(item));
    } else if (!cells[i].empty()) {
      fields.set(names[i], std::string_view(cells[i]));
    }
  }
  return std::move(fields).finish(std::move(text));
}

}  // namespace

EntryAppender append_csv(std::string& out) {
  for (const std::string_view column : kColumns) append_cell(out, column, column == "text");
  return {[&out](const Entry& entry) { append_entry(out, entry); }, [] {}};
}

void read_csv(std::string_view bytes, ImportReading& reading) {
  CsvReader reader(bytes, reading);
  const std::vector<std::string> names = reader.record();
  for (const std::string_view name : {"at", "text"}) {
    if (std::count(names.begin(), names.end(), name) != 1) {
      reading.refuse("the first line must name each column, \"at\" and \"text\" among them");
    }
  }
  reading.count_lines(bytes.substr(0, reader.place()));
  while (!reader.is_at_end()) {
    reading.place = reader.place();
    std::vector<std::string> cells = reader.record();
    reading.take(entry_of(names, cells, reading));
    reading.count_lines(
        bytes.substr(reading.place, std::min(reader.place(), bytes.size()) - reading.place));
  }
}

}  // namespace lull
