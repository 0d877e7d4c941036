#include "../backup_words.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

ExitCode create_backup(Session& session) {
  session.store();  // says what is wrong where there is none, and brings an older one up to date
  const BackupFile file = backups_of(session).create(BackupReason::asked);
  session.out() << make_visible_line(file.path.string()) << '\n';
  return ExitCode::done;
}

}  // namespace

Action bind_backup_create(Options&) { return create_backup; }

}  // namespace lull
