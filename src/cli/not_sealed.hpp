#pragma once

#include <string_view>

#include "lull/cli/session.hpp"

namespace lull {

/// Says that what leaves a locked journal is in clear; nothing where there is no lock.
void say_not_sealed(std::string_view what, Session& session);

}  // namespace lull
