// The parsers of other people's files: none may crash, what they take must be sound text, and what
// our own formats write must read back the same.
#include "app/transfer_parts.hpp"
#include "fuzz.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"

using namespace lull;

namespace {

struct Form {
  void (*read)(std::string_view, ImportReading&);
  EntryAppender (*append)(std::string&);  // null for forms that are only read
};

constexpr Form kForms[] = {
    {read_json, append_json},  {read_jsonl, append_jsonl}, {read_markdown, append_markdown},
    {read_text, append_text},  {read_csv, append_csv},     {read_jrnl, nullptr},
    {read_jrnl_json, nullptr}, {read_dayone, nullptr},
};

std::vector<Entry> read_with(const Form& form, std::string_view bytes, const DayRule& rule) {
  std::vector<Entry> entries;
  std::vector<std::string> left_out;
  ImportReading reading{rule, "file", 1, 0, {}, &left_out};
  reading.take = [&](Entry&& entry) { entries.push_back(std::move(entry)); };
  form.read(bytes, reading);
  return entries;
}

std::string write_with(const Form& form, const std::vector<Entry>& entries) {
  std::string out;
  const EntryAppender appender = form.append(out);
  for (const Entry& entry : entries) appender.add(entry);
  appender.end();
  return out;
}

void check_round_trip(const Form& form, const std::vector<Entry>& entries, const DayRule& rule) {
  const std::string once = write_with(form, entries);
  const std::vector<Entry> again = read_with(form, once, rule);
  fuzz::require(again.size() == entries.size(), "as many entries come back");
  for (std::size_t i = 0; i < again.size(); ++i) {
    fuzz::require(again[i].text == entries[i].text, "the text comes back byte for byte");
    fuzz::require(again[i].at.instant == entries[i].at.instant, "the moment comes back");
    fuzz::require(again[i].tags == entries[i].tags, "the tags come back");
  }
  fuzz::require(write_with(form, again) == once, "a second writing is the same");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const DayRule rule{Zone("UTC")};
  fuzz::Bytes bytes(data, size);
  const std::size_t which = bytes.choose(std::size(kForms) + 1);
  try {
    if (which == std::size(kForms)) {
      open_import("file", std::string(bytes.rest()), std::nullopt);
      return 0;
    }
    const std::vector<Entry> entries = read_with(kForms[which], bytes.rest(), rule);
    bool sound = !entries.empty();
    for (const Entry& entry : entries) sound = sound && !find_invalid_utf8(entry.text);
    if (!sound) return 0;
    try {
      for (const Form& form : kForms) {
        if (form.append != nullptr) check_round_trip(form, entries, rule);
      }
    } catch (const Error& error) {
      std::cerr << error.what() << '\n';
      fuzz::require(false, "what was written is read again");
    }
  } catch (const Error&) {
    return 0;  // refused, which is an answer
  }
  return 0;
}
