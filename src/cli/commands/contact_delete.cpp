#include <memory>

#include "../contact_answer.hpp"
#include "../contact_words.hpp"
#include "../questions.hpp"
#include "lull/app/silence.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

void show_what_goes(const Contact& contact, Session& session) {
  session.warn(contact_as_line(contact, session.discreet()));
  if (!contact.note.empty() && !session.discreet()) {
    session.warn("      " + make_visible_line(contact.note));
  }
}

bool is_meant(Session& session) {
  if (session.options().yes) return true;
  if (session.asks()) return ask_yes(session, "Delete it?");
  throw Error(ErrorKind::usage, "could not delete the contact: nobody can be asked here",
              "add --yes");
}

ExitCode delete_contact(const std::optional<std::string>& typed, Session& session) {
  if (!typed) {
    throw Error(ErrorKind::usage, "could not delete a contact: no number was given",
                "lull contact list shows the numbers");
  }
  const std::int64_t id = parse_id(*typed);
  Quiet quiet(session.store(), session.clock(), session.rule(), session.settings().looking_breaks);
  show_what_goes(quiet.contact(id), session);
  if (!is_meant(session)) {
    session.say("Nothing was deleted.");
    return ExitCode::none;
  }
  const ContactOutcome outcome = quiet.remove(id);
  session.say("Deleted; lull undo brings it back.");
  if (const std::string numbers = numbers_after(outcome); !numbers.empty()) session.say(numbers);
  return ExitCode::done;
}

}  // namespace

Action bind_contact_delete(Options& options) {
  auto id = std::make_shared<std::optional<std::string>>();
  options.word("ID", *id, "the number of the contact");
  return [id](Session& session) { return delete_contact(*id, session); };
}

}  // namespace lull
