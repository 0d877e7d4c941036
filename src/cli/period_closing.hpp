#pragma once

#include <optional>
#include <string>

#include "lull/app/silence.hpp"
#include "lull/cli/exit_code.hpp"
#include "lull/cli/session.hpp"

namespace lull {

/// Closes the open period, asking how where it may. `how` and `last_day` are what was typed.
ExitCode end_period(const std::optional<std::string>& how,
                    const std::optional<std::string>& last_day, Session& session);

/// What is to become of the period before a new one.
struct EarlierPeriod {
  bool stays_open = false;  ///< the person would rather keep it: nothing begins
  std::optional<Closing> closing;
};

/// Asks about the period before a new one: whether an open one may be closed, and how it closed if
/// that was never said. Without questions an open one is left to Quiet::begin to refuse, unless
/// `how` says how it closed.
EarlierPeriod settle_earlier_period(const std::optional<std::string>& how, Session& session);

}  // namespace lull
