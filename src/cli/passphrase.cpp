#include "passphrase.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <optional>

#include "child_output.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "shell_words.hpp"

namespace lull {
namespace {

constexpr std::size_t kLongest = 4096;
constexpr int kMostTries = 3;

[[noreturn]] void throw_not_given(const std::string& reason) {
  throw Error(ErrorKind::locked, "could not unlock the journal: " + reason,
              "LULL_PASSPHRASE_FD or LULL_PASSPHRASE_COMMAND gives it without a terminal");
}

Secret composed(std::string&& text) {
  std::string whole = compose(text);
  wipe(text);
  return Secret(std::move(whole));
}

// Byte by byte, so that the next passphrase is still there for who asks next.
std::string read_line_of(const std::string& descriptor) {
  int number = -1;
  const char* end = descriptor.data() + descriptor.size();
  const auto [stop, error] = std::from_chars(descriptor.data(), end, number);
  std::string line;
  line.reserve(kLongest);
  while (line.size() < kLongest) {
    char c = 0;
    const ssize_t got = error == std::errc() && stop == end ? read(number, &c, 1) : -1;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw_not_given("LULL_PASSPHRASE_FD names no open descriptor");
    if (got == 0 || c == '\n') break;
    line += c;
  }
  return line;
}

std::string read_from_command(const std::string& command, Session& session) {
  ChildOutput output =
      read_from_program(split_command(command).words, session.environment(), kLongest);
  if (output.code != 0) {
    wipe(output.text);
    throw_not_given(fmt::format("LULL_PASSPHRASE_COMMAND ended with {}", output.code));
  }
  if (output.text.ends_with('\n')) output.text.pop_back();
  return std::move(output.text);
}

// From a variable of the environment; nothing where none says how.
std::optional<std::string> read_given(Session& session, bool asks_command = true) {
  if (const auto descriptor = session.environment().get("LULL_PASSPHRASE_FD")) {
    return read_line_of(*descriptor);
  }
  if (const auto command = session.environment().get("LULL_PASSPHRASE_COMMAND")) {
    if (asks_command) return read_from_command(*command, session);
  }
  return std::nullopt;
}

Secret type_passphrase(Session& session, const std::string& prompt) {
  std::optional<std::string> typed = session.terminal().ask_secret(prompt);
  if (!typed) throw_not_given("it is locked, and there is no terminal to ask on");
  if (typed->empty()) throw_not_given("no passphrase was given");
  return composed(std::move(*typed));
}

}  // namespace

GivenPassphrase ask_passphrase(Session& session, const std::string& prompt) {
  std::optional<std::string> given = read_given(session);
  if (!given) return {type_passphrase(session, prompt), true};
  if (given->empty()) throw_not_given("the passphrase that was given is empty");
  return {composed(std::move(*given)), false};
}

Secret ask_new_passphrase(Session& session, NewPassphrase what) {
  std::optional<std::string> given = read_given(session, what == NewPassphrase::first);
  if (given && !given->empty()) return composed(std::move(*given));
  while (true) {
    Secret first = type_passphrase(session, "New passphrase: ");
    const Secret second = type_passphrase(session, "The same again: ");
    if (first.agrees_with(second)) return first;
    session.warn("The two are not the same. Once more, or ^C.");
  }
}

SecretKey ask_key(Session& session, const KeyRecord& record, const std::string& prompt) {
  for (int left = kMostTries - 1; left >= 0; --left) {
    const GivenPassphrase given = ask_passphrase(session, prompt);
    if (SecretKey key = open_vault(record, given.secret)) return key;
    if (!given.typed) break;
    if (left > 0) {
      session.warn(fmt::format("That is not it. {} more {}.", left, left == 1 ? "try" : "tries"));
    }
  }
  throw Error(
      ErrorKind::locked, "could not unlock the journal: the passphrase is wrong",
      record.slot(SlotKind::recovery) != nullptr ? "the recovery phrase opens it as well" : "");
}

}  // namespace lull
