#include <fmt/format.h>

#include <memory>

#include "../backup_words.hpp"
#include "lull/app/transfer.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct JournalImportOptions {
  std::optional<std::string> source, format;
  bool dry_run = false;
};

constexpr std::size_t kLongWork = 4'194'304;  // bytes from which a person waits
constexpr std::size_t kBulk = 20;             // entries from which the journal is backed up first
constexpr std::size_t kMostLeftOut = 10;      // named one by one
constexpr int kBarColumns = 30;

ImportSource open_source(const JournalImportOptions& options, Session& session) {
  std::optional<TransferFormat> format;
  if (options.format) format = parse_transfer_format(*options.format);
  if (!options.source) {
    throw Error(ErrorKind::usage, "could not import: no file is named",
                "lull journal import FILE, a folder, or - for standard input");
  }
  if (*options.source != "-") return open_import(std::filesystem::path(*options.source), format);
  Typed typed = session.terminal().read_input();
  if (typed.interrupted) throw Error(ErrorKind::interrupted, "interrupted; nothing was taken in");
  return open_import("standard input", std::move(typed.text), format);
}

/// A bar on the person's screen, drawn anew for each hundredth.
class ProgressBar {
 public:
  explicit ProgressBar(Session& session) : session_(session) {}
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar() {
    if (shown_ >= 0) session_.err() << '\r' << std::string(kBarColumns + 8, ' ') << '\r';
  }

  void show(std::size_t done, std::size_t of) {
    const int part = of == 0 ? 100 : static_cast<int>(done * 100 / of);
    if (part == shown_) return;
    shown_ = part;
    const int full = part * kBarColumns / 100;
    session_.err() << fmt::format("\r[{:{}}] {:3} %",
                                  std::string(static_cast<std::size_t>(full), '#'), kBarColumns,
                                  part)
                   << std::flush;
  }

 private:
  Session& session_;
  int shown_ = -1;
};

void name_left_out(const std::vector<std::string>& left_out, Session& session) {
  for (std::size_t i = 0; i < std::min(left_out.size(), kMostLeftOut); ++i) {
    session.say("Left out: " + make_visible_line(left_out[i]));
  }
  if (left_out.size() > kMostLeftOut) {
    session.say(fmt::format("and {} more.", left_out.size() - kMostLeftOut));
  }
}

void say_result(const ImportCount& count, const JournalImportOptions& options, Session& session) {
  name_left_out(count.left_out, session);
  session.say(fmt::format("{} {} {}{}.", count.taken, count.taken == 1 ? "entry" : "entries",
                          options.dry_run ? "would be taken in" : "taken in",
                          count.doubles == 0 ? ""
                                             : fmt::format("; {} {} there already", count.doubles,
                                                           count.doubles == 1 ? "was" : "were")));
}

void list(const Entry& entry, Session& session) {
  session.out() << to_iso(entry.at);
  if (!session.discreet()) {
    const int columns = std::max(20, session.terminal().width() - 27);
    session.out() << "  " << fit_to_width(make_visible_line(entry.text.substr(0, 1000)), columns);
  }
  session.out() << '\n';
}

// A new journal in the usual place needs no `begin` for this, as for a first entry.
Store& open_for_import(const JournalImportOptions& options, Session& session) {
  if (options.dry_run || session.has_store() || session.data_was_named()) return session.store();
  return session.create_store();
}

ExitCode import_journal(const JournalImportOptions& options, Session& session) {
  const ImportSource source = open_source(options, session);
  Store& store = open_for_import(options, session);
  ImportCount count;
  {
    ProgressBar bar(session);
    ImportWatch watch;
    if (options.dry_run) {
      watch.take = [&](const Entry& entry) { list(entry, session); };
    } else if (session.asks() && !session.options().quiet &&
               (source.bytes.size() > kLongWork || !source.folder.empty())) {
      watch.progress = [&](std::size_t done, std::size_t of) { bar.show(done, of); };
    }
    watch.before_writing = [&](std::size_t entries) {
      if (entries >= kBulk && store.count(TableId::entry) > 0) {
        backups_of(session).create(BackupReason::import);
      }
    };
    count = import_entries(store, session.clock(), session.rule(), source, options.dry_run, watch);
  }
  say_result(count, options, session);
  return count.taken + count.doubles > 0 ? ExitCode::done : ExitCode::none;
}

}  // namespace

Action bind_journal_import(Options& options) {
  auto values = std::make_shared<JournalImportOptions>();
  options.word("FILE", values->source, "a file, a folder of dated pages, or - for standard input");
  options.choice(
      "--from-format", "FORMAT", values->format,
      {"json", "jsonl", "markdown", "text", "csv", "jrnl", "jrnl-json", "dayone", "folder"},
      "what it is, when that can't be seen from it");
  options.flag("--dry-run", values->dry_run, "list what would be taken in, and write nothing");
  return [values](Session& session) { return import_journal(*values, session); };
}

}  // namespace lull
