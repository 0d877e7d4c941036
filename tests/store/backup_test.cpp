#include "lull/store/backup.hpp"

#include <SQLiteCpp/Database.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"
#include "support/temp_dir.hpp"

using namespace lull;

namespace {

constexpr Instant kAt{1'795'212'000};  // 2026-11-20 22:00 UTC

std::int64_t add(Store& store, std::int32_t day, const std::string& text) {
  std::int64_t id = 0;
  store.change("journal add", [&](Change& change) {
    Row row;
    row.at = Instant{day * 86'400};
    row.day = Day{day};
    row.marks = {std::nullopt};
    row.payload = "\n" + text;
    id = change.insert(TableId::entry, row);
  });
  return id;
}

struct Place {
  test::TempDir folder;
  std::filesystem::path path = folder / "data" / "lull.db";
  std::filesystem::path backups = backup_folder(folder / "data");

  Place() {
    create_store(path);
    add(*open(), 10, "river");
    add(*open(), 20, "mountain");
  }
  std::unique_ptr<Store> open() { return open_store(path); }
  BackupFile back_up(Instant at = kAt, BackupReason reason = BackupReason::asked) {
    return make_backup(path, backups, at, reason);
  }
};

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    names.push_back(file.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

mode_t mode_of(const std::filesystem::path& path) {
  struct stat status {};
  REQUIRE(stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777U;
}

ErrorKind kind_thrown_by(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.kind();
  }
  return ErrorKind::internal;
}

}  // namespace

TEST_CASE("a backup is a private, whole journal under a dated name", "[Backup]") {
  Place place;
  const mode_t before = umask(0);
  const BackupFile file = place.back_up();
  umask(before);
  CHECK(file.name() == "2026-11-20-220000-asked.db");
  CHECK(mode_of(file.path) == 0600);
  CHECK(mode_of(place.backups) == 0700);
  CHECK(names_in(place.backups) == std::vector<std::string>{file.name()});
  CHECK(file.bytes == std::filesystem::file_size(file.path));
  const JournalCheck check = check_journal(file.path);
  CHECK(check.is_sound());
  CHECK(check.version == kSchemaVersion);
  CHECK(check.entries == 2);
  CHECK(check.entries_from == DaySpan{Day{10}, Day{20}});
  CHECK(compare_journals(place.path, file.path).empty());
  CHECK(open_store(file.path)->find(TableId::entry, 2)->payload == "\nmountain");
}

TEST_CASE("backups of one second have names of their own, and the list is newest first",
          "[Backup]") {
  Place place;
  const BackupFile first = place.back_up();
  const BackupFile second = place.back_up();
  const BackupFile later = place.back_up(kAt + 60, BackupReason::week);
  CHECK(second.name() == "2026-11-20-220000-asked-2.db");
  std::ofstream(place.backups / "2026-11-20-220000-other.db") << "x";
  std::ofstream(place.backups / "notes.txt") << "x";
  const auto files = list_backups(place.backups);
  REQUIRE(files.size() == 3);
  CHECK(files[0].path == later.path);
  CHECK(files[0].reason == BackupReason::week);
  CHECK(files[0].at == kAt + 60);
  CHECK(files[1].path == second.path);
  CHECK(files[2].path == first.path);
  CHECK(rotate_backups(place.backups, 2) == 1);
  CHECK(list_backups(place.backups).back().path == second.path);
  CHECK(std::filesystem::exists(place.backups / "notes.txt"));
  CHECK(list_backups(place.folder / "none").empty());
}

TEST_CASE("a backup is made while another program has a journal open and writes", "[Backup]") {
  Place place;
  const auto other = place.open();
  other->change("journal add", [&](Change& change) {
    Row row;
    row.marks = {std::nullopt};
    row.payload = "\nnot yet";
    change.insert(TableId::entry, row);
    CHECK(check_journal(place.back_up().path).entries == 2);
  });
  CHECK(check_journal(place.back_up().path).entries == 3);
}

TEST_CASE("every damage to a copy is found", "[Backup]") {
  Place place;
  const BackupFile file = place.back_up();
  const std::string sound = read_file(file.path).value();
  const auto damaged = [&](const char* statement) {
    write_file_atomically(file.path, sound);
    SQLite::Database(file.path.string(), SQLite::OPEN_READWRITE).exec(statement);
    return check_journal(file.path);
  };
  CHECK(damaged("UPDATE entry SET payload = x'0a79' WHERE id = 2").damaged.size() == 1);
  CHECK(damaged("UPDATE entry SET day = 3 WHERE id = 1").damaged.size() == 1);
  CHECK_FALSE(damaged("DROP TRIGGER entry_search_delete").schema_agrees);
  CHECK_FALSE(damaged("CREATE TABLE other(x)").schema_agrees);
  CHECK_FALSE(damaged("DROP INDEX entry_at").schema_agrees);

  std::string bytes = sound;
  write_file_atomically(file.path, bytes.substr(0, 50));
  CHECK(kind_thrown_by([&] { check_journal(file.path); }) == ErrorKind::store);
  write_file_atomically(file.path, bytes.substr(0, bytes.size() / 2));
  CHECK(kind_thrown_by([&] {
          if (!check_journal(file.path).is_sound()) throw Error(ErrorKind::store, "not sound");
        }) == ErrorKind::store);
  bytes[63] = 99;  // written by a newer program
  write_file_atomically(file.path, bytes);
  CHECK(kind_thrown_by([&] { check_journal(file.path); }) == ErrorKind::store);
  CHECK(kind_thrown_by([&] { check_journal(place.folder / "none"); }) == ErrorKind::not_found);
}

TEST_CASE("a journal of every past schema is checked as it is", "[Backup]") {
  for (int version = 1; version <= kSchemaVersion; ++version) {
    CAPTURE(version);
    const test::TempDir folder;
    const auto canned =
        test::source_folder() / "store/schema" / ("v" + std::to_string(version) + ".db");
    const std::string bytes = read_file(canned).value();
    write_file_atomically(folder / "copy.db", bytes);
    const JournalCheck check = check_journal(folder / "copy.db");
    CHECK(check.version == version);
    CHECK(check.is_sound());
    CHECK(check.entries == 1);
    CHECK(read_file(folder / "copy.db").value() == bytes);
  }
}

TEST_CASE("a restore brings the backup's rows and keeps what was there", "[Backup]") {
  Place place;
  const BackupFile file = place.back_up();
  add(*place.open(), 30, "newer");
  place.open()->change("journal delete", [&](Change& change) { change.erase(TableId::entry, 1); });

  const auto differences = compare_journals(place.path, file.path);
  REQUIRE(differences.size() == 1);
  CHECK(differences.front().would_go == 1);
  CHECK(differences.front().would_come == 1);
  CHECK(differences.front().would_change == 0);
  CHECK(differences.front().days == DaySpan{Day{10}, Day{30}});

  const Restored restored = restore_backup(file.path, place.path, place.backups, kAt + 5);
  CHECK(compare_journals(place.path, file.path).empty());
  CHECK(mode_of(place.path) == 0600);
  REQUIRE(restored.kept);
  CHECK(restored.kept->name() == "2026-11-20-220005-restore.db");
  CHECK(check_journal(restored.kept->path).entries == 2);
  CHECK(check_journal(restored.kept->path).entries_from == DaySpan{Day{20}, Day{30}});
  CHECK(names_in(place.path.parent_path()) == std::vector<std::string>{"backups", "lull.db"});
}

TEST_CASE("a program that had the journal open can't write past a restore", "[Backup]") {
  Place place;
  const BackupFile file = place.back_up();
  const auto other = place.open();
  add(*other, 30, "newer");
  restore_backup(file.path, place.path, place.backups, kAt);
  CHECK(kind_thrown_by([&] { add(*other, 31, "would vanish"); }) == ErrorKind::io);
  CHECK(compare_journals(place.path, file.path).empty());
}

TEST_CASE("a restore follows a link and leaves it one", "[Backup]") {
  Place place;
  const BackupFile file = place.back_up();
  const auto real = place.folder / "elsewhere.db";
  std::filesystem::rename(place.path, real);
  std::filesystem::create_symlink(real, place.path);
  add(*place.open(), 30, "newer");
  restore_backup(file.path, place.path, place.backups, kAt);
  CHECK(std::filesystem::is_symlink(place.path));
  CHECK(check_journal(real).entries == 2);
}

TEST_CASE("a journal that can't be read is kept aside byte for byte by a restore", "[Backup]") {
  Place place;
  const BackupFile file = place.back_up();
  std::string bytes = read_file(place.path).value();
  SECTION("another file") { bytes = "not a journal"; }
  SECTION("pages of nothing") {
    for (std::size_t i = 200; i < bytes.size(); ++i) bytes[i] = 'x';
  }
  SECTION("cut short") { bytes.resize(bytes.size() / 2); }
  write_file_atomically(place.path, bytes);
  const Restored restored = restore_backup(file.path, place.path, place.backups, kAt);
  CHECK_FALSE(restored.kept);
  CHECK(read_file(restored.kept_aside).value() == bytes);
  CHECK(compare_journals(place.path, file.path).empty());
}

TEST_CASE("a restore makes a journal where there is none", "[Backup]") {
  Place place;
  const BackupFile file = place.back_up();
  std::filesystem::remove(place.path);
  const Restored restored = restore_backup(file.path, place.path, place.backups, kAt);
  CHECK_FALSE(restored.kept);
  CHECK(restored.kept_aside.empty());
  CHECK(check_journal(place.path).entries == 2);
}

TEST_CASE("what is purged is gone from a backup to the byte, and the rest stays", "[Backup]") {
  Place place;
  Row row = place.open()->find(TableId::entry, 1).value();
  row.payload = "\nglasswing " + std::string(9000, 'x');
  place.open()->change("journal edit", [&](Change& change) { change.update(TableId::entry, row); });
  place.open()->change("journal edit", [&](Change& change) {
    Row before = row;
    before.marks = {1};
    before.id = 0;
    before.uid = {};
    change.insert(TableId::revision, before);
    row.payload = "\nplain";
    change.update(TableId::entry, row);
  });
  const BackupFile file = place.back_up();
  REQUIRE(read_file(file.path).value().find("glasswing") != std::string::npos);
  CHECK(purge_from_backup(file.path, {Uid{{9}}}) == 0);
  CHECK(purge_from_backup(file.path, {row.uid}) == 1);
  for (const char* word : {"glasswing", "lasswing", "plain"}) {
    CAPTURE(word);
    CHECK(read_file(file.path).value().find(word) == std::string::npos);
  }
  const JournalCheck check = check_journal(file.path);
  CHECK(check.is_sound());
  CHECK(check.entries == 1);
  CHECK(open_store(file.path)->changes().empty());
  CHECK(open_store(file.path)->count(TableId::revision) == 0);
  CHECK(names_in(place.backups) == std::vector<std::string>{file.name()});
}

TEST_CASE("a backup of an older schema is purged as it is", "[Backup]") {
  for (int version = 1; version <= kSchemaVersion; ++version) {
    CAPTURE(version);
    const test::TempDir folder;
    const auto canned =
        test::source_folder() / "store/schema" / ("v" + std::to_string(version) + ".db");
    const auto path = folder / "copy.db";
    write_file_atomically(path, read_file(canned).value());
    write_file_atomically(folder / "lull.db", read_file(canned).value());
    Uid uid;
    open_store(folder / "lull.db")->each_in_clear(TableId::entry, {}, [&](Row&& row) {
      uid = row.uid;
      return false;
    });
    CHECK(purge_from_backup(path, {uid}) == 1);
    CHECK(read_file(path).value().find("river") == std::string::npos);
    CHECK(check_journal(path).is_sound());
    CHECK(check_journal(path).version == version);
  }
}

namespace {

// Runs `work` in a process whose files may not grow beyond `bytes`; its exit code, 99 when it threw
// nothing.
int run_with_file_limit(rlim_t bytes, const std::function<void()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
    int code = 99;
    try {
      work();
    } catch (const Error& error) {
      code = static_cast<int>(error.kind());
    }
    _exit(code);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("without space there is no backup, no restore, and nothing is harmed", "[Backup]") {
  Place place;
  const BackupFile file = place.back_up();
  add(*place.open(), 30, "newer");
  const std::string journal = read_file(place.path).value();
  const auto size = static_cast<rlim_t>(journal.size());
  for (const rlim_t limit : {rlim_t{0}, rlim_t{4096}, size / 2, size - 4096}) {
    CAPTURE(limit);
    CHECK(run_with_file_limit(limit, [&] { place.back_up(kAt + 9); }) ==
          static_cast<int>(ErrorKind::io));
    CHECK(run_with_file_limit(limit, [&] {
            restore_backup(file.path, place.path, place.backups, kAt + 9);
          }) == static_cast<int>(ErrorKind::io));
    CHECK(read_file(place.path).value() == journal);
    CHECK(names_in(place.backups) == std::vector<std::string>{file.name()});
    CHECK(names_in(place.path.parent_path()) == std::vector<std::string>{"backups", "lull.db"});
  }
}

TEST_CASE("a folder that can't be written to gives an error and no backup", "[Backup]") {
  if (geteuid() == 0) return;  // nothing is forbidden to root
  Place place;
  std::filesystem::permissions(place.path.parent_path(), std::filesystem::perms(0500));
  CHECK(kind_thrown_by([&] { place.back_up(); }) == ErrorKind::io);
}

TEST_CASE("a file in the place of the backup folder gives an error", "[Backup]") {
  Place place;
  std::ofstream(place.backups) << "x";
  CHECK(kind_thrown_by([&] { place.back_up(); }) == ErrorKind::io);
}
