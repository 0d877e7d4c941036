#include "lull/base/file.hpp"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <csignal>
#include <fstream>

#include "lull/base/error.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace lull;
using lull::test::TempDir;
namespace fs = std::filesystem;

namespace {

unsigned mode_of(const fs::path& path) {
  struct stat status {};
  REQUIRE(::lstat(path.c_str(), &status) == 0);
  return status.st_mode & 07777U;
}

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

template <class Action>
ErrorKind kind_thrown_by(Action action) {
  try {
    action();
  } catch (const Error& error) {
    CHECK_THAT(error.what(), Catch::Matchers::StartsWith("could not "));
    CHECK_FALSE(error.hint().empty());
    return error.kind();
  }
  FAIL("nothing was thrown");
  return ErrorKind::internal;
}

class Umask {
 public:
  explicit Umask(mode_t mask) : before_(::umask(mask)) {}
  Umask(const Umask&) = delete;
  Umask& operator=(const Umask&) = delete;
  ~Umask() { ::umask(before_); }

 private:
  mode_t before_;
};

/// Folders can't keep root out, so root becomes someone else meanwhile.
class OrdinaryUser {
 public:
  explicit OrdinaryUser(const fs::path& home) : was_root_(::geteuid() == 0) {
    if (!was_root_) return;
    REQUIRE(::chown(home.c_str(), kNobody, kNobody) == 0);
    REQUIRE(::seteuid(kNobody) == 0);
  }
  OrdinaryUser(const OrdinaryUser&) = delete;
  OrdinaryUser& operator=(const OrdinaryUser&) = delete;
  ~OrdinaryUser() {
    if (was_root_ && ::seteuid(0) != 0) std::abort();
  }

 private:
  static constexpr uid_t kNobody = 65534;
  bool was_root_;
};

/// Files can't grow beyond a size while it lives, as on a disk that is full.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit limit = before_;
    limit.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int);
};

}  // namespace

