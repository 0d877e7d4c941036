#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lull/base/environment.hpp"
#include "lull/base/instant.hpp"
#include "lull/store/vault.hpp"

namespace lull {

/// Keeps text that could not be saved: a new file, 0600, in the data folder; if that can't be
/// written, in the state folder, then in the runtime folder. With `seal_to` it is sealed, so that
/// the journal's key opens it. Returns its path, or nothing when none of them took it.
std::optional<std::filesystem::path> keep_for_recovery(
    const std::string& text, Instant now, const std::filesystem::path& data_folder,
    const Environment& environment, const std::optional<PublicKey>& seal_to = std::nullopt);

/// The recovery files there are, and the folders of drafts that nobody edits any more, oldest
/// first.
std::vector<std::filesystem::path> recovery_files(const std::filesystem::path& data_folder,
                                                  const Environment& environment);

/// When its text was written, which its name tells; 1970 when it doesn't.
Instant instant_of_recovery(const std::filesystem::path& path);
/// Whether the text in one of them is sealed.
bool is_sealed_recovery(const std::filesystem::path& path);
/// The text in one of them, or nothing when it is gone. A sealed one needs the key; one that the
/// key doesn't open throws Error{store}. Throws Error{io}.
std::optional<std::string> read_recovery(const std::filesystem::path& path,
                                         const SecretKey& key = nullptr);
/// Seals those that lie in clear; returns how many it could not.
std::size_t seal_recovery_files(const std::filesystem::path& data_folder,
                                const Environment& environment, const PublicKey& seal_to);
void remove_recovery(const std::filesystem::path& path);

/// A recovered text as an entry can hold it: bytes that are not UTF-8 are read as Latin-1, NUL is
/// shown as ␀.
struct RecoveredText {
  std::string text;
  std::size_t mended_bytes = 0;
};
RecoveredText mend_text(const std::string& bytes);

}  // namespace lull
