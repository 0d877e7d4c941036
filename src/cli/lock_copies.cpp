#include "lock_copies.hpp"

#include <fmt/format.h>

#include "backup_words.hpp"
#include "lull/app/older_copies.hpp"
#include "lull/app/recovery.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/store/locked_file.hpp"
#include "questions.hpp"

namespace lull {
namespace {

using Paths = std::vector<std::filesystem::path>;

bool is_empty(Store& store) {
  for (const TableId table : all_tables()) {
    if (store.count(table) > 0) return false;
  }
  return true;
}

std::string shown(const std::filesystem::path& path) { return make_visible_line(path.string()); }

// With what SQLite may have left beside it of a change that was cut short.
void remove_copies(const Paths& copies, Session& session) {
  for (const auto& copy : copies) {
    std::error_code error;
    shred(copy.string() + "-journal");
    if (!shred(copy) && std::filesystem::exists(copy, error))
      session.warn("lull: could not remove " + shown(copy));
  }
}

void seal_copies(const Paths& copies, const KeyRecord& lock, const SecretKey& key,
                 Session& session) {
  std::size_t sealed = 0;
  for (const auto& copy : copies) {
    try {
      seal_copy(copy, lock, key);
      ++sealed;
    } catch (const Error& error) {
      session.warn(fmt::format("lull: not locked: {}\n      {}", shown(copy),
                               make_visible_line(error.what())));
    }
  }
  if (sealed > 0) {
    session.say(fmt::format("{} from before {} sealed as well.",
                            sealed == 1 ? "A copy" : fmt::format("{} copies", sealed),
                            sealed == 1 ? "is" : "are"));
  }
  if (sealed < copies.size())
    session.warn("lull: lull lock set --older delete removes such copies");
}

std::string ask_about(std::size_t copies, Session& session) {
  const std::string question =
      copies == 1 ? "A copy of the journal from before is not locked. Seal it with the same "
                    "passphrase, delete it, or keep it readable? Enter seals it."
                  : fmt::format(
                        "{} copies of the journal from before are not locked. Seal them "
                        "with the same passphrase, delete them, or keep them readable? "
                        "Enter seals them.",
                        copies);
  return ask_choice(session, question, {"seal", "delete", "keep"}).value_or("seal");
}

void settle_older(const std::optional<std::string>& older, const KeyRecord& lock,
                  const SecretKey& key, Session& session) {
  const Paths copies = copies_in_clear(session.data_folder());
  if (copies.empty()) return;
  const std::string what = older                   ? *older
                           : session.options().yes ? "seal"
                           : session.asks()        ? ask_about(copies.size(), session)
                                                   : "keep";
  if (what == "seal") return seal_copies(copies, lock, key, session);
  if (what == "delete") return remove_copies(copies, session);
  for (const auto& copy : copies) session.warn("lull: not locked: " + shown(copy));
  session.warn("lull: whoever uses this account can read what stood there then");
}

}  // namespace

void keep_lock_copy(Session& session) {
  if (!is_empty(session.store())) backups_of(session).create_lock_copy();
}

void settle_copies(const std::optional<std::string>& older, const KeyRecord& lock,
                   const SecretKey& key, Session& session) {
  remove_copies(left_lock_copies(session.data_folder()), session);
  remove_copies(unfinished_files(session.data_folder()), session);
  if (seal_recovery_files(session.data_folder(), session.environment(), lock.public_key) > 0) {
    session.warn("lull: a text that was not saved is still in clear: lull journal recover");
  }
  settle_older(older, lock, key, session);
  if (left_lock_copies(session.data_folder()).empty()) return;
  throw Error(ErrorKind::io,
              "could not remove the copy from before the lock; the journal itself is locked",
              "lull lock set tries again");
}

bool has_copies_in_clear(Session& session) {
  return !left_lock_copies(session.data_folder()).empty() ||
         !copies_in_clear(session.data_folder()).empty();
}

void name_lock_copies(Session& session) {
  if (!session.store_is_open() || !session.store().lock()) return;
  for (const auto& copy : left_lock_copies(session.data_folder())) {
    session.warn("lull: the journal is locked, and this copy of it from before is not: " +
                 shown(copy));
    session.warn("      lull lock set reads every row back and removes it");
  }
}

}  // namespace lull
