#include "lull/cli/exit_code.hpp"

namespace lull {

ExitCode exit_code_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::not_found:
    case ErrorKind::refused:
      return ExitCode::none;
    case ErrorKind::usage:
      return ExitCode::usage;
    case ErrorKind::store:
      return ExitCode::store;
    case ErrorKind::locked:
      return ExitCode::locked;
    case ErrorKind::busy:
      return ExitCode::busy;
    case ErrorKind::io:
      return ExitCode::io;
    case ErrorKind::permissions:
      return ExitCode::permissions;
    case ErrorKind::internal:
      return ExitCode::internal;
    case ErrorKind::interrupted:
      return ExitCode::interrupted;
  }
  return ExitCode::internal;
}

}  // namespace lull
