#include <fmt/format.h>

#include <memory>

#include "../setting_words.hpp"
#include "lull/app/config.hpp"
#include "lull/base/json_writer.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct ConfigListOptions {
  bool explain = false;
  std::optional<std::string> format;
};

std::string_view word_of(SettingOrigin origin) {
  switch (origin) {
    case SettingOrigin::standard:
      break;
    case SettingOrigin::file:
      return "file";
    case SettingOrigin::variable:
      return "variable";
  }
  return "default";
}

SettingOrigin origin_in(const SettingRow& row, Session& session) {
  return origin_of(row, session.config_path(), session.environment());
}

std::string note_of(const SettingRow& row, Session& session) {
  switch (origin_in(row, session)) {
    case SettingOrigin::standard:
      break;
    case SettingOrigin::file:
      return "  # from the file";
    case SettingOrigin::variable:
      return "  # from " + variable_of(row);
  }
  return "";
}

void write_row(const SettingRow& row, bool explain, Session& session) {
  if (explain) {
    session.out() << fmt::format("# {}\n# takes {}; default {}\n", row.meaning, row.type,
                                 row.write(Settings{}));
  }
  if (is_hidden(row, session)) {
    session.out() << fmt::format("# {}: not shown", row.key);
  } else {
    session.out() << row.key << " = " << make_visible_line(row.write(session.settings()))
                  << note_of(row, session);
  }
  session.out() << (explain ? "\n\n" : "\n");
}

void write_json(Session& session) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object().field("format", "lull.config/1").key("settings").begin_array();
  for (const SettingRow& row : setting_rows()) {
    writer.begin_object().field("key", row.key).key("value");
    if (is_hidden(row, session)) {
      writer.null();
    } else {
      writer.value(row.write(session.settings()));
    }
    writer.field("origin", word_of(origin_in(row, session)));
    writer.field("default", row.write(Settings{})).field("type", row.type);
    writer.field("meaning", row.meaning).field("variable", variable_of(row)).end_object();
  }
  writer.end_array().end_object();
  session.out() << json << '\n';
}

ExitCode list_settings(const ConfigListOptions& options, Session& session) {
  if (options.format.value_or("text") == "json") {
    write_json(session);
    return ExitCode::done;
  }
  for (const SettingRow& row : setting_rows()) write_row(row, options.explain, session);
  return ExitCode::done;
}

}  // namespace

Action bind_config_list(Options& options) {
  auto values = std::make_shared<ConfigListOptions>();
  options.flag("--explain", values->explain, "what each one means, takes, and is by default");
  options.choice("--format", "FORMAT", values->format, {"text", "json"}, "text (TOML) or json");
  return [values](Session& session) { return list_settings(*values, session); };
}

}  // namespace lull
