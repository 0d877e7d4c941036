// The database file itself: whatever stands in it, nothing crashes, and no word that was changed
// is given out as if it had been written so.
#include <SQLiteCpp/Exception.h>

#include "fuzz.hpp"
#include "lull/base/error.hpp"
#include "lull/store/records.hpp"
#include "store/file_header.hpp"
#include "store/memory_copy.hpp"
#include "store/migrate.hpp"
#include "store/sqlite_store.hpp"

using namespace lull;

namespace {

constexpr std::size_t kLargest = 1024 * 1024;

// All entries of the canned journals that the corpus is made of hold this.
constexpr std::string_view kWritten = "The river was quiet.";

void read_all(SqliteStore& store) {
  for (const TableId table : all_tables()) {
    try {
      store.each(table, {}, [](Row&&) { return true; });
      store.count(table);
      store.find(table, 1);
    } catch (const Error&) {
      continue;
    }
  }
  each<Entry>(store, {}, [](Entry&& entry) {
    fuzz::require(entry.text == kWritten, "no changed word is given out");
    return true;
  });
  SearchQuery query;
  store.each_found(query, SearchOrder{}, [](Row&&) { return true; });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > kLargest) return 0;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  try {
    SqliteStore store(database_of(bytes));
    read_all(store);
  } catch (const Error&) {
    mend_header(bytes);
  } catch (const SQLite::Exception&) {
    mend_header(bytes);
  }
  try {
    SQLite::Database database = database_of(bytes);
    migrate(database);
    SqliteStore store(std::move(database));
    read_all(store);
  } catch (const Error&) {
    return 0;
  } catch (const SQLite::Exception&) {
    return 0;
  }
  return 0;
}
