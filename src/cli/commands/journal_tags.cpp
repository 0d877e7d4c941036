#include "lull/app/journal_tags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "lull/app/entry_filter.hpp"
#include "lull/base/error.hpp"
#include "lull/base/json_writer.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct JournalTagsOptions {
  std::vector<std::string> words;
  std::optional<std::string> format;
  bool rename = false, merge = false;
};

void write_json(const std::vector<TagCount>& tags, Session& session) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object().field("format", "lull.tags/1").key("tags").begin_array();
  for (const TagCount& tag : tags) {
    writer.begin_object().field("tag", tag.tag).field("entries", tag.entries).end_object();
  }
  writer.end_array().end_object();
  session.out() << json << '\n';
}

ExitCode list_tags(const std::optional<std::string>& format, Session& session) {
  std::vector<TagCount> tags = count_tags(session.store());
  const std::size_t count = tags.size();
  if (session.discreet()) tags.clear();
  if (format == "json") {
    write_json(tags, session);
    return count > 0 ? ExitCode::done : ExitCode::none;
  }
  for (const TagCount& tag : tags) {
    session.out() << fmt::format("{:>5}  {}\n", tag.entries, make_visible_line(tag.tag));
  }
  if (count == 0) session.say("There is no tag yet.");
  if (session.discreet() && count > 0) session.say(fmt::format("{} tags.", count));
  return count > 0 ? ExitCode::done : ExitCode::none;
}

bool is_known(Session& session, const std::string& name) {
  const std::vector<TagCount> tags = count_tags(session.store());
  return std::any_of(tags.begin(), tags.end(),
                     [&](const TagCount& tag) { return holds_word({tag.tag}, name); });
}

// A rename that meets a tag in use would put two tags together for good, so it must be said.
ExitCode replace(const JournalTagsOptions& options, Session& session) {
  std::vector<std::string> old;
  for (const std::string& word : options.words) old.push_back(bare_tag(word));
  const bool counts_agree = options.merge ? old.size() >= 2 : old.size() == 2;
  if (!counts_agree || options.rename == options.merge) {
    throw Error(ErrorKind::usage, "could not change the tags: it takes the old name and the new",
                "lull journal tags --rename OLD NEW, or --merge OLD... INTO");
  }
  const std::string name = old.back();
  old.pop_back();
  const bool same = holds_word(old, name);
  if (!same && options.rename && is_known(session, name)) {
    throw Error(ErrorKind::refused, "could not rename the tag: the new name is in use",
                "lull journal tags --merge puts the two together");
  }
  if (options.merge && !is_known(session, name)) {
    throw Error(ErrorKind::not_found, "could not merge the tags: no entry has the last one",
                "lull journal tags --rename gives a tag a new name");
  }
  const int count = replace_tags(session.store(), old, name);
  session.say(fmt::format("Changed {} {}. The texts stay as they are.", count,
                          count == 1 ? "entry" : "entries"));
  return ExitCode::done;
}

ExitCode tags(const JournalTagsOptions& options, Session& session) {
  if (options.rename || options.merge || !options.words.empty()) return replace(options, session);
  return list_tags(options.format, session);
}

}  // namespace

Action bind_journal_tags(Options& options) {
  auto values = std::make_shared<JournalTagsOptions>();
  options.words("TAG", values->words,
                "with --rename the old and the new name; with --merge several");
  options.flag("--rename", values->rename, "give a tag another name");
  options.flag("--merge", values->merge, "put tags together under the last one");
  options.choice("--format", "FORMAT", values->format, {"text", "json"}, "text, or json");
  return [values](Session& session) { return tags(*values, session); };
}

}  // namespace lull
