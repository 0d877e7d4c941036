#pragma once

#include <string>

#include "lull/app/config.hpp"
#include "lull/cli/session.hpp"

namespace lull {

/// The value without quotes, a list one item a line: for scripts.
std::string plain_setting(const SettingRow& row, const Settings& settings);
/// Whether the value must not be shown where others look on.
bool is_hidden(const SettingRow& row, const Session& session);

}  // namespace lull
