#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "../contact_words.hpp"
#include "../csv.hpp"
#include "lull/app/silence.hpp"
#include "lull/base/json_writer.hpp"
#include "lull/base/utf8.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct ContactListOptions {
  std::optional<std::string> from, to, format;
};

std::vector<Contact> read_contacts(const ContactListOptions& options, Session& session) {
  Quiet quiet(session.store(), session.clock(), session.rule(), session.settings().looking_breaks);
  std::vector<Contact> contacts = quiet.contacts();
  const auto day = [&](const std::string& text) {
    return parse_day(text, session.rule(), session.now());
  };
  if (options.from) {
    const Day from = day(*options.from);
    std::erase_if(contacts, [&](const Contact& contact) { return contact.last_day < from; });
  }
  if (options.to) {
    const Day to = day(*options.to);
    std::erase_if(contacts, [&](const Contact& contact) { return to < contact.at.day; });
  }
  return contacts;
}

void write_json(const std::vector<Contact>& contacts, Session& session) {
  const bool hides = session.hides_words();
  std::string json;
  JsonWriter writer(json);
  writer.begin_object().field("format", "lull.contacts/1").key("contacts").begin_array();
  for (const Contact& contact : contacts) {
    writer.begin_object()
        .field("id", contact.id)
        .field("at", to_iso(contact.at))
        .field("day", to_iso(contact.at.day))
        .field("last_day", to_iso(contact.last_day))
        .field("written", to_iso(session.rule().moment(contact.written)))
        .field("channel", to_string(contact.channel))
        .field("direction", to_string(contact.direction))
        .field("breaks", contact.breaks)
        .field("exception", hides ? std::string() : contact.exception)
        .field("note", hides ? std::string() : contact.note)
        .end_object();
  }
  writer.end_array().end_object();
  session.out() << json << '\n';
}

// An incident log: what was, when, and when it was written down.
void write_csv(const std::vector<Contact>& contacts, Session& session) {
  const bool hides = session.hides_words();
  session.out() << csv_line({"id", "at", "first_day", "last_day", "written_down", "channel",
                             "direction", "exception", "broke_silence", "note"});
  for (const Contact& contact : contacts) {
    session.out() << csv_line(
        {std::to_string(contact.id), to_iso(contact.at), to_iso(contact.at.day),
         to_iso(contact.last_day), to_iso(session.rule().moment(contact.written)),
         std::string(to_string(contact.channel)), std::string(to_string(contact.direction)),
         hides ? std::string() : contact.exception, contact.breaks ? "yes" : "no",
         hides ? std::string() : contact.note});
  }
}

void write_text(const std::vector<Contact>& contacts, Session& session) {
  for (const Contact& contact : contacts) {
    session.out() << contact_as_line(contact, session.discreet()) << '\n';
    if (!contact.note.empty() && !session.discreet()) {
      session.out() << "      " << make_visible_line(contact.note) << '\n';
    }
  }
}

ExitCode list_contacts(const ContactListOptions& options, Session& session) {
  const std::vector<Contact> contacts = read_contacts(options, session);
  const std::string format = options.format.value_or("text");
  if (format == "json") write_json(contacts, session);
  if (format == "csv") write_csv(contacts, session);
  if (format == "text") write_text(contacts, session);
  if (contacts.empty()) {
    if (format == "text") session.say("No contact is recorded.");
    return ExitCode::none;
  }
  const bool any_breaks = std::any_of(contacts.begin(), contacts.end(),
                                      [](const Contact& contact) { return contact.breaks; });
  if (format == "text" && any_breaks) session.say("* broke the silence");
  return ExitCode::done;
}

}  // namespace

Action bind_contact_list(Options& options) {
  auto values = std::make_shared<ContactListOptions>();
  options.text("--from", "DAY", values->from, "from this day on");
  options.text("--to", "DAY", values->to, "up to this day, included");
  options.choice("--format", "FORMAT", values->format, {"text", "json", "csv"},
                 "text, json, or csv (a log with when each was written)");
  return [values](Session& session) { return list_contacts(*values, session); };
}

}  // namespace lull
