#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lull/base/environment.hpp"
#include "lull/base/instant.hpp"

namespace lull {

/// Keeps text that could not be saved: a new file, 0600, in the data folder; if that can't be
/// written, in the state folder, then in the runtime folder. Returns its path, or nothing when none
/// of them took it.
std::optional<std::filesystem::path> keep_for_recovery(const std::string& text, Instant now,
                                                       const std::filesystem::path& data_folder,
                                                       const Environment& environment);

/// The recovery files there are, and the folders of drafts that nobody edits any more, oldest
/// first.
std::vector<std::filesystem::path> recovery_files(const std::filesystem::path& data_folder,
                                                  const Environment& environment);

/// The text in one of them, or nothing when it is gone. Throws Error{io}.
std::optional<std::string> read_recovery(const std::filesystem::path& path);
void remove_recovery(const std::filesystem::path& path);

/// A recovered text as an entry can hold it: bytes that are not UTF-8 are read as Latin-1, NUL is
/// shown as ␀.
struct RecoveredText {
  std::string text;
  std::size_t mended_bytes = 0;
};
RecoveredText mend_text(const std::string& bytes);

}  // namespace lull
