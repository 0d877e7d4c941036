#include "purge.hpp"

#include "backup_words.hpp"
#include "lull/app/journal_trash.hpp"

namespace lull {

PurgedBackups empty_trash_everywhere(Session& session) {
  const std::vector<Uid> uids = empty_old_trash(session.store(), session.today());
  return uids.empty() ? PurgedBackups() : backups_of(session).purge(uids);
}

}  // namespace lull
