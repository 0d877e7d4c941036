#pragma once

#include <cstddef>
#include <string>

namespace lull {

/// Writes 0 to 99 as two digits over what stands at `place`. A format string would be read anew
/// for each of an export's dates.
inline void put_two_digits(std::string& text, std::size_t place, int number) {
  text[place] = static_cast<char>('0' + number / 10 % 10);
  text[place + 1] = static_cast<char>('0' + number % 10);
}

}  // namespace lull
