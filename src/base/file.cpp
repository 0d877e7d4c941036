#include "lull/base/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <random>

#include "lull/base/error.hpp"
#include "lull/base/write_whole.hpp"

namespace lull {
namespace {

constexpr mode_t kPrivateFile = 0600;
constexpr mode_t kPrivateFolder = 0700;
constexpr int kMostLinks = 40;

std::string hint_for(int reason) {
  switch (reason) {
    case ENOSPC:
    case EDQUOT:
      return "free some space, then try again";
    case EACCES:
    case EPERM:
      return "look at the permissions with ls -ld, or choose another place";
    case EROFS:
      return "this disk can't be written to; choose another place";
    case ENOENT:
    case ENOTDIR:
      return "make the folder first, or choose another place";
    default:
      return "choose another place";
  }
}

[[noreturn]] void fail(std::string_view action, const std::filesystem::path& path, int reason) {
  throw Error(ErrorKind::io,
              fmt::format("could not {} {}: {}", action, path.string(), std::strerror(reason)),
              hint_for(reason));
}

/// Closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  /// False with errno set when the last bytes could not be handed over.
  bool close() {
    const int number = number_;
    number_ = -1;
    return ::close(number) == 0 || errno == EINTR;
  }

 private:
  int number_;
};

/// Removes the file again, unless it was kept.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::filesystem::path path) : path_(std::move(path)) {}
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  const std::filesystem::path& path() const { return path_; }
  void keep() { path_.clear(); }

 private:
  std::filesystem::path path_;
};

std::filesystem::path folder_of(const std::filesystem::path& path) {
  const auto folder = path.parent_path();
  return folder.empty() ? "." : folder;
}

bool exists_itself(const std::filesystem::path& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

// Where the chain of links ends, whether or not something is there.
std::filesystem::path resolve_links(std::filesystem::path path) {
  for (int links = 0; links < kMostLinks; ++links) {
    std::error_code none;
    const auto target = std::filesystem::read_symlink(path, none);
    if (none) return path;
    path = target.is_absolute() ? target : path.parent_path() / target;
  }
  fail("write", path, ELOOP);
}

std::filesystem::path temporary_name(const std::filesystem::path& folder) {
  std::random_device random;
  return folder / fmt::format(".lull-{:08x}{:08x}.tmp", random(), random());
}

void write_all(int descriptor, std::string_view bytes, const std::filesystem::path& path) {
  if (const int error = write_whole(descriptor, bytes); error != 0) fail("write", path, error);
}

// Some file systems can't sync a folder and say EINVAL; there is nothing more to do then.
void sync_folder(const std::filesystem::path& folder) {
  Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!descriptor.is_open()) return;  // may be written to but not read
  if (::fsync(descriptor.number()) != 0 && errno != EINVAL) fail("save the folder", folder, errno);
}

void refuse_taken(const std::filesystem::path& path) {
  throw Error(ErrorKind::refused, fmt::format("could not write {}: it exists", path.string()),
              "choose another name, or move the old one away");
}

void put_in_place(TemporaryFile& temporary, const std::filesystem::path& path, Existing existing) {
  const char* from = temporary.path().c_str();
  if (existing == Existing::replace) {
    if (::rename(from, path.c_str()) != 0) fail("write", path, errno);
    temporary.keep();
    return;
  }
  if (::renameat2(AT_FDCWD, from, AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0) {
    temporary.keep();
    return;
  }
  if (errno == EEXIST) refuse_taken(path);
  if (errno != EINVAL && errno != ENOSYS) fail("write", path, errno);
  // The file system knows no such rename; a second name is as safe, and the first goes with
  // `temporary`.
  if (::link(from, path.c_str()) != 0) {
    if (errno == EEXIST) refuse_taken(path);
    fail("write", path, errno);
  }
}

}  // namespace

void create_private_folder(const std::filesystem::path& folder) {
  struct stat status {};
  if (folder.empty() || (::stat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode))) return;
  if (!folder.has_filename()) return create_private_folder(folder.parent_path());
  create_private_folder(folder.parent_path());
  if (::mkdir(folder.c_str(), kPrivateFolder) == 0) return sync_folder(folder_of(folder));
  const int reason = errno;
  // Someone else may have been quicker.
  if (::stat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) return;
  fail("make the folder", folder, reason);
}

std::optional<std::string> read_file(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    fail("read", path, errno);
  }
  struct stat status {};
  if (::fstat(file.number(), &status) == 0 && S_ISDIR(status.st_mode)) fail("read", path, EISDIR);
  return read_descriptor(file.number());
}

std::string read_descriptor(int descriptor) {
  std::string bytes;
  struct stat status {};
  if (::fstat(descriptor, &status) == 0 && status.st_size > 0)
    bytes.reserve(static_cast<std::size_t>(status.st_size));
  std::array<char, 65'536> buffer;
  while (true) {
    const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
    if (count == 0) return bytes;
    if (count > 0) {
      bytes.append(buffer.data(), static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      throw Error(ErrorKind::io, fmt::format("could not read: {}", std::strerror(errno)));
    }
  }
}

void write_file_atomically(const std::filesystem::path& path, std::string_view bytes,
                           Existing existing) {
  write_file_atomically(
      path, [bytes](const ByteSink& sink) { sink(bytes); }, existing);
}

void write_file_atomically(const std::filesystem::path& path,
                           const std::function<void(const ByteSink&)>& produce, Existing existing) {
  if (existing == Existing::keep && exists_itself(path)) refuse_taken(path);
  const auto target = resolve_links(path);
  struct stat status {};
  if (::stat(target.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    throw Error(ErrorKind::io, fmt::format("could not write {}: not a file", path.string()),
                "name a file; without one the text goes to standard output");
  }
  TemporaryFile temporary(temporary_name(folder_of(target)));
  Descriptor file(::open(temporary.path().c_str(),
                         O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, kPrivateFile));
  if (!file.is_open()) {
    const int reason = errno;
    temporary.keep();  // it isn't ours
    fail("write", path, reason);
  }
  produce([&](std::string_view bytes) { write_all(file.number(), bytes, path); });
  if (::fdatasync(file.number()) != 0) fail("write", path, errno);
  if (!file.close()) fail("write", path, errno);
  put_in_place(temporary, target, existing);
  sync_folder(folder_of(target));
}

}  // namespace lull
