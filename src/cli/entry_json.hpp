#pragma once

#include "lull/base/json_writer.hpp"
#include "lull/model/entry.hpp"

namespace lull {

/// One entry as an object of lull.journal/1, every field of it.
void write_entry_json(JsonWriter& writer, const Entry& entry);

}  // namespace lull
