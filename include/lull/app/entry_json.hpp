#pragma once

#include "lull/base/json_writer.hpp"
#include "lull/model/entry.hpp"

namespace lull {

/// One entry as an object of lull.journal/1, every field of it.
void write_entry_json(JsonWriter& writer, const Entry& entry);
/// The fields alone, without braces and without the text.
void write_entry_fields_json(JsonWriter& writer, const Entry& entry);

}  // namespace lull
