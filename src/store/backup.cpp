#include "lull/store/backup.hpp"

#include <SQLiteCpp/Statement.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>

#include "backup_copy.hpp"
#include "connection.hpp"
#include "file_gate.hpp"
#include "journal_file.hpp"
#include "lull/base/calendar.hpp"
#include "lull/base/file.hpp"
#include "lull/base/utf8.hpp"
#include "lull/store/sqlite_store.hpp"

namespace lull {
namespace {

constexpr std::array<std::string_view, 6> kReasons{"asked",     "week",    "import",
                                                   "migration", "restore", "lock"};
constexpr std::string_view kEnding = ".db";
constexpr std::string_view kTemporary = ".tmp";
constexpr int kMostInOneSecond = 100;
constexpr std::int64_t kSecondsOfDay = 86'400;

std::string stem_of(Instant at, BackupReason reason) {
  const std::int64_t second = ((at.seconds % kSecondsOfDay) + kSecondsOfDay) % kSecondsOfDay;
  const Day day{static_cast<std::int32_t>((at.seconds - second) / kSecondsOfDay)};
  return fmt::format("{}-{:02}{:02}{:02}-{}", to_iso(day), second / 3600, second / 60 % 60,
                     second % 60, to_string(reason));
}

std::optional<int> digits(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || text.front() == '-') {
    return std::nullopt;
  }
  return number;
}

// "2026-11-21-061500-week.db", or "...-week-2.db" for the second one of that moment.
std::optional<BackupFile> parse_name(const std::filesystem::path& path) {
  constexpr std::size_t kDate = 10;
  constexpr std::size_t kTime = kDate + 7;
  std::string name = path.filename().string();
  if (name.size() <= kTime + 1 + kEnding.size() || !name.ends_with(kEnding)) return std::nullopt;
  name.resize(name.size() - kEnding.size());
  const auto day = parse_iso_day(name.substr(0, kDate));
  const auto time = digits(std::string_view(name).substr(kDate + 1, 6));
  if (!day || !time || name[kDate] != '-' || name[kTime] != '-') return std::nullopt;
  const std::string_view rest = std::string_view(name).substr(kTime + 1);
  const std::string_view word = rest.substr(0, rest.find('-'));
  const auto reason = std::find(kReasons.begin(), kReasons.end(), word);
  if (reason == kReasons.end()) return std::nullopt;
  if (word.size() != rest.size() && !digits(rest.substr(word.size() + 1))) return std::nullopt;
  const int second = *time / 10'000 * 3600 + *time / 100 % 100 * 60 + *time % 100;
  return BackupFile{path, Instant{day->number * kSecondsOfDay + second},
                    static_cast<BackupReason>(reason - kReasons.begin()), 0};
}

[[noreturn]] void fail(std::string_view action, int reason) {
  throw Error(ErrorKind::io, fmt::format("could not {}: {}", action, std::strerror(reason)),
              reason == ENOSPC || reason == EDQUOT
                  ? "free some space elsewhere first, then try again"
                  : "lull doctor");
}

/// A name in the folder that no one else has, 0600 from its first instant, and gone again.
class UnfinishedCopy {
 public:
  explicit UnfinishedCopy(const std::filesystem::path& folder)
      : path_((folder / ".lull-XXXXXX.tmp").string()) {
    const int descriptor = mkostemps(path_.data(), static_cast<int>(kTemporary.size()), O_CLOEXEC);
    if (descriptor < 0) fail("make a backup", errno);
    close(descriptor);
  }
  UnfinishedCopy(const UnfinishedCopy&) = delete;
  UnfinishedCopy& operator=(const UnfinishedCopy&) = delete;
  ~UnfinishedCopy() {
    unlink(path_.c_str());
    unlink((path_ + "-journal").c_str());
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

void sync(const std::filesystem::path& path, int flags) {
  const int descriptor = open(path.c_str(), flags | O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail("save the backup", errno);
  const bool synced = fsync(descriptor) == 0 || errno == EINVAL;
  const int reason = errno;
  close(descriptor);
  if (!synced) fail("save the backup", reason);
}

// VACUUM INTO takes an empty file, and so one that is private already.
void copy_into(SQLite::Database& database, const std::string& copy) {
  SQLite::Statement vacuum(database, "VACUUM INTO ?");
  vacuum.bind(1, sqlite_name(copy));
  vacuum.exec();
}

void read_back(const std::string& copy) {
  SQLite::Database database = open_for_reading(copy);
  if (!is_structure_sound(database)) {
    throw Error(ErrorKind::store, "could not make a backup: the copy did not read back",
                "lull doctor");
  }
}

// link() refuses a taken name, where rename() would replace it.
std::filesystem::path give_name(const std::string& copy, const std::filesystem::path& folder,
                                const std::string& stem) {
  for (int i = 1; i <= kMostInOneSecond; ++i) {
    const auto path = folder / (i == 1 ? stem + ".db" : fmt::format("{}-{}{}", stem, i, kEnding));
    if (renameat2(AT_FDCWD, copy.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0) {
      return path;
    }
    // Some file systems know no such rename.
    if ((errno == EINVAL || errno == ENOSYS) && link(copy.c_str(), path.c_str()) == 0) return path;
    if (errno != EEXIST) fail("name the backup", errno);
  }
  fail("name the backup", EEXIST);
}

}  // namespace

std::string_view to_string(BackupReason reason) {
  return kReasons.at(static_cast<std::size_t>(reason));
}

std::filesystem::path backup_folder(const std::filesystem::path& data_folder) {
  return data_folder / "backups";
}

BackupFile copy_database(SQLite::Database& database, const std::filesystem::path& folder,
                         Instant at, BackupReason reason) {
  create_private_folder(folder);
  return translating("make a backup", [&] {
    const UnfinishedCopy copy(folder);
    copy_into(database, copy.path());
    read_back(copy.path());
    sync(copy.path(), 0);
    BackupFile file{give_name(copy.path(), folder, stem_of(at, reason)), at, reason, 0};
    sync(folder, O_DIRECTORY);
    std::error_code unread;
    file.bytes = std::filesystem::file_size(file.path, unread);
    return file;
  });
}

BackupFile make_backup(const std::filesystem::path& store, const std::filesystem::path& folder,
                       Instant at, BackupReason reason) {
  check_header(store, kSchemaVersion);
  SQLite::Database database = open_connection(sqlite_name(store), SQLite::OPEN_READWRITE);
  return copy_database(database, folder, at, reason);
}

std::vector<BackupFile> list_backups(const std::filesystem::path& folder) {
  std::vector<BackupFile> files;
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    std::error_code unreadable;
    if (!at->is_regular_file(unreadable)) continue;
    if (std::optional<BackupFile> file = parse_name(at->path())) {
      file->bytes = at->file_size(unreadable);
      files.push_back(std::move(*file));
    }
  }
  std::sort(files.begin(), files.end(), [](const BackupFile& left, const BackupFile& right) {
    if (left.at != right.at) return left.at > right.at;
    const std::string first = left.name();
    const std::string second = right.name();
    return first.size() != second.size() ? first.size() > second.size() : first > second;
  });
  return files;
}

std::vector<std::filesystem::path> files_set_aside(const std::filesystem::path& data_folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::directory_iterator at(data_folder, error), end; !error && at != end;
       at.increment(error)) {
    const std::string name = at->path().filename().string();
    const bool aside =
        name.starts_with("lull.db.before-repair-") || name.starts_with("lull.db.damaged-");
    if (aside && !name.ends_with("-journal")) files.push_back(at->path());
  }
  return files;
}

std::size_t rotate_backups(const std::filesystem::path& folder, std::size_t keep) {
  const std::vector<BackupFile> files = list_backups(folder);
  std::size_t removed = 0;
  for (std::size_t i = keep; i < files.size(); ++i) {
    if (unlink(files[i].path.c_str()) == 0) ++removed;
  }
  return removed;
}

}  // namespace lull
