#include <fmt/format.h>

#include <memory>

#include "../backup_words.hpp"
#include "lull/base/json_writer.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct BackupListOptions {
  std::optional<std::string> format;
};

void write_json(const std::vector<BackupFile>& files, Session& session) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object().field("format", "lull.backups/1").key("backups").begin_array();
  for (const BackupFile& file : files) {
    writer.begin_object()
        .field("name", file.name())
        .field("at", to_iso(session.rule().moment(file.at)))
        .field("reason", to_string(file.reason))
        .field("bytes", static_cast<std::int64_t>(file.bytes))
        .end_object();
  }
  writer.end_array().end_object();
  session.out() << json << '\n';
}

void write_text(const std::vector<BackupFile>& files, Session& session) {
  int number = 0;
  for (const BackupFile& file : files) {
    session.out() << fmt::format("{:>4}  {}  {:<9}  {:>9}  {}\n", ++number, time_of(file, session),
                                 to_string(file.reason), size_as_words(file.bytes), file.name());
  }
}

ExitCode list_backups_of(const BackupListOptions& options, Session& session) {
  const std::vector<BackupFile> files = backups_of(session).list();
  if (options.format == "json") {
    write_json(files, session);
  } else {
    write_text(files, session);
    if (files.empty()) session.say("There is no backup yet. lull backup create makes one.");
  }
  return files.empty() ? ExitCode::none : ExitCode::done;
}

}  // namespace

Action bind_backup_list(Options& options) {
  auto values = std::make_shared<BackupListOptions>();
  options.choice("--format", "FORMAT", values->format, {"text", "json"}, "text or json");
  return [values](Session& session) { return list_backups_of(*values, session); };
}

}  // namespace lull
