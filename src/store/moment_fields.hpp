#pragma once

#include <optional>

#include "fields.hpp"
#include "lull/base/day_rule.hpp"
#include "lull/store/row.hpp"

namespace lull {

/// The instant and day go into the row's clear columns; zone and offset are private.
void put_moment(Row& row, FieldWriter& fields, const Moment& moment);
Moment moment_of(const Row& row, const FieldReader& fields);

[[noreturn]] void throw_unknown_name();

/// A named value of an enumeration out of a payload. Throws Error{store} when no such name is
/// known.
template <class Value>
Value named_value(const std::optional<Value>& parsed) {
  if (!parsed) throw_unknown_name();
  return *parsed;
}

}  // namespace lull
