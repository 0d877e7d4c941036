#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "lull/store/row.hpp"

namespace lull {

/// What a salvage brought up.
struct Salvage {
  std::int64_t rows = 0;            ///< written to the new journal
  std::vector<DamagedRow> damaged;  ///< read, but not as they were written: left out
  /// The bytes of the damaged rows, each under a line with its table and id.
  std::string remains;
  bool is_complete = true;  ///< no table broke off before its end
};

/// Writes every row of a journal that can still be read, whatever else is broken in the file, to a
/// new journal at `to`. The old file is only read. Throws Error{refused} when `to` exists,
/// Error{store} when nothing at all can be read.
Salvage salvage_store(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace lull
