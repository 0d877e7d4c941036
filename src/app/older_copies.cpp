#include "lull/app/older_copies.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <string>

#include "lull/store/locked_file.hpp"

namespace lull {

std::vector<std::filesystem::path> copies_in_clear(const std::filesystem::path& data_folder) {
  std::vector<std::filesystem::path> copies;
  const auto add = [&](const std::filesystem::path& folder, const auto& is_copy) {
    std::error_code error;
    for (const auto& file : std::filesystem::directory_iterator(folder, error)) {
      const std::string name = file.path().filename().string();
      if (is_copy(name) && !is_locked_file(file.path())) copies.push_back(file.path());
    }
  };
  add(data_folder, [](const std::string& name) {
    return name.starts_with("lull.db.") && !name.starts_with("lull.db-");
  });
  add(data_folder / "backups", [](const std::string& name) { return name.ends_with(".db"); });
  std::sort(copies.begin(), copies.end());
  return copies;
}

bool shred(const std::filesystem::path& file) {
  const int descriptor = open(file.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  struct stat status {};
  if (descriptor >= 0 && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
    const std::string zeros(1 << 16, '\0');
    for (off_t left = status.st_size; left > 0;) {
      const auto size = std::min<std::size_t>(zeros.size(), static_cast<std::size_t>(left));
      const ssize_t wrote = write(descriptor, zeros.data(), size);
      if (wrote <= 0) break;
      left -= wrote;
    }
    fdatasync(descriptor);
  }
  if (descriptor >= 0) close(descriptor);
  std::error_code error;
  return std::filesystem::remove(file, error);
}

}  // namespace lull
