#include <fmt/format.h>

#include <memory>

#include "../contact_answer.hpp"
#include "../contact_words.hpp"
#include "lull/app/silence.hpp"
#include "lull/base/error.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct ContactEditOptions {
  std::optional<std::string> id, channel, exception, at, until, note;
  DirectionFlags direction;
  bool no_exception = false;
};

ContactEdit read_edit(const ContactEditOptions& options, Session& session) {
  ContactEdit edit;
  if (options.channel) edit.channel = *parse_channel(*options.channel);
  edit.direction = options.direction.given();
  if (options.at) edit.at = parse_when(*options.at, session.rule(), session.now());
  if (options.until) edit.until = parse_day(*options.until, session.rule(), session.now());
  edit.exception = options.no_exception ? std::optional<std::string>("") : options.exception;
  edit.note = options.note;
  const bool is_empty =
      !edit.channel && !edit.direction && !edit.at && !edit.until && !edit.exception && !edit.note;
  if (is_empty) {
    throw Error(ErrorKind::usage, "could not change the contact: no option says what to change",
                "lull contact edit 3 --in");
  }
  return edit;
}

ExitCode edit_contact(const ContactEditOptions& options, Session& session) {
  if (!options.id) {
    throw Error(ErrorKind::usage, "could not change a contact: no number was given",
                "lull contact list shows the numbers");
  }
  const std::int64_t id = parse_id(*options.id);
  const ContactEdit edit = read_edit(options, session);
  Quiet quiet(session.store(), session.clock(), session.rule(), session.settings().looking_breaks);
  const ContactOutcome outcome = quiet.edit(id, edit);
  const Contact& contact = outcome.contact;
  session.say(fmt::format("Changed {}: {}, {}, {}.", contact.id, label_of(contact.channel),
                          label_of(contact.direction), describe(contact.at, session.now())));
  if (const std::string numbers = numbers_after(outcome); !numbers.empty()) session.say(numbers);
  return ExitCode::done;
}

}  // namespace

Action bind_contact_edit(Options& options) {
  auto values = std::make_shared<ContactEditOptions>();
  options.word("ID", values->id, "the number of the contact");
  options.choice("--channel", "CHANNEL", values->channel, channel_words(), "by what way it was");
  values->direction.bind(options);
  options.text("--exception", "WHICH", values->exception, "a written exception it falls under");
  options.flag("--no-exception", values->no_exception, "it falls under none");
  options.text("--at", "WHEN", values->at, "when it was (lull help dates)");
  options.text("--until", "DAY", values->until, "its last day, when it spans days");
  options.text("--note", "TEXT", values->note, "a line about it");
  return [values](Session& session) { return edit_contact(*values, session); };
}

}  // namespace lull
