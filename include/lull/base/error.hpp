#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace lull {

/// What went wrong, by what the person can do about it. Each kind is one exit code (see
/// docs/commands.md).
enum class ErrorKind {
  not_found,    ///< asked for by id or name, and there is none
  refused,      ///< understood and possible, but a rule of the program says no
  usage,        ///< the words typed are wrong
  store,        ///< the journal is damaged, not ours, or newer than this program
  locked,       ///< the passphrase is needed, or was wrong
  busy,         ///< another program holds the journal
  io,           ///< no space, no permission to write, a failing disk
  permissions,  ///< the journal can be read by others
  internal,     ///< our own mistake
  interrupted,  ///< the person pressed ^C, or the terminal went away
};

/// The one exception that is ours. `what()` reads "could not <verb> <thing>: <reason>"; `hint()` is
/// what to type next, or empty. Neither ever holds words of the journal, a name, or a search word.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message, std::string hint = {})
      : std::runtime_error(message), kind_(kind), hint_(std::move(hint)) {}

  ErrorKind kind() const { return kind_; }
  const std::string& hint() const { return hint_; }

 private:
  ErrorKind kind_;
  std::string hint_;
};

}  // namespace lull
