#include <fmt/format.h>

#include <algorithm>

#include "doctor_parts.hpp"
#include "lull/base/utf8.hpp"
#include "lull/store/sqlite_store.hpp"

namespace lull {
namespace {

constexpr std::size_t kMostNamed = 5;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < std::min(words.size(), kMostNamed); ++i) {
    text += (i == 0 ? "" : ", ") + make_visible_line(words[i]);
  }
  if (words.size() > kMostNamed) text += fmt::format(" and {} more", words.size() - kMostNamed);
  return text;
}

std::int64_t rows_in(const Examination& seen, TableId table) {
  for (const TableHealth& health : seen.tables) {
    if (health.table == table) return health.rows;
  }
  return 0;
}

void tell_format(const Examination& seen, const std::filesystem::path& journal,
                 Findings& findings) {
  const auto entries = static_cast<std::size_t>(rows_in(seen, TableId::entry));
  std::error_code none;
  const auto target = std::filesystem::read_symlink(journal, none);
  const std::string link =
      none ? "" : " It is a link to " + make_visible_line(target.string()) + ".";
  findings.push_back(
      {"file", Weight::fine,
       fmt::format("A journal of format {}{}.{}", seen.version,
                   entries == 0 ? std::string()
                                : " with " + fmt::format("{} {}", entries,
                                                         entries == 1 ? "entry" : "entries"),
                   link),
       "", ""});
  if (seen.version < kSchemaVersion) {
    findings.push_back({"format", Weight::note,
                        fmt::format("This program writes format {}.", kSchemaVersion),
                        "The next command brings the file to it, and keeps a copy first.", ""});
  }
  if (seen.was_interrupted) {
    findings.push_back({"interrupted write", Weight::note,
                        "A change had been cut short, and was taken back just now.",
                        "Nothing that was said to be saved was part of it.", ""});
  }
}

void tell_schema(const Examination& seen, Findings& findings) {
  if (seen.missing.empty() && seen.foreign.empty()) {
    findings.push_back(
        {"schema", Weight::fine, "Tables and indexes are as lull makes them.", "", ""});
    return;
  }
  std::string what = "Tables and indexes are not as lull makes them:";
  if (!seen.missing.empty()) what += " missing: " + joined(seen.missing) + ".";
  if (!seen.foreign.empty()) what += " not ours: " + joined(seen.foreign) + ".";
  findings.push_back({"schema", Weight::harm, what,
                      "Another program changed the file; what it put there can act on what you "
                      "write.",
                      "lull doctor --salvage FILE writes your rows to a clean journal"});
}

void tell_pages(const Examination& seen, Findings& findings) {
  const std::size_t faults = seen.faults.size() + static_cast<std::size_t>(seen.broken_references);
  if (faults == 0) {
    findings.push_back({"integrity", Weight::fine, "SQLite finds the file sound.", "", ""});
    return;
  }
  const std::string first =
      seen.faults.empty() ? "a reference leads nowhere" : make_visible_line(seen.faults.front());
  findings.push_back(
      {"integrity", Weight::harm,
       fmt::format("SQLite finds {} in the file; the first: {}.", counted(faults, "fault"), first),
       "A part of the file is not as it was written.",
       "lull doctor --repair mends indexes; lull doctor --salvage FILE brings up "
       "every row that can be read"});
}

void tell_rows(const Examination& seen, Findings& findings) {
  std::vector<std::string> damaged;
  std::vector<std::string> unopened;
  std::int64_t sound = 0;
  for (const TableHealth& health : seen.tables) {
    const std::string_view name = shape_of(health.table).name;
    sound += health.rows;
    for (const auto id : health.damaged) damaged.push_back(fmt::format("{} {}", name, id));
    for (const auto id : health.unopened) unopened.push_back(fmt::format("{} {}", name, id));
    if (health.is_cut_short) damaged.push_back(fmt::format("the rest of {}", name));
  }
  if (!damaged.empty()) {
    findings.push_back({"rows", Weight::harm,
                        fmt::format("Not as they were written: {}.", joined(damaged)),
                        "Their words can't be vouched for. Every other row is as you wrote it.",
                        "lull backup list shows copies from before; lull doctor --salvage FILE "
                        "keeps what is left of them"});
  }
  if (!unopened.empty()) {
    findings.push_back({"sealed rows", Weight::harm,
                        fmt::format("The key doesn't open: {}.", joined(unopened)),
                        "They were changed, or not sealed to this journal.",
                        "lull backup list shows copies from before"});
  }
  if (seen.is_locked) {
    findings.push_back(
        {"sealed rows", Weight::note,
         fmt::format("{} sealed; {} not opened.", counted(static_cast<std::size_t>(sound), "row"),
                     sound == 1 ? "it was" : "they were"),
         damaged.empty() ? "Their digests agree. Whether they open, only the key can tell."
                         : "Whether the others open, only the key can tell.",
         "lull doctor --unlock asks for the passphrase"});
  } else if (damaged.empty() && unopened.empty()) {
    findings.push_back({"rows", Weight::fine,
                        sound == 0 ? std::string("There are no rows yet.")
                                   : fmt::format("{} read; all as they were written.",
                                                 counted(static_cast<std::size_t>(sound), "row")),
                        "", ""});
  }
}

void tell_index(const Examination& seen, Findings& findings) {
  if (!seen.index_agrees) {
    findings.push_back({"search index", Weight::look,
                        "The index of words doesn't hold what the entries hold.",
                        "A search may pass over an entry. No word is gone.",
                        "lull doctor --repair builds it anew"});
  }
  if (!seen.orphans.empty()) {
    findings.push_back({"orphaned rows", Weight::look,
                        counted(seen.orphans.size(), "earlier version") +
                            " of entries that are gone still in the file.",
                        "Words that you removed for good may be among them.",
                        "lull doctor --repair removes them"});
  }
}

}  // namespace

void tell_file(const Examination& seen, const std::filesystem::path& journal, Findings& findings) {
  tell_format(seen, journal, findings);
  tell_schema(seen, findings);
  tell_pages(seen, findings);
  tell_rows(seen, findings);
  tell_index(seen, findings);
}

}  // namespace lull
