#include "lull/app/older_copies.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <string>

#include "lull/store/backup.hpp"
#include "lull/store/locked_file.hpp"

namespace lull {
namespace {

template <class Predicate>
std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder,
                                            const Predicate& is_wanted) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& file : std::filesystem::directory_iterator(folder, error)) {
    if (is_wanted(file.path())) files.push_back(file.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool is_lock_copy(const BackupFile& file) {
  return file.reason == BackupReason::lock && !is_locked_file(file.path);
}

}  // namespace

std::vector<std::filesystem::path> copies_in_clear(const std::filesystem::path& data_folder) {
  std::vector<std::filesystem::path> copies =
      files_in(data_folder, [](const std::filesystem::path& file) {
        const std::string name = file.filename().string();
        return name.starts_with("lull.db.") && !name.ends_with(".tmp") && !is_locked_file(file);
      });
  const auto left = left_lock_copies(data_folder);
  const auto backups = files_in(data_folder / "backups", [&](const std::filesystem::path& file) {
    return file.extension() == ".db" && !is_locked_file(file) &&
           std::find(left.begin(), left.end(), file) == left.end();
  });
  copies.insert(copies.end(), backups.begin(), backups.end());
  return copies;
}

std::vector<std::filesystem::path> left_lock_copies(const std::filesystem::path& data_folder) {
  std::vector<std::filesystem::path> copies;
  for (const BackupFile& file : list_backups(backup_folder(data_folder))) {
    if (is_lock_copy(file)) copies.push_back(file.path);
  }
  return copies;
}

std::vector<std::filesystem::path> unfinished_files(const std::filesystem::path& data_folder) {
  const auto is_unfinished = [](const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    return (name.starts_with(".lull-") || name.starts_with("lull.db.")) &&
           (name.ends_with(".tmp") || name.ends_with(".tmp-journal"));
  };
  std::vector<std::filesystem::path> files = files_in(data_folder, is_unfinished);
  const auto backups = files_in(backup_folder(data_folder), is_unfinished);
  files.insert(files.end(), backups.begin(), backups.end());
  return files;
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
