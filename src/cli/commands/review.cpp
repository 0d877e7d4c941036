#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <sstream>

#include "../help_country.hpp"
#include "../not_sealed.hpp"
#include "../own_codebook.hpp"
#include "../pager.hpp"
#include "../start_program.hpp"
#include "lull/app/reminders.hpp"
#include "lull/app/reviewer.hpp"
#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/base/paths.hpp"
#include "lull/base/utf8.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/command.hpp"
#include "lull/report/renderer.hpp"
#include "lull/report/review_document.hpp"
#include "lull/report/review_json.hpp"

namespace lull {
namespace {

struct ReviewOptions {
  std::optional<std::string> from, to, month, format, output, period;
  bool preview = false, full = false, open = false, anonymous = false;
};

ReviewRequest read_request(const ReviewOptions& options, Session& session) {
  ReviewRequest request;
  request.codebook = own_codebook(session);
  request.preview = options.preview;
  request.looking_breaks = session.settings().looking_breaks;
  request.anonymous = options.anonymous || session.discreet();
  request.names = session.settings().names;
  request.country = help_country(session).value_or("");
  if (options.period) request.period = parse_id(*options.period);
  if (options.month) {
    request.days = parse_iso_month(*options.month);
    if (!request.days) {
      throw Error(ErrorKind::usage, "could not read --month: it takes a month such as 2026-11");
    }
  } else if (options.from || options.to) {
    const auto day = [&](const std::string& text) {
      return parse_day(text, session.rule(), session.now());
    };
    request.days = DaySpan{options.from ? day(*options.from) : Day{0},
                           options.to ? day(*options.to) : session.today()};
    if (request.days->last < request.days->first) {
      throw Error(ErrorKind::usage, "could not read the days: --to lies before --from");
    }
  }
  return request;
}

std::unique_ptr<Renderer> make_renderer(const ReviewOptions& options, Session& session) {
  if (options.format == "markdown") return std::make_unique<MarkdownRenderer>();
  if (options.format == "html" || options.open) return std::make_unique<HtmlRenderer>();
  return std::make_unique<TerminalRenderer>(session.terminal().width(),
                                            session.colors_output() && !options.output);
}

// One screen where somebody looks at a screen; the whole of it in a file or another format.
ReviewDepth depth_of(const ReviewOptions& options) {
  const bool whole = options.full || options.output || options.open ||
                     options.format.value_or("terminal") != "terminal";
  return whole ? ReviewDepth::full : ReviewDepth::screen;
}

std::string render(const Review& review, const ReviewOptions& options, Session& session) {
  std::ostringstream page;
  if (options.format == "json") {
    write_review_json(review, page);
    return std::move(page).str();
  }
  make_renderer(options, session)->render(to_document(review, depth_of(options)), page);
  return std::move(page).str();
}

// The page of a locked journal lies in memory, and is gone at logout.
std::filesystem::path page_folder(Session& session) {
  if (!session.store().lock()) return session.data_folder();
  const std::filesystem::path memory = runtime_folder(session.environment());
  if (memory.empty()) {
    throw Error(ErrorKind::refused,
                "could not open the review: the journal is locked, and without $XDG_RUNTIME_DIR "
                "the page would lie on the disk",
                "lull review --format html --output FILE");
  }
  create_private_folder(memory);
  return memory;
}

ExitCode open_page(const std::filesystem::path& file, Session& session) {
  session.say("The browser keeps its address in its history.");
  if (start_program({"xdg-open", file.string()}, session.environment())) return ExitCode::done;
  session.warn("lull: could not start xdg-open; the page can be opened in any browser");
  return ExitCode::io;
}

// It is made of words and themes; without them nothing worth a screen is left.
void require_a_place(const ReviewOptions& options, Session& session) {
  if (options.output || options.open || !session.hides_words()) return;
  throw Error(ErrorKind::refused, "could not show the review: under --discreet no text is shown",
              "lull review --output FILE writes it");
}

ExitCode show_review(const ReviewOptions& options, Session& session) {
  require_a_place(options, session);
  const Review review = gather_review(session.store(), session.clock(), session.rule(),
                                      read_request(options, session));
  if (review.kind == ReviewSpan::period) {
    ReminderNotes(
        reminder_folder(session.environment(), session.data_folder(), session.data_was_named()))
        .note_review_read(session.today());
  }
  const std::string page = render(review, options, session);
  if (options.output || options.open || !session.terminal().output_is_terminal()) {
    say_not_sealed("The review", session);
  }
  if (!options.output && !options.open) {
    LongOutput output(session);
    output.write(page);
    output.finish();
    return ExitCode::done;
  }
  const std::filesystem::path file = options.output ? std::filesystem::path(*options.output)
                                                    : page_folder(session) / "review.html";
  write_file_atomically(file, page);
  session.say(fmt::format("Written to {}.", make_visible_line(file.string())));
  return options.open ? open_page(file, session) : ExitCode::done;
}

}  // namespace

Action bind_review(Options& options) {
  auto values = std::make_shared<ReviewOptions>();
  options.flag("--preview", values->preview, "show it before the silence is over, marked");
  options.flag("--full", values->full, "all ten parts");
  options.text("--month", "MONTH", values->month, "of one month, as 2026-11");
  options.text("--from", "DAY", values->from, "from this day on");
  options.text("--to", "DAY", values->to, "up to this day, included");
  options.choice("--format", "FORMAT", values->format, {"terminal", "markdown", "html", "json"},
                 "terminal, markdown, html or json");
  options.text("--period", "N", values->period, "of that quiet period, not the newest");
  options.flag("--anonymous", values->anonymous, "without names: the alias, and review.names");
  options.flag("--open", values->open, "open the page in the browser");
  options.text("--output,-o", "FILE", values->output, "write it to a file");
  return [values](Session& session) { return show_review(*values, session); };
}

}  // namespace lull
