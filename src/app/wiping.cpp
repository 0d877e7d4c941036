#include "lull/app/wiping.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "lull/app/key_pins.hpp"
#include "lull/app/older_copies.hpp"
#include "lull/base/error.hpp"
#include "lull/base/paths.hpp"

namespace lull {
namespace {

// In a folder that somebody named, other files may lie. What begins so is ours.
constexpr std::array<std::string_view, 8> kOurs{"lull.db", "recovery-", "draft-",      "reminded",
                                                "noticed", "backup",    "review.html", ".lull"};

bool is_ours(const std::string& name) {
  return std::any_of(kOurs.begin(), kOurs.end(),
                     [&](std::string_view ours) { return name.starts_with(ours); });
}

void add_content(const std::filesystem::path& folder, bool everything,
                 std::vector<std::filesystem::path>& found) {
  std::error_code error;
  for (const auto& file : std::filesystem::directory_iterator(folder, error)) {
    if (everything || is_ours(file.path().filename().string())) found.push_back(file.path());
  }
}

// Folders that can't be found (HOME unset) hold nothing.
std::vector<std::filesystem::path> shared_folders(const Environment& environment) {
  std::vector<std::filesystem::path> folders;
  for (auto* folder : {&state_folder, &runtime_folder}) {
    try {
      if (auto path = folder(environment); !path.empty()) folders.push_back(std::move(path));
    } catch (const Error&) {
      continue;
    }
  }
  return folders;
}

void shred_everything_in(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(std::filesystem::symlink_status(path, error))) {
    for (const auto& file : std::filesystem::directory_iterator(path, error)) {
      shred_everything_in(file.path());
    }
    std::filesystem::remove(path, error);
  } else {
    shred(path);
  }
}

}  // namespace

std::vector<std::filesystem::path> kept_files(const KeptPlaces& places,
                                              const Environment& environment) {
  std::vector<std::filesystem::path> found;
  add_content(places.data_folder, !places.data_was_named, found);
  if (!places.data_was_named) {
    for (const auto& folder : shared_folders(environment)) add_content(folder, true, found);
    std::error_code error;
    if (std::filesystem::exists(places.config_file, error)) found.push_back(places.config_file);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::filesystem::path> wipe_files(const std::vector<std::filesystem::path>& files,
                                              const KeptPlaces& places,
                                              const Environment& environment) {
  if (places.data_was_named) pin_key(environment, places.data_folder / "lull.db", std::nullopt);
  std::vector<std::filesystem::path> left;
  std::error_code error;
  for (const auto& file : files) {
    shred_everything_in(file);
    if (std::filesystem::exists(std::filesystem::symlink_status(file, error))) {
      left.push_back(file);
    }
  }
  // Only empty ones go.
  std::filesystem::remove(places.data_folder, error);
  if (places.data_was_named) return left;
  std::filesystem::remove(places.config_file.parent_path(), error);
  for (const auto& folder : shared_folders(environment)) std::filesystem::remove(folder, error);
  return left;
}

}  // namespace lull
