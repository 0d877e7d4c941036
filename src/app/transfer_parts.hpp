#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lull/app/transfer.hpp"
#include "lull/base/json.hpp"

namespace lull {

/// Appends entries in one format to a string; the caller empties it in between.
struct EntryAppender {
  std::function<void(const Entry&)> add;
  std::function<void()> end;  ///< after the last one, also when there was none
};
EntryAppender append_json(std::string& out);
EntryAppender append_jsonl(std::string& out);
EntryAppender append_markdown(std::string& out);
EntryAppender append_text(std::string& out);
EntryAppender append_csv(std::string& out);

/// A reader's way through a source: where it is, and who takes what it finds.
struct ImportReading {
  const DayRule& rule;
  std::string name;       ///< the source, or one file of a folder
  std::size_t line = 1;   ///< where the record begins
  std::size_t place = 0;  ///< bytes that were read, for the progress
  std::function<void(Entry&&)> take;
  std::vector<std::string>* left_out = nullptr;

  /// Throws Error{usage} with name and line. `reason` holds no words of the journal.
  [[noreturn]] void refuse(std::string_view reason) const;
  void leave_out(std::string_view reason) const;
  /// Moves `line` on by the line ends in `bytes`.
  void count_lines(std::string_view bytes);
};

void read_json(std::string_view bytes, ImportReading& reading);
void read_jsonl(std::string_view bytes, ImportReading& reading);
void read_markdown(std::string_view bytes, ImportReading& reading);
void read_text(std::string_view bytes, ImportReading& reading);
void read_csv(std::string_view bytes, ImportReading& reading);
void read_jrnl(std::string_view bytes, ImportReading& reading);
void read_jrnl_json(std::string_view bytes, ImportReading& reading);
void read_dayone(std::string_view bytes, ImportReading& reading);
/// `folder` may be one file, too.
void read_folder(const std::filesystem::path& folder, ImportReading& reading);
/// The day in a file's name or in the folders it lies in.
std::optional<Day> day_in_path(const std::filesystem::path& path);

/// The fields of an entry of ours, one by one as they are met; what isn't given has its default.
class EntryFields {
 public:
  explicit EntryFields(const ImportReading& reading) : reading_(reading) {}

  /// A field by its name in lull.journal/1, a value of "feelings" or "tags" at a time.
  void set(std::string_view name, std::string_view value);
  /// The same from JSON, lists whole.
  void set(std::string_view name, const JsonValue& value);
  /// The entry. Refuses one without a moment.
  Entry finish(std::string text) &&;

 private:
  std::int64_t number(std::string_view value, std::string_view problem) const;

  const ImportReading& reading_;
  Entry entry_;
  bool has_at_ = false;
  bool has_day_ = false;
  bool has_written_ = false;
};

/// Gives the elements of the list under "entries" one at a time, so that only one is in memory. All
/// around them is checked as well, and returned with an empty list in its place.
JsonValue each_entry_of(std::string_view bytes, ImportReading& reading,
                        const std::function<void(const JsonValue&)>& take);

/// A moment as "2026-11-20T22:30:00+01:00" or with "Z"; the seconds may be left out.
struct Stamp {
  Instant instant;
  int offset_minutes = 0;
};
std::optional<Stamp> parse_stamp(std::string_view text);
/// Seconds since midnight of "22:30", "22:30:15", "10:30 PM", "10:30:15 pm".
std::optional<int> parse_clock(std::string_view text);
/// "2026-11-20 22:30" and what parse_clock knows, or the day alone (noon).
std::optional<Instant> parse_local(std::string_view text, const DayRule& rule);
std::optional<Uid> parse_uid(std::string_view hex);

/// A page of another program: its moment by the journal's own rule, its tags with those in its
/// text.
Entry foreign_entry(Instant at, std::string text, const std::vector<std::string>& tags,
                    const DayRule& rule);
/// Words that follow an '@' which stands alone, as jrnl marks tags.
std::vector<std::string> at_tags_in(std::string_view text);

/// Lines that begin like `mark` get a backslash more, so that a mark is never part of a text.
void append_guarded(std::string& out, std::string_view text, std::string_view mark);
std::string unguarded(std::string_view text, std::string_view mark);
/// Where the next line that begins with `mark` begins, from a line's beginning on; else the end.
std::size_t next_mark(std::string_view bytes, std::size_t from, std::string_view mark);

}  // namespace lull
