#include <fmt/format.h>

#include <memory>

#include "../backup_words.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct BackupVerifyOptions {
  std::optional<std::string> name;
  bool all = false;
};

std::vector<BackupFile> choose(const BackupVerifyOptions& options, Session& session) {
  const Backups backups = backups_of(session);
  if (!options.all) return {backups.find(options.name)};
  if (options.name) {
    throw Error(ErrorKind::usage, "could not verify: a name and --all exclude each other",
                "lull backup verify --all");
  }
  std::vector<BackupFile> files = backups.list();
  if (files.empty()) return {backups.find({})};
  return files;
}

// One that can't be read at all doesn't keep the others from being checked.
bool verify(const BackupFile& file, Session& session) {
  const std::string name = make_visible_line(file.name());
  try {
    const JournalCheck check = check_journal(file.path);
    session.out() << name << ": " << check_as_words(check) << '\n';
    return check.is_sound();
  } catch (const Error& error) {
    session.out() << name << ": " << make_visible_line(error.what()) << '\n';
    return false;
  }
}

ExitCode verify_backups(const BackupVerifyOptions& options, Session& session) {
  bool sound = true;
  for (const BackupFile& file : choose(options, session)) sound &= verify(file, session);
  return sound ? ExitCode::done : ExitCode::store;
}

}  // namespace

Action bind_backup_verify(Options& options) {
  auto values = std::make_shared<BackupVerifyOptions>();
  options.word("NAME", values->name, "its number, its name, or a path; without it, the newest");
  options.flag("--all", values->all, "all of them");
  return [values](Session& session) { return verify_backups(*values, session); };
}

}  // namespace lull
