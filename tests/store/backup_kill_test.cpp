// Backups, restores and purges killed at every system call that touches a file.
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>

#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/store/backup.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace lull;

namespace {

constexpr Instant kAt{1'795'212'000};

bool touches_a_file(std::uint64_t call) {
  constexpr std::array kCalls{SYS_openat, SYS_write,     SYS_pwrite64, SYS_fsync,    SYS_fdatasync,
                              SYS_close,  SYS_renameat2, SYS_linkat,   SYS_unlinkat, SYS_ftruncate,
#ifdef SYS_unlink
                              SYS_unlink, SYS_rename,    SYS_link,     SYS_open,
#endif
                              SYS_fcntl};
  return std::find(kCalls.begin(), kCalls.end(), static_cast<long>(call)) != kCalls.end();
}

// Whether the child stands before a call of that kind.
bool is_before_call(pid_t child) {
  __ptrace_syscall_info info{};
  if (ptrace(PTRACE_GET_SYSCALL_INFO, child, sizeof info, &info) <= 0) {
    return false;
  }
  return info.op == PTRACE_SYSCALL_INFO_ENTRY && touches_a_file(info.entry.nr);
}

// Runs `work` in a process that is killed before its nth call that touches a file. False when it
// came to its end first.
bool kill_at(int n, const std::function<void()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    raise(SIGSTOP);
    try {
      work();
    } catch (const Error&) {
      _exit(1);
    }
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACESYSGOOD);
  for (int left = n; WIFSTOPPED(status);) {
    if (is_before_call(child) && --left == 0) {
      kill(child, SIGKILL);
      waitpid(child, &status, 0);
      return true;
    }
    ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
    waitpid(child, &status, 0);
  }
  REQUIRE(WIFEXITED(status));
  REQUIRE(WEXITSTATUS(status) == 0);
  return false;
}

void add(const std::filesystem::path& path, std::int32_t day, const std::string& text) {
  open_store(path)->change("journal add", [&](Change& change) {
    Row row;
    row.day = Day{day};
    row.marks = {std::nullopt};
    row.payload = "\n" + text;
    change.insert(TableId::entry, row);
  });
}

struct Place {
  test::TempDir folder;
  std::filesystem::path path = folder / "lull.db";
  std::filesystem::path backups = backup_folder(folder.path());
  BackupFile file;
  std::string older;
  std::string newer;

  Place() {
    create_store(path);
    add(path, 1, "glasswing");
    file = make_backup(path, backups, kAt, BackupReason::asked);
    older = read_file(file.path).value();
    add(path, 2, "mountain");
    newer = read_file(path).value();
  }
  void reset() {
    std::filesystem::remove_all(backups);
    create_private_folder(backups);
    write_file_atomically(file.path, older);
    write_file_atomically(path, newer);
  }
};

}  // namespace

TEST_CASE("a restore that is killed leaves the old journal or the new one, and the backup",
          "[BackupKill]") {
  Place place;
  int killed = 0;
  while (kill_at(killed + 1,
                 [&] { restore_backup(place.file.path, place.path, place.backups, kAt + 5); })) {
    ++killed;
    CAPTURE(killed);
    const std::string now = read_file(place.path).value();
    REQUIRE((now == place.newer || now == place.older));
    REQUIRE(check_journal(place.path).is_sound());
    REQUIRE(read_file(place.file.path).value() == place.older);
    if (now == place.older) {
      const auto files = list_backups(place.backups);
      REQUIRE(files.size() == 2);
      REQUIRE(check_journal(files.front().path).entries == 2);
    }
    place.reset();
  }
  CHECK(killed > 30);
  CHECK(read_file(place.path).value() == place.older);
}

TEST_CASE("a backup that is killed is there whole or not at all", "[BackupKill]") {
  Place place;
  int killed = 0;
  while (kill_at(killed + 1,
                 [&] { make_backup(place.path, place.backups, kAt + 5, BackupReason::week); })) {
    ++killed;
    CAPTURE(killed);
    for (const BackupFile& file : list_backups(place.backups)) {
      REQUIRE(check_journal(file.path).is_sound());
    }
    REQUIRE(read_file(place.path).value() == place.newer);
    place.reset();
  }
  CHECK(killed > 20);
  CHECK(list_backups(place.backups).size() == 2);
}

TEST_CASE("a purge that is killed leaves a backup that opens, with the row or without",
          "[BackupKill]") {
  Place place;
  Uid uid;
  open_store(place.path)->each_in_clear(TableId::entry, {}, [&](Row&& row) {
    uid = row.uid;
    return false;
  });
  int killed = 0;
  while (kill_at(killed + 1, [&] { purge_from_backup(place.file.path, {uid}); })) {
    ++killed;
    CAPTURE(killed);
    const JournalCheck check = check_journal(place.file.path);
    REQUIRE(check.is_sound());
    REQUIRE((check.entries == 1 || check.entries == 0));
    place.reset();
  }
  CHECK(killed > 20);
  CHECK(read_file(place.file.path).value().find("glasswing") == std::string::npos);
}

TEST_CASE("taking back that is killed has been done or not at all", "[BackupKill]") {
  Place place;
  int killed = 0;
  while (kill_at(killed + 1, [&] { open_store(place.path)->take_back(2); })) {
    ++killed;
    CAPTURE(killed);
    const auto store = open_store(place.path);
    REQUIRE(store->count(TableId::entry) ==
            (store->changes().size() == 3 ? std::int64_t{1} : std::int64_t{2}));
    REQUIRE(check_journal(place.path).is_sound());
    place.reset();
  }
  CHECK(killed > 20);
  CHECK(open_store(place.path)->count(TableId::entry) == 1);
}
