#include "sodium_start.hpp"

#include <sodium.h>

#include "lull/base/error.hpp"

namespace lull {

void start_sodium() {
  static const bool started = sodium_init() >= 0;
  if (!started) {
    throw Error(ErrorKind::io, "could not start: the system gives no random numbers");
  }
}

}  // namespace lull
