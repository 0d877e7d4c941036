#pragma once

#include <string>

#include "lull/cli/session.hpp"
#include "lull/store/secret.hpp"

namespace lull {

/// A passphrase as it was given, composed (NFC), and whether a person typed it and could try again.
struct GivenPassphrase {
  Secret secret;
  bool typed = false;
};

/// The passphrase, from the first of these there is: the next line of the descriptor that
/// LULL_PASSPHRASE_FD names, the output of LULL_PASSPHRASE_COMMAND (run without a shell, the last
/// line break cut off), the terminal without echo. Throws Error{locked} when there is none of them,
/// or nothing was given.
GivenPassphrase ask_passphrase(Session& session, const std::string& prompt);

/// Whether the passphrase that is there has been asked for before the new one.
enum class NewPassphrase { first, in_place_of_another };

/// A new one, typed twice on a terminal until both agree; in place of another the command is not
/// asked, since it gives the old one. Throws as ask_passphrase does.
Secret ask_new_passphrase(Session& session, NewPassphrase what);

/// The key of the lock: at most three tries where a person types. Throws Error{locked} for a wrong
/// passphrase.
SecretKey ask_key(Session& session, const KeyRecord& record, const std::string& prompt);

}  // namespace lull
