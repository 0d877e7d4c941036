#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <filesystem>
#include <string>

#include "lull/base/error.hpp"

namespace lull {

/// Opens SQLite with every setting that lull's promises need, and reads each one back. Throws
/// Error.
SQLite::Database open_connection(const std::string& path, int flags);

/// A path as SQLite takes it: a name that begins with "file:" must not be read as an address.
std::string sqlite_name(const std::filesystem::path& path);

/// What SQLite said, as our Error, with `doing` as in "could not <doing>: ...". The text of the
/// statement and of the person never gets into it.
Error to_error(const std::string& doing, int code, int extended_code);

/// Runs `work`; a foreign exception comes out as our Error. The only border of its kind in the
/// store.
template <class Work>
auto translating(const std::string& doing, const Work& work) -> decltype(work()) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    throw to_error(doing, error.getErrorCode(), error.getExtendedErrorCode());
  }
}

}  // namespace lull
