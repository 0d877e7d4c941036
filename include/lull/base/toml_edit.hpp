#pragma once

#include <string>
#include <string_view>

namespace lull {

/// `text` with `key` of `table` set to `value`, which is TOML already. What stands there is
/// replaced where it stands, and a new key goes below its neighbours; every other byte, remarks
/// too, stays. Throws Error{usage} as parse_toml does; `name` is only used in its message.
std::string set_toml_value(std::string_view text, std::string_view table, std::string_view key,
                           std::string_view value, const std::string& name);

}  // namespace lull
