#include <algorithm>
#include <functional>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "lull/base/blanks.hpp"
#include "lull/base/utf8.hpp"
#include "lull/store/records.hpp"
#include "transfer_parts.hpp"

namespace lull {
namespace {

constexpr std::int64_t kClockSlack = 60;

/// An entry by what makes it the same: its instant and its text, the text by its hash.
struct Key {
  std::int64_t seconds = 0;
  std::size_t text = 0;
  friend bool operator==(const Key&, const Key&) = default;
};
struct KeyHash {
  std::size_t operator()(const Key& key) const {
    return key.text ^ (static_cast<std::size_t>(key.seconds) * 0x9E3779B97F4A7C15U);
  }
};
struct UidHash {
  std::size_t operator()(const Uid& uid) const {
    return std::hash<std::string_view>()(
        {reinterpret_cast<const char*>(uid.bytes.data()), uid.bytes.size()});
  }
};

Key key_of(const Entry& entry) {
  return {entry.at.instant.seconds, std::hash<std::string_view>()(entry.text)};
}

/// What is in the journal already, and what came before in the same import.
class KnownEntries {
 public:
  // Only entries of the same instants can be the same.
  void read(Store& store, Instant first, Instant last) {
    RowQuery query;
    query.from = first;
    query.before = last + 1;
    each<Entry>(store, query, [&](Entry&& entry) {
      if (!entry.trashed_on) keys_.emplace(key_of(entry), Known{entry.id, entry.uid});
      return true;
    });
    store.each_in_clear(TableId::entry, {}, [&](Row&& row) {
      uids_.insert(row.uid);
      return true;
    });
  }

  bool holds(Store& store, const Entry& entry) const {
    const auto found = keys_.find(key_of(entry));
    if (found == keys_.end()) return false;
    if (found->second.id ==
        0) {  // of this import: two entries that have names of their own stay two
      return !entry.uid.is_set() || entry.uid == found->second.uid;
    }
    const auto stored = find<Entry>(store, found->second.id);
    return stored && stored->text == entry.text;
  }

  /// Remembers it; its uid is drawn anew where another entry has it.
  void add(Entry& entry) {
    keys_.emplace(key_of(entry), Known{0, entry.uid});
    if (entry.uid.is_set() && !uids_.insert(entry.uid).second) entry.uid = {};
  }

 private:
  struct Known {
    std::int64_t id = 0;
    Uid uid;
  };
  std::unordered_map<Key, Known, KeyHash> keys_;
  std::unordered_set<Uid, UidHash> uids_;
};

void read_entries(const ImportSource& source, ImportReading& reading) {
  switch (source.format) {
    case TransferFormat::json:
      return read_json(source.bytes, reading);
    case TransferFormat::jsonl:
      return read_jsonl(source.bytes, reading);
    case TransferFormat::markdown:
      return read_markdown(source.bytes, reading);
    case TransferFormat::text:
      return read_text(source.bytes, reading);
    case TransferFormat::csv:
      return read_csv(source.bytes, reading);
    case TransferFormat::jrnl:
      return read_jrnl(source.bytes, reading);
    case TransferFormat::jrnl_json:
      return read_jrnl_json(source.bytes, reading);
    case TransferFormat::dayone:
      return read_dayone(source.bytes, reading);
    case TransferFormat::folder:
      return read_folder(source.folder, reading);
  }
}

bool is_sound(const std::vector<std::string>& texts) {
  return std::none_of(texts.begin(), texts.end(),
                      [](const std::string& text) { return find_invalid_utf8(text).has_value(); });
}

void check(const Entry& entry, Instant now, const ImportReading& reading) {
  if (entry.text.size() > kLongestEntry) reading.refuse("its text is longer than 16 MiB");
  if (find_invalid_utf8(entry.text)) reading.refuse("there is a NUL byte in its text");
  if (!is_sound(entry.tags) || !is_sound(entry.feelings) ||
      !is_sound({entry.prompt, entry.at.zone})) {
    reading.refuse("there is a NUL byte in one of its fields");
  }
  if (is_blank(entry.text)) {
    reading.refuse("there is no text in it");
  }
  if (entry.at.instant - now > kClockSlack) reading.refuse("its time lies in the future");
}

/// The instants between which the entries of a source lie.
struct Extent {
  Instant first{std::numeric_limits<std::int64_t>::max()};
  Instant last{std::numeric_limits<std::int64_t>::min()};
  std::size_t count = 0;
  std::size_t places = 0;  ///< how far the reading went, for the progress

  bool is_empty() const { return last < first; }
};

// Reads all of it once before anything is written: most wrong files are refused without a lock.
Extent survey(const ImportSource& source, const DayRule& rule, Instant now) {
  Extent extent;
  ImportReading reading{rule, source.name, 1, 0, {}, nullptr};
  reading.take = [&](Entry&& entry) {
    check(entry, now, reading);
    extent.first = std::min(extent.first, entry.at.instant);
    extent.last = std::max(extent.last, entry.at.instant);
    ++extent.count;
  };
  read_entries(source, reading);
  extent.places = source.bytes.empty() ? reading.place : source.bytes.size();
  return extent;
}

}  // namespace

ImportCount import_entries(Store& store, const Clock& clock, const DayRule& rule,
                           const ImportSource& source, bool dry, const ImportWatch& watch) {
  const Instant now = clock.now();
  const Extent extent = survey(source, rule, now);
  ImportCount count;
  const auto read = [&](const std::function<void(Entry&)>& write) {
    KnownEntries known;
    if (!extent.is_empty()) known.read(store, extent.first, extent.last);
    ImportReading reading{rule, source.name, 1, 0, {}, &count.left_out};
    reading.take = [&](Entry&& entry) {
      if (watch.progress) watch.progress(reading.place, extent.places);
      check(entry, now, reading);  // a folder may have changed since
      if (known.holds(store, entry)) {
        ++count.doubles;
        return;
      }
      known.add(entry);
      write(entry);
      if (watch.take) watch.take(entry);
      ++count.taken;
    };
    read_entries(source, reading);
  };
  if (dry) {
    read([](Entry&) {});
  } else {
    if (watch.before_writing) watch.before_writing(extent.count);
    store.change("journal import", [&](Change& change) {
      read([&](Entry& entry) { entry.id = insert(change, entry); });
    });
  }
  return count;
}

}  // namespace lull
