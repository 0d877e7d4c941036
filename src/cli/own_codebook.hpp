#pragma once

#include "lull/cli/session.hpp"
#include "lull/text/codebook.hpp"

namespace lull {

/// The built-in codebook with codebook.toml beside the config file, where there is one. Throws
/// Error{usage} that names file, line and key.
Codebook own_codebook(Session& session);

}  // namespace lull
