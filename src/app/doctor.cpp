#include "lull/app/doctor.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <optional>

#include "doctor_parts.hpp"
#include "lull/app/older_copies.hpp"
#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/base/utf8.hpp"
#include "lull/store/sqlite_store.hpp"

namespace lull {
namespace {

constexpr std::int64_t kLeftOverSeconds = 3600;

std::string hint_or(const Error& error, const std::string& otherwise) {
  return error.hint().empty() ? otherwise : error.hint();
}

// A file that can't be opened at all: what the gate said is the finding.
std::optional<Examination> examine_or_tell(const DoctorScene& scene, Findings& findings) {
  try {
    return examine_store(scene.journal, scene.key);
  } catch (const Error& error) {
    const bool is_ours = error.kind() == ErrorKind::store;
    findings.push_back({"file", is_ours ? Weight::harm : Weight::look,
                        std::string(error.what()) + ".",
                        is_ours ? "Nothing in it was changed; its rows may still be readable."
                                : "It could not be looked at, which says nothing about your words.",
                        hint_or(error, is_ours ? "lull doctor --salvage FILE" : "try again")});
    return std::nullopt;
  }
}

void mend_permissions(const std::filesystem::path& path, mode_t wanted, Repair& repair) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0 || (status.st_mode & 077) == 0) return;
  if (chmod(path.c_str(), wanted) == 0) {
    repair.done.push_back(
        fmt::format("{} is readable by you alone again.", make_visible_line(path.string())));
  }
}

bool is_left_over(const std::filesystem::path& path, Instant now) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0 &&
         std::int64_t{status.st_mtime} <= now.seconds - kLeftOverSeconds;
}

// The bytes as they are, and those of a write that was cut short, before SQLite touches either.
std::filesystem::path keep_copy(const DoctorScene& scene) {
  const std::string name =
      fmt::format("{}.before-repair-{}", scene.journal.string(), scene.now.seconds);
  const std::optional<std::string> bytes = read_file(scene.journal);
  if (!bytes) throw Error(ErrorKind::not_found, "could not repair: there is no journal there");
  write_file_atomically(name, *bytes, Existing::keep);
  if (const auto journal = read_file(scene.journal.string() + "-journal")) {
    write_file_atomically(name + "-journal", *journal, Existing::keep);
  }
  return name;
}

}  // namespace

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

Findings look_over(const DoctorScene& scene) {
  Findings findings;
  std::optional<Examination> seen;
  if (store_exists(scene.journal)) {
    seen = examine_or_tell(scene, findings);
    if (seen) tell_file(*seen, scene.journal, findings);
    tell_permissions(scene, findings);
    tell_space(scene, findings);
    tell_folder(scene, findings);
  } else {
    findings.push_back({"file", Weight::note, "There is no journal in this place yet.",
                        "Either nothing was written so far, or it lies elsewhere.",
                        "lull begin, or lull --data FOLDER doctor"});
  }
  tell_left_files(scene, findings);
  if (seen) tell_clock(scene, *seen, findings);
  tell_zone(scene, findings);
  tell_config(scene, findings);
  return findings;
}

Repair repair_journal(const DoctorScene& scene) {
  Repair repair;
  repair.copy = keep_copy(scene);
  const Examination seen = examine_store(scene.journal, scene.key);
  mend_permissions(scene.journal, 0600, repair);
  mend_permissions(scene.journal.parent_path(), 0700, repair);
  if (!seen.index_agrees || !seen.orphans.empty() || !seen.faults.empty()) {
    mend_store(scene.journal, seen);
    if (!seen.index_agrees) repair.done.emplace_back("The index of words was built anew.");
    if (!seen.faults.empty()) repair.done.emplace_back("SQLite's indexes were built anew.");
    if (!seen.orphans.empty()) {
      repair.done.push_back(counted(seen.orphans.size(), "version") +
                            " of entries that are gone removed.");
    }
  }
  for (const auto& file : unfinished_files(scene.journal.parent_path())) {
    std::error_code error;
    if (!is_left_over(file, scene.now) || !std::filesystem::remove(file, error)) continue;
    repair.done.push_back(
        fmt::format("{} was left over and is removed.", make_visible_line(file.string())));
  }
  return repair;
}

}  // namespace lull
