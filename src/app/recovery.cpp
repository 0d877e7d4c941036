#include "lull/app/recovery.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "lull/app/editor_draft.hpp"
#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/base/paths.hpp"
#include "lull/base/utf8.hpp"

namespace lull {
namespace {

constexpr std::string_view kPrefix = "recovery-";
constexpr std::string_view kClear = ".txt";
constexpr std::string_view kSealed = ".sealed";

// Folders that can't be found (HOME unset) are left out: this is the way of last resort.
std::vector<std::filesystem::path> folders(const std::filesystem::path& data_folder,
                                           const Environment& environment) {
  std::vector<std::filesystem::path> found{data_folder};
  for (auto* folder : {&state_folder, &runtime_folder}) {
    try {
      if (auto path = folder(environment); !path.empty()) found.push_back(std::move(path));
    } catch (const Error&) {
      continue;
    }
  }
  return found;
}

// A draft that a killed editor or program left behind. One that says nothing new is swept away.
bool has_left_text(const std::filesystem::path& folder) {
  if (!is_left_draft(folder)) return false;
  if (text_of_draft(folder, DraftEnd::interrupted)) return true;
  remove_draft(folder);
  return false;
}

// By the second in their names, whatever they are called.
bool is_older(const std::filesystem::path& left, const std::filesystem::path& right) {
  const auto after_word = [](const std::filesystem::path& path) {
    const std::string name = path.filename().string();
    return name.substr(name.find('-'));
  };
  return after_word(left) < after_word(right);
}

}  // namespace

std::optional<std::filesystem::path> keep_for_recovery(const std::string& text, Instant now,
                                                       const std::filesystem::path& data_folder,
                                                       const Environment& environment,
                                                       const std::optional<PublicKey>& seal_to) {
  if (text.empty()) return std::nullopt;
  const std::string bytes = seal_to ? seal_text(text, now, *seal_to) : text;
  for (const std::filesystem::path& folder : folders(data_folder, environment)) {
    for (int attempt = 0; attempt < 100; ++attempt) {
      const auto path = folder / fmt::format("{}{}-{}-{}{}", kPrefix, now.seconds, getpid(),
                                             attempt, seal_to ? kSealed : kClear);
      try {
        create_private_folder(folder);
        write_file_atomically(path, bytes, Existing::keep);
        return path;
      } catch (const Error& error) {
        if (error.kind() != ErrorKind::refused) break;
      }
    }
  }
  return std::nullopt;
}

std::vector<std::filesystem::path> recovery_files(const std::filesystem::path& data_folder,
                                                  const Environment& environment) {
  std::vector<std::filesystem::path> files;
  for (const std::filesystem::path& folder : folders(data_folder, environment)) {
    std::error_code error;
    for (const auto& file : std::filesystem::directory_iterator(folder, error)) {
      const std::string name = file.path().filename().string();
      const bool kept =
          name.starts_with(kPrefix) && (name.ends_with(kClear) || name.ends_with(kSealed));
      if (kept || has_left_text(file.path())) files.push_back(file.path());
    }
  }
  std::sort(files.begin(), files.end(), is_older);
  return files;
}

bool is_sealed_recovery(const std::filesystem::path& path) { return path.extension() == kSealed; }

std::optional<std::string> read_recovery(const std::filesystem::path& path, const SecretKey& key) {
  if (is_left_draft(path)) return text_of_draft(path, DraftEnd::interrupted);
  std::optional<std::string> bytes = read_file(path);
  if (!bytes || !is_sealed_recovery(path)) return bytes;
  std::optional<std::string> text = key ? open_sealed_text(*bytes, *key) : std::nullopt;
  if (text) return text;
  throw Error(ErrorKind::store,
              fmt::format("could not open {}: it is damaged, or sealed for another journal",
                          path.filename().string()));
}

std::size_t seal_recovery_files(const std::filesystem::path& data_folder,
                                const Environment& environment, const PublicKey& seal_to) {
  std::size_t left = 0;
  for (const std::filesystem::path& file : recovery_files(data_folder, environment)) {
    if (is_sealed_recovery(file)) continue;
    const std::optional<std::string> text = read_recovery(file);
    if (!text) continue;
    if (keep_for_recovery(*text, instant_of_recovery(file), data_folder, environment, seal_to)) {
      remove_recovery(file);
    } else {
      ++left;
    }
  }
  return left;
}

Instant instant_of_recovery(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  const std::size_t dash = std::min(name.find('-'), name.size() - 1);
  return Instant{std::strtoll(name.c_str() + dash + 1, nullptr, 10)};
}

void remove_recovery(const std::filesystem::path& path) { remove_draft(path); }

RecoveredText mend_text(const std::string& bytes) {
  RecoveredText mended;
  std::string_view rest = bytes;
  while (const auto bad = find_invalid_utf8(rest)) {
    mended.text.append(rest.substr(0, *bad));
    const auto byte = static_cast<unsigned char>(rest[*bad]);
    if (byte == 0) {
      mended.text += "␀";
    } else {
      mended.text += static_cast<char>(0xC0 | (byte >> 6));
      mended.text += static_cast<char>(0x80 | (byte & 0x3F));
    }
    ++mended.mended_bytes;
    rest.remove_prefix(*bad + 1);
  }
  mended.text.append(rest);
  return mended;
}

}  // namespace lull