TEST_CASE("a file is written whole and read back, NUL bytes and all", "[File]") {
  const TempDir folder;
  std::string bytes(300'000, 'x');
  bytes[1'000] = '\0';
  bytes += "end\n";
  write_file_atomically(folder / "a", bytes);
  CHECK(read_file(folder / "a") == bytes);
  write_file_atomically(folder / "a", "");
  CHECK(read_file(folder / "a") == "");
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a file is private whatever the mask says and whatever was there", "[File]") {
  const TempDir folder;
  const Umask open_to_all(0);
  write_file_atomically(folder / "new", "text");
  CHECK(mode_of(folder / "new") == 0600);
  std::ofstream(folder / "old") << "open to all";
  fs::permissions(folder / "old", fs::perms::all);
  write_file_atomically(folder / "old", "text");
  CHECK(mode_of(folder / "old") == 0600);
}

TEST_CASE("a file is replaced, never rewritten: who had it open still reads the old", "[File]") {
  const TempDir folder;
  write_file_atomically(folder / "a", "old words");
  std::ifstream reader(folder / "a");
  write_file_atomically(folder / "a", "new");
  std::string line;
  std::getline(reader, line);
  CHECK(line == "old words");
  CHECK(read_file(folder / "a") == "new");
}

TEST_CASE("a link stays a link and its target is replaced", "[File]") {
  const TempDir folder;
  fs::create_directory(folder / "real");
  write_file_atomically(folder / "real" / "target", "old");
  fs::create_symlink("real/target", folder / "relative");
  fs::create_symlink(folder / "relative", folder / "twice");
  write_file_atomically(folder / "twice", "new");
  CHECK(fs::is_symlink(folder / "twice"));
  CHECK(fs::is_symlink(folder / "relative"));
  CHECK(read_file(folder / "real" / "target") == "new");
  CHECK(files_in(folder / "real") == 1);
}

TEST_CASE("a link to nothing gets its target", "[File]") {
  const TempDir folder;
  fs::create_symlink("missing", folder / "link");
  write_file_atomically(folder / "link", "text");
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(read_file(folder / "missing") == "text");
}

TEST_CASE("links in a circle are an error", "[File]") {
  const TempDir folder;
  fs::create_symlink("b", folder / "a");
  fs::create_symlink("a", folder / "b");
  CHECK(kind_thrown_by([&] { write_file_atomically(folder / "a", "text"); }) == ErrorKind::io);
  CHECK(kind_thrown_by([&] { read_file(folder / "a"); }) == ErrorKind::io);
  CHECK(files_in(folder.path()) == 2);
}

TEST_CASE("a taken name is kept when it should be", "[File]") {
  const TempDir folder;
  write_file_atomically(folder / "a", "first", Existing::keep);
  const auto again = [&] { write_file_atomically(folder / "a", "second", Existing::keep); };
  CHECK(kind_thrown_by(again) == ErrorKind::refused);
  CHECK(read_file(folder / "a") == "first");
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a link is a taken name, even to nothing", "[File]") {
  const TempDir folder;
  fs::create_symlink("missing", folder / "link");
  const auto write = [&] { write_file_atomically(folder / "link", "text", Existing::keep); };
  CHECK(kind_thrown_by(write) == ErrorKind::refused);
  CHECK_FALSE(fs::exists(folder / "missing"));
}

TEST_CASE("a missing folder is an error, and is not made", "[File]") {
  const TempDir folder;
  const auto write = [&] { write_file_atomically(folder / "none" / "a", "text"); };
  CHECK(kind_thrown_by(write) == ErrorKind::io);
  CHECK(files_in(folder.path()) == 0);
}

TEST_CASE("what is not a file is left alone", "[File]") {
  const TempDir folder;
  fs::create_directory(folder / "inner");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(kind_thrown_by([&] { write_file_atomically(folder / "inner", "x"); }) == ErrorKind::io);
  CHECK(kind_thrown_by([&] { write_file_atomically(folder / "pipe", "x"); }) == ErrorKind::io);
  CHECK(kind_thrown_by([&] { write_file_atomically("/dev/null", "x"); }) == ErrorKind::io);
  CHECK(fs::is_directory(folder / "inner"));
  CHECK(fs::is_fifo(folder / "pipe"));
  CHECK(files_in(folder.path()) == 2);
}

TEST_CASE("a folder that may not be written to is an error that leaves nothing", "[File]") {
  const TempDir folder;
  const OrdinaryUser someone(folder.path());
  write_file_atomically(folder / "a", "old");
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  CHECK(kind_thrown_by([&] { write_file_atomically(folder / "a", "new"); }) == ErrorKind::io);
  CHECK(kind_thrown_by([&] { create_private_folder(folder / "b"); }) == ErrorKind::io);
  CHECK(read_file(folder / "a") == "old");
  CHECK(files_in(folder.path()) == 1);
  fs::permissions(folder.path(), fs::perms::owner_all);
}

TEST_CASE("a file that may not be read is an error, not a missing one", "[File]") {
  const TempDir folder;
  const OrdinaryUser someone(folder.path());
  write_file_atomically(folder / "a", "text");
  fs::permissions(folder / "a", fs::perms::none);
  CHECK(kind_thrown_by([&] { read_file(folder / "a"); }) == ErrorKind::io);
}

TEST_CASE("when there is no room the old file stays and no rest is left", "[File]") {
  const TempDir folder;
  write_file_atomically(folder / "a", "old");
  {
    const FileSizeLimit limit(4'096);
    const std::string large(100'000, 'x');
    CHECK(kind_thrown_by([&] { write_file_atomically(folder / "a", large); }) == ErrorKind::io);
  }
  CHECK(read_file(folder / "a") == "old");
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a bare name is written in the current folder", "[File]") {
  const TempDir folder;
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  write_file_atomically("bare", "text");
  fs::current_path(before);
  CHECK(read_file(folder / "bare") == "text");
}

TEST_CASE("a file that is not there is nothing", "[File]") {
  const TempDir folder;
  write_file_atomically(folder / "a", "text");
  CHECK_FALSE(read_file(folder / "none"));
  CHECK_FALSE(read_file(folder / "none" / "deeper"));
  CHECK_FALSE(read_file(folder / "a" / "deeper"));
}

TEST_CASE("a folder can't be read as a file", "[File]") {
  const TempDir folder;
  CHECK(kind_thrown_by([&] { read_file(folder.path()); }) == ErrorKind::io);
}

TEST_CASE("a descriptor is read to its end", "[File]") {
  int ends[2]{};
  REQUIRE(::pipe(ends) == 0);
  REQUIRE(::write(ends[1], "one ", 4) == 4);
  REQUIRE(::write(ends[1], "two", 3) == 3);
  ::close(ends[1]);
  CHECK(read_descriptor(ends[0]) == "one two");
  ::close(ends[0]);
  CHECK_THROWS_AS(read_descriptor(-1), Error);
}

TEST_CASE("every new folder is private, and those that were there stay as they are", "[File]") {
  const TempDir folder;
  const Umask open_to_all(0);
  REQUIRE(::mkdir((folder / "shared").c_str(), 0755) == 0);
  create_private_folder(folder / "shared" / "a" / "b");
  CHECK(mode_of(folder / "shared") == 0755);
  CHECK(mode_of(folder / "shared" / "a") == 0700);
  CHECK(mode_of(folder / "shared" / "a" / "b") == 0700);
  create_private_folder(folder / "shared" / "a" / "b");
  create_private_folder((folder / "with" / "slash").string() + "/");
  CHECK(mode_of(folder / "with" / "slash") == 0700);
}

TEST_CASE("a file in the way of a folder is an error", "[File]") {
  const TempDir folder;
  write_file_atomically(folder / "a", "text");
  CHECK(kind_thrown_by([&] { create_private_folder(folder / "a"); }) == ErrorKind::io);
  CHECK(kind_thrown_by([&] { create_private_folder(folder / "a" / "b"); }) == ErrorKind::io);
  CHECK(read_file(folder / "a") == "text");
}
