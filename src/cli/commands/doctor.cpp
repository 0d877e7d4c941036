#include "lull/app/doctor.hpp"

#include <fmt/format.h>

#include <memory>

#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/base/json_writer.hpp"
#include "lull/base/paths.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"
#include "lull/store/salvage.hpp"

namespace lull {
namespace {

constexpr int kColumns = 80;
constexpr int kIndent = 6;

struct DoctorOptions {
  bool repair = false, unlock = false;
  std::optional<std::string> salvage, format;
};

std::string paragraph(std::string_view mark, std::string_view text) {
  std::string lines;
  for (const std::string& line : wrap(text, kColumns - kIndent)) {
    lines += pad_to_width(lines.empty() ? mark : "", kIndent) + line + '\n';
  }
  return lines;
}

void write_text(const Findings& findings, Session& session) {
  std::size_t to_see_to = 0;
  for (const Finding& finding : findings) {
    session.out() << paragraph(to_string(finding.weight),
                               fmt::format("{}: {}", finding.check, finding.what));
    if (!finding.meaning.empty()) session.out() << paragraph("", finding.meaning);
    if (!finding.remedy.empty()) session.out() << paragraph("", "-> " + finding.remedy);
    if (finding.weight >= Weight::look) ++to_see_to;
  }
  session.out() << (to_see_to == 0   ? std::string("\nNothing needs seeing to.\n")
                    : to_see_to == 1 ? std::string("\n1 thing to see to.\n")
                                     : fmt::format("\n{} things to see to.\n", to_see_to));
}

void write_json(const Findings& findings, Session& session) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object()
      .field("format", "lull.doctor/1")
      .field("journal", make_visible_line(session.store_path().string()))
      .field("worst", to_string(worst_of(findings)))
      .key("findings")
      .begin_array();
  for (const Finding& finding : findings) {
    writer.begin_object()
        .field("check", finding.check)
        .field("weight", to_string(finding.weight))
        .field("what", finding.what)
        .field("meaning", finding.meaning)
        .field("remedy", finding.remedy)
        .end_object();
  }
  writer.end_array().end_object();
  session.out() << json << '\n';
}

ExitCode code_of(const Findings& findings) {
  switch (worst_of(findings)) {
    case Weight::harm:
      return ExitCode::store;
    case Weight::look:
      return ExitCode::none;
    case Weight::fine:
    case Weight::note:
      break;
  }
  return ExitCode::done;
}

void repair(const DoctorScene& scene, Session& session) {
  const Repair repair = repair_journal(scene);
  session.say("The file as it was is kept as " + make_visible_line(repair.copy.string()) + ".");
  for (const std::string& sentence : repair.done) session.say(sentence);
  if (repair.done.empty()) session.say("There was nothing to mend.");
}

ExitCode salvage(const std::string& target, Session& session) {
  const Salvage salvage = salvage_store(session.store_path(), target);
  session.say(fmt::format("{} {} written to {}.", salvage.rows, salvage.rows == 1 ? "row" : "rows",
                          make_visible_line(target)));
  if (!salvage.is_complete) session.say("Some places of the old file can't be read any more.");
  if (!salvage.damaged.empty()) {
    const std::string remains = target + ".damaged.txt";
    write_file_atomically(remains, salvage.remains, Existing::keep);
    for (const DamagedRow& row : salvage.damaged) {
      session.warn(
          fmt::format("lull: {} {} is damaged and was left out", shape_of(row.table).name, row.id));
    }
    session.say("What is left of the damaged ones is in " + make_visible_line(remains) + ".");
  }
  session.say("The old file is as it was. To use the new one, put it in its place as lull.db.");
  return salvage.is_complete && salvage.damaged.empty() ? ExitCode::done : ExitCode::store;
}

ExitCode run_doctor(const DoctorOptions& options, Session& session) {
  if (session.data_folder().empty()) default_data_folder(session.environment());  // says why
  if (options.repair && options.salvage) {
    throw Error(ErrorKind::usage, "could not do both: --repair and --salvage exclude each other",
                "salvage first, then repair");
  }
  if (options.salvage) return salvage(*options.salvage, session);
  const bool config_named =
      session.options().config || session.environment().get("LULL_CONFIG").has_value();
  const DoctorScene scene{session.store_path(), session.config_path(),
                          config_named,         session.environment(),
                          session.now(),        options.unlock ? session.unlock() : nullptr};
  if (options.repair) repair(scene, session);
  const Findings findings = look_over(scene);
  if (options.format.value_or("text") == "json") {
    write_json(findings, session);
  } else {
    write_text(findings, session);
  }
  return code_of(findings);
}

}  // namespace

Action bind_doctor(Options& options) {
  auto values = std::make_shared<DoctorOptions>();
  options.flag("--repair", values->repair, "keep a copy, then mend what needs no judgement");
  options.text("--salvage", "FILE", values->salvage,
               "write every row that can be read to a new journal");
  options.flag("--unlock", values->unlock, "ask for the passphrase and open sealed rows too");
  options.choice("--format", "FORMAT", values->format, {"text", "json"}, "text or json");
  return [values](Session& session) { return run_doctor(*values, session); };
}

}  // namespace lull
