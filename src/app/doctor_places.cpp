#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "doctor_parts.hpp"
#include "lull/app/older_copies.hpp"
#include "lull/app/recovery.hpp"
#include "lull/base/utf8.hpp"
#include "lull/store/locked_file.hpp"

namespace lull {
namespace {

constexpr std::uint64_t kMebibyte = std::uint64_t{1024} * 1024;
constexpr std::uint64_t kLeastFree = 16 * kMebibyte;

std::string shown(const std::filesystem::path& path) { return make_visible_line(path.string()); }

std::filesystem::path folder_of(const DoctorScene& scene) {
  const auto folder = scene.journal.parent_path();
  return folder.empty() ? "." : folder;
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& file : std::filesystem::directory_iterator(folder, error)) {
    files.push_back(file.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string name_list(const std::vector<std::filesystem::path>& files) {
  std::string names;
  for (const auto& file : files) {
    names += (names.empty() ? "" : ", ") + make_visible_line(file.filename().string());
  }
  return names;
}

void check_mode(const std::filesystem::path& path, std::string_view what, std::string_view mode,
                std::string_view meaning, Findings& findings) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return;
  if (status.st_uid != geteuid() && geteuid() != 0) {
    findings.push_back({"permissions", Weight::look,
                        fmt::format("The {} belongs to somebody else on this computer.", what),
                        "They may read it, and change it.", "ls -ld " + shown(path)});
  }
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    findings.push_back({"permissions", Weight::look,
                        fmt::format("Other people on this computer may look into the {}.", what),
                        std::string(meaning), fmt::format("chmod {} {}", mode, shown(path))});
  }
}

// Folders that other programs copy elsewhere, by the names those programs give them.
std::string_view syncing_program(const std::filesystem::path& folder) {
  static constexpr std::array<std::string_view, 10> kNames{
      "dropbox", "nextcloud", "owncloud", "onedrive",  "google drive",
      "icloud",  "pcloud",    "megasync", "syncthing", "seafile"};
  for (const auto& part : folder) {
    std::string name = fold(part.string());
    for (const std::string_view known : kNames) {
      if (name.find(known) != std::string::npos) return known;
    }
  }
  for (auto parent = folder; parent.has_relative_path(); parent = parent.parent_path()) {
    std::error_code error;
    if (std::filesystem::exists(parent / ".stfolder", error)) return "syncthing";
  }
  return "";
}

bool is_on_network(const std::filesystem::path& folder) {
  // The numbers of NFS, SMB, CIFS, SMB2 and AFS, and of FUSE, by statfs(2).
  static constexpr std::array<unsigned long, 6> kKinds{0x6969,     0x517B,     0xFF534D42,
                                                       0xFE534D42, 0x5346414F, 0x65735546};
  struct statfs status {};
  if (statfs(folder.c_str(), &status) != 0) return false;
  const auto kind = static_cast<unsigned long>(status.f_type) & 0xFFFFFFFFUL;
  return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

bool is_conflicted(const std::filesystem::path& file) {
  const std::string name = fold(file.filename().string());
  return name.find("lull") != std::string::npos && name.find("conflict") != std::string::npos;
}

bool is_old_copy(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  return (name.starts_with("lull.db.v") && name.ends_with(".bak")) ||
         name.starts_with("lull.db.before-repair-") || name.starts_with("lull.db.damaged-");
}

template <class Predicate>
std::vector<std::filesystem::path> chosen(const DoctorScene& scene, const Predicate& wanted) {
  std::vector<std::filesystem::path> files = files_in(folder_of(scene));
  std::erase_if(files, [&](const std::filesystem::path& file) { return !wanted(file); });
  return files;
}

void tell_copies_in_clear(const DoctorScene& scene, Findings& findings) {
  if (!is_locked_file(scene.journal)) return;
  if (const auto files = left_lock_copies(folder_of(scene)); !files.empty()) {
    findings.push_back(
        {"copies in clear", Weight::look,
         "The journal is locked, and this copy of it is not: " + name_list(files) + ".",
         "It was made before the lock was set, and that was cut short before the "
         "copy was removed.",
         "lull lock set reads every row back and removes it"});
  }
  if (const auto files = copies_in_clear(folder_of(scene)); !files.empty()) {
    findings.push_back(
        {"copies in clear", Weight::note,
         "The journal is locked, and these copies of it are not: " + name_list(files) + ".",
         "Whoever uses this account can read what stood there then.",
         "lull lock set seals them, or deletes them"});
  }
}

}  // namespace

void tell_permissions(const DoctorScene& scene, Findings& findings) {
  const std::size_t before = findings.size();
  check_mode(scene.journal, "journal file", "600",
             "lull doesn't open a journal that is open to others.", findings);
  check_mode(folder_of(scene), "folder", "700",
             "They see that there is a journal, and when it was last written.", findings);
  if (access(folder_of(scene).c_str(), W_OK) != 0 || access(scene.journal.c_str(), W_OK) != 0) {
    findings.push_back({"permissions", Weight::look, "The journal may be read but not written to.",
                        "Nothing new can be saved in it.", "ls -ld " + shown(folder_of(scene))});
  }
  if (findings.size() == before) {
    findings.push_back({"permissions", Weight::fine, "File and folder are yours alone.", "", ""});
  }
}

void tell_space(const DoctorScene& scene, Findings& findings) {
  struct statvfs disk {};
  struct stat file {};
  if (statvfs(folder_of(scene).c_str(), &disk) != 0 || stat(scene.journal.c_str(), &file) != 0) {
    return;
  }
  const std::uint64_t free = std::uint64_t{disk.f_bavail} * disk.f_frsize;
  const auto size = static_cast<std::uint64_t>(file.st_size);
  if (free >= std::max(kLeastFree, 2 * size)) {
    findings.push_back({"space", Weight::fine, "There is room on the disk.", "", ""});
    return;
  }
  findings.push_back({"space", Weight::look,
                      fmt::format("{} MiB are free where the journal lies.", free / kMebibyte),
                      "A change needs room for what it changes, and a copy as much as the journal.",
                      "free some space elsewhere"});
}

void tell_folder(const DoctorScene& scene, Findings& findings) {
  std::error_code error;
  const auto folder = std::filesystem::weakly_canonical(folder_of(scene), error);
  const std::string_view program = syncing_program(error ? folder_of(scene) : folder);
  if (!program.empty()) {
    findings.push_back(
        {"synced folder", Weight::note,
         fmt::format("The folder looks as if {} copied it to other computers.", program),
         "Two of them that write at once leave two halves, and copies lie where "
         "others may read them.",
         "keep the journal elsewhere, and let it copy backups instead"});
  }
  if (is_on_network(folder)) {
    findings.push_back({"network", Weight::note, "The folder lies on a network or a mounted store.",
                        "Locks may not hold there when two computers write at once.",
                        "write from one computer at a time"});
  }
}

void tell_left_files(const DoctorScene& scene, Findings& findings) {
  tell_copies_in_clear(scene, findings);
  if (const auto files = unfinished_files(folder_of(scene)); !files.empty()) {
    findings.push_back({"unfinished files", Weight::note,
                        "Left in the folder: " + name_list(files) + ".",
                        "Each is from a write that was cut short; the journal doesn't need it.",
                        "lull doctor --repair removes what is older than an hour"});
  }
  if (const auto files = chosen(scene, is_conflicted); !files.empty()) {
    findings.push_back({"conflicting copies", Weight::look,
                        "Left in the folder: " + name_list(files) + ".",
                        "A program that copies between computers kept a second journal. What was "
                        "written there is not in yours.",
                        "lull --data FOLDER journal export reads it once it is in a folder of its "
                        "own, as lull.db"});
  }
  if (const auto files = chosen(scene, is_old_copy); !files.empty()) {
    findings.push_back({"older copies", Weight::note,
                        "Kept in the folder: " + name_list(files) + ".",
                        "They hold what stood there then, also what you removed since.",
                        "remove them when you no longer want them"});
  }
  if (const auto files = recovery_files(folder_of(scene), scene.environment); !files.empty()) {
    findings.push_back({"recovery files", Weight::look,
                        "Kept, but not saved: " + counted(files.size(), "text") + ".",
                        "What could not be written to the journal waits there.",
                        "lull journal recover takes it in"});
  }
}

}  // namespace lull
