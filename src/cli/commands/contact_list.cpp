#include <fmt/format.h>

#include <memory>

#include "lull/app/silence.hpp"
#include "lull/base/json_writer.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct ContactListOptions {
  std::optional<std::string> format;
};

void write_json(const std::vector<Contact>& contacts, Session& session) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object().field("format", "lull.contacts/1").key("contacts").begin_array();
  for (const Contact& contact : contacts) {
    writer.begin_object()
        .field("id", contact.id)
        .field("at", to_iso(contact.at))
        .field("day", to_iso(contact.at.day))
        .field("last_day", to_iso(contact.last_day))
        .field("channel", to_string(contact.channel))
        .field("direction", to_string(contact.direction))
        .field("breaks", contact.breaks)
        .field("exception", contact.exception)
        .field("note", contact.note)
        .end_object();
  }
  writer.end_array().end_object();
  session.out() << json << '\n';
}

void write_text(const std::vector<Contact>& contacts, Session& session) {
  for (const Contact& contact : contacts) {
    const std::string days = contact.last_day == contact.at.day
                                 ? to_short_date(contact.at.day)
                                 : fmt::format("{} to {}", to_short_date(contact.at.day),
                                               to_short_date(contact.last_day));
    session.out() << fmt::format(
        "{:>4}  {}  {}, {}{}{}\n", contact.id, days, label_of(contact.channel),
        label_of(contact.direction),
        contact.exception.empty() ? "" : fmt::format(" ({})", make_visible_line(contact.exception)),
        contact.breaks ? "  *" : "");
    if (!contact.note.empty() && !session.discreet()) {
      session.out() << "      " << make_visible_line(contact.note) << '\n';
    }
  }
}

ExitCode list_contacts(const ContactListOptions& options, Session& session) {
  Quiet quiet(session.store(), session.clock(), session.rule(), session.settings().looking_breaks);
  const std::vector<Contact> contacts = quiet.contacts();
  if (options.format == "json") {
    write_json(contacts, session);
    return ExitCode::done;
  }
  if (contacts.empty()) {
    session.say("No contact is recorded.");
    return ExitCode::none;
  }
  write_text(contacts, session);
  session.say("* broke the silence");
  return ExitCode::done;
}

}  // namespace

Action bind_contact_list(Options& options) {
  auto values = std::make_shared<ContactListOptions>();
  options.choice("--format", "FORMAT", values->format, {"text", "json"}, "text or json");
  return [values](Session& session) { return list_contacts(*values, session); };
}

}  // namespace lull
