#include "file_gate.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/store/sqlite_store.hpp"

namespace lull {
namespace {

constexpr std::size_t kHeaderSize = 100;
constexpr std::size_t kUserVersionAt = 60;
constexpr std::size_t kApplicationIdAt = 68;
constexpr std::string_view kMagic{"SQLite format 3\0", 16};

using Header = std::array<unsigned char, kHeaderSize>;

std::int32_t big_endian(const Header& header, std::size_t at) {
  return static_cast<std::int32_t>((std::uint32_t{header[at]} << 24) |
                                   (std::uint32_t{header[at + 1]} << 16) |
                                   (std::uint32_t{header[at + 2]} << 8) | header[at + 3]);
}

class Descriptor {
 public:
  explicit Descriptor(const std::filesystem::path& path)
      : number_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void throw_unopened(const std::string& name) {
  if (errno == ENOENT || errno == ENOTDIR) {
    throw Error(ErrorKind::not_found, "could not open " + name + ": there is no journal there");
  }
  throw Error(ErrorKind::io, fmt::format("could not open {}: {}", name, std::strerror(errno)));
}

void check_mode(const struct stat& status, const std::string& name) {
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) == 0) return;
  throw Error(ErrorKind::permissions,
              "could not open " + name + ": other people on this computer may read it",
              "chmod 600 " + name);
}

}  // namespace

std::int32_t check_header(const std::filesystem::path& path, std::int32_t newest, Readers readers) {
  const std::string name = make_visible_line(path.string());
  const Descriptor file(path);
  struct stat status {};
  if (file.number() < 0 || fstat(file.number(), &status) != 0) throw_unopened(name);
  const auto refuse = [&](std::string_view reason, std::string hint = {}) {
    throw Error(ErrorKind::store, fmt::format("could not open {}: {}", name, reason),
                std::move(hint));
  };
  if (S_ISDIR(status.st_mode)) refuse("it is a folder, not a journal");
  if (!S_ISREG(status.st_mode)) refuse("it is not a plain file");

  Header header{};
  const ssize_t got = pread(file.number(), header.data(), header.size(), 0);
  if (got < 0) throw_unopened(name);
  if (static_cast<std::size_t>(got) < header.size() ||
      std::memcmp(header.data(), kMagic.data(), kMagic.size()) != 0) {
    refuse("it is not a lull journal; nothing in it was changed", "lull help privacy");
  }
  if (big_endian(header, kApplicationIdAt) != kApplicationId) {
    refuse("it belongs to another program; nothing in it was changed");
  }
  const std::int32_t version = big_endian(header, kUserVersionAt);
  if (version > newest) {
    refuse(fmt::format("it was written by a newer lull (format {}, this program knows {}); nothing "
                       "in it was changed",
                       version, newest),
           "install the newer lull again");
  }
  if (version < 1) refuse("it was never finished; nothing in it was changed");
  if (readers == Readers::owner_alone) check_mode(status, name);
  return version;
}

}  // namespace lull
