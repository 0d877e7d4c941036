#pragma once

#include <string>

#include "lull/base/json_writer.hpp"
#include "lull/model/streak.hpp"

namespace lull {

/// Quiet days that count towards the length: all of them, or those of the current run where a break
/// restarts it; the length itself once it was reached.
int days_reached(const Streak& streak, OnBreak on_break);

/// "[############..................]  12 of 30": reads without colour. For a period with a length.
std::string progress_bar(const Streak& streak, OnBreak on_break, int columns);

/// The numbers as lines of label and value, for a person.
std::string streak_as_text(const Streak& streak, const Silence& silence);

/// One short line for a shell prompt: "12/30", or "12" where there is no length.
std::string streak_as_prompt(const Streak& streak, OnBreak on_break);

/// `{"days": 3, "first": "2026-11-18", "last": "2026-11-20"}`; days are null for an empty run.
void write_run(JsonWriter& writer, const Run& run);

}  // namespace lull
