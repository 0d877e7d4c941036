// The session extension's declarations are behind these two names.
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>
// After it, so that the names above count.
#include "change_recorder.hpp"

#include <SQLiteCpp/Exception.h>
#include <sodium.h>

#include <algorithm>
#include <array>

namespace lull {
namespace {

// A session's memory above which what it holds becomes a part of its own: one blob must fit into
// one value of the table, and an import of any size must be possible to take back.
constexpr sqlite3_int64 kPartBytes = sqlite3_int64{16} * 1024 * 1024;

void require_ok(SQLite::Database& database, int code) {
  if (code != SQLITE_OK) throw SQLite::Exception(database.getHandle(), code);
}

void append_number(std::string& bytes, std::int64_t number) {
  auto rest = static_cast<std::uint64_t>(number);
  for (int i = 0; i < 8; ++i) {
    bytes += static_cast<char>(rest & 0xff);
    rest >>= 8;
  }
}

std::string inverted(SQLite::Database& database, const void* changeset, int size) {
  int inverse_size = 0;
  void* inverse = nullptr;
  require_ok(database, sqlite3changeset_invert(size, changeset, &inverse_size, &inverse));
  const std::unique_ptr<void, void (*)(void*)> held(inverse, sqlite3_free);
  return {static_cast<const char*>(inverse), static_cast<std::size_t>(inverse_size)};
}

int is_ours(void* /*context*/, const char* table) {
  const auto tables = all_tables();
  return std::any_of(tables.begin(), tables.end(),
                     [&](TableId id) { return shape_of(id).name == table; })
             ? 1
             : 0;
}

int note_conflict(void* context, int /*reason*/, sqlite3_changeset_iter* /*at*/) {
  *static_cast<bool*>(context) = true;
  return SQLITE_CHANGESET_ABORT;
}

}  // namespace

std::string fingerprint_of(const Row& row, std::string_view payload, std::string_view digest) {
  std::string bytes(row.uid.bytes.begin(), row.uid.bytes.end());
  append_number(bytes, row.at.seconds);
  append_number(bytes, row.day.number);
  for (const auto& mark : row.marks) {
    append_number(bytes, mark ? 1 : 0);
    append_number(bytes, mark.value_or(0));
  }
  bytes.append(digest).append(payload);
  std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size(), nullptr, 0);
  std::string hex(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  hex.pop_back();
  return hex;
}

void ChangeRecorder::CloseSession::operator()(sqlite3_session* session) const {
  sqlite3session_delete(session);
}

ChangeRecorder::ChangeRecorder(SQLite::Database& database) : database_(database) {}
ChangeRecorder::~ChangeRecorder() = default;

void ChangeRecorder::start() {
  sqlite3_session* session = nullptr;
  require_ok(database_, sqlite3session_create(database_.getHandle(), "main", &session));
  session_.reset(session);
  // By name: the tables behind the full-text index must not be among them, nor the log itself.
  for (const TableId table : all_tables()) {
    require_ok(database_, sqlite3session_attach(session, shape_of(table).name.data()));
  }
}

void ChangeRecorder::take_part() {
  int size = 0;
  void* changeset = nullptr;
  require_ok(database_, sqlite3session_changeset(session_.get(), &size, &changeset));
  const std::unique_ptr<void, void (*)(void*)> held(changeset, sqlite3_free);
  if (size > 0) inverses_.push_back(inverted(database_, changeset, size));
  session_.reset();
}

void ChangeRecorder::watch() {
  if (session_ && sqlite3session_memory_used(session_.get()) > kPartBytes) take_part();
  if (session_) {
    sqlite3session_enable(session_.get(), 1);
  } else {
    start();
  }
}

void ChangeRecorder::look_away() {
  if (session_) sqlite3session_enable(session_.get(), 0);
}

void ChangeRecorder::added(AddedRow row) { added_.push_back(std::move(row)); }

void ChangeRecorder::touched(TableId table, RowAction action, std::int64_t id, Day day) {
  const auto found = std::find_if(touched_.begin(), touched_.end(), [&](const TouchedRows& rows) {
    return rows.table == table && rows.action == action;
  });
  if (found == touched_.end()) {
    touched_.push_back({table, action, 1, id, id, day, day});
    return;
  }
  ++found->count;
  found->first_id = std::min(found->first_id, id);
  found->last_id = std::max(found->last_id, id);
  found->first_day = std::min(found->first_day, day);
  found->last_day = std::max(found->last_day, day);
}

void ChangeRecorder::finish() {
  if (session_) take_part();
}

bool apply_inverse(SQLite::Database& database, const std::string& inverse) {
  bool conflict = false;
  // It asks for bytes it may write to, and does not write to them.
  std::string bytes = inverse;
  const int code = sqlite3changeset_apply(database.getHandle(), static_cast<int>(bytes.size()),
                                          bytes.data(), is_ours, note_conflict, &conflict);
  if (conflict) return false;
  require_ok(database, code);
  return true;
}

}  // namespace lull
