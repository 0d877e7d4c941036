#pragma once

#include <string>

namespace lull {

/// Whether the system knows what this value of TZ says: the name of a zone file, or rules spelled
/// out as POSIX has them ("CET-1CEST,M3.5.0,M10.5.0/3"). For any other one libc silently takes UTC.
bool is_known_zone(const std::string& variable);

/// Whether there is a zone of that name among the system's files.
bool is_zone_file(const std::string& name);

}  // namespace lull
