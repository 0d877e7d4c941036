#include "find_program.hpp"

#include <unistd.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace lull {

std::filesystem::path find_program(const std::string& name, const Environment& environment) {
  std::error_code error;
  if (name.find('/') != std::string::npos) return std::filesystem::canonical(name, error);
  std::string_view folders;
  const auto path = environment.get("PATH");
  if (path) folders = *path;
  while (!folders.empty()) {
    const std::size_t end = std::min(folders.find(':'), folders.size());
    const auto file = std::filesystem::path(folders.substr(0, end)) / name;
    if (access(file.c_str(), X_OK) == 0) return std::filesystem::canonical(file, error);
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return {};
}

}  // namespace lull
