#pragma once

#include <filesystem>
#include <vector>

#include "lull/base/environment.hpp"

namespace lull {

/// Where lull may have kept something.
struct KeptPlaces {
  std::filesystem::path data_folder;
  bool data_was_named = false;  ///< then only what lull itself names is touched in it
  std::filesystem::path config_file;
};

/// Files and folders of lull's that are there now: the journal, its copies, texts that were not
/// saved, reminders, drafts, keys, settings.
std::vector<std::filesystem::path> kept_files(const KeptPlaces& places,
                                              const Environment& environment);

/// Overwrites and removes them, and the folders that are empty then. Returns those that stayed.
std::vector<std::filesystem::path> wipe_files(const std::vector<std::filesystem::path>& files,
                                              const KeptPlaces& places,
                                              const Environment& environment);

}  // namespace lull
