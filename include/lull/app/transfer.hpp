#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lull/app/journal.hpp"
#include "lull/base/clock.hpp"
#include "lull/base/day_rule.hpp"
#include "lull/base/file.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// How entries stand in a file. The first five hold all that an entry holds, and are read back byte
/// for byte; docs/import-export.md describes each. The others are only read.
enum class TransferFormat { json, jsonl, markdown, text, csv, jrnl, jrnl_json, dayone, folder };

std::string_view to_string(TransferFormat format);  ///< "json", ..., "jrnl-json"
std::optional<TransferFormat> parse_transfer_format(std::string_view word);

/// Gives the entries that pass, oldest first, in pieces of some ten thousand bytes, and returns how
/// many they were. Memory doesn't grow with their number.
std::size_t export_entries(Journal& journal, EntryFilter filter, TransferFormat format,
                           const ByteSink& sink);

inline constexpr std::size_t kLongestEntry = std::size_t{16} * 1024 * 1024;    ///< bytes of text
inline constexpr std::size_t kLargestImport = std::size_t{256} * 1024 * 1024;  ///< bytes of a file

/// What is to be imported: the bytes of one file, or a folder of files.
struct ImportSource {
  std::string name;  ///< for messages
  std::string bytes;
  std::filesystem::path folder;  ///< set for a folder; `bytes` is empty then
  TransferFormat format = TransferFormat::json;
};

/// Reads a file or looks at a folder. With no `format` it is found from what is in it. Throws
/// Error{not_found}, Error{io}, and Error{usage} for a file that is too large or of no known form.
ImportSource open_import(const std::filesystem::path& path, std::optional<TransferFormat> format);
/// The same for bytes that came another way.
ImportSource open_import(std::string name, std::string bytes, std::optional<TransferFormat> format);

/// What an import did, or would do.
struct ImportCount {
  std::size_t taken = 0;
  std::size_t doubles = 0;            ///< the same instant and text are in the journal already
  std::vector<std::string> left_out;  ///< files and records that hold no entry, and why
};

/// Who is told while an import runs; either may be empty.
struct ImportWatch {
  std::function<void(const Entry&)> take;  ///< each entry that is taken
  std::function<void(std::size_t done, std::size_t of)> progress;
  /// Once, before the first is written, with how many the source holds; never when it is dry.
  std::function<void(std::size_t count)> before_writing;
};

/// Takes all entries of `source` into the journal, in one transaction, or none: the first record
/// that is wrong throws Error{usage} with its line. Entries keep their text byte for byte; what the
/// source doesn't say is as if they had been written at the moment they are about. With `dry`
/// nothing is written.
ImportCount import_entries(Store& store, const Clock& clock, const DayRule& rule,
                           const ImportSource& source, bool dry, const ImportWatch& watch);

}  // namespace lull
