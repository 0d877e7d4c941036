#include <fmt/format.h>

#include <memory>
#include <sstream>

#include "lull/app/reminders.hpp"
#include "lull/app/reviewer.hpp"
#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/base/utf8.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/command.hpp"
#include "lull/report/renderer.hpp"
#include "lull/report/review_document.hpp"

namespace lull {
namespace {

struct ReviewOptions {
  std::optional<std::string> from, to, month, format, output;
  bool preview = false, full = false;
};

ReviewRequest read_request(const ReviewOptions& options, Session& session) {
  ReviewRequest request;
  request.preview = options.preview;
  request.looking_breaks = session.settings().looking_breaks;
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
  return std::make_unique<TerminalRenderer>(session.terminal().width(),
                                            session.colors_output() && !options.output);
}

// One screen where somebody looks at a screen; the whole of it in a file or another format.
ReviewDepth depth_of(const ReviewOptions& options) {
  const bool whole =
      options.full || options.output || options.format.value_or("terminal") != "terminal";
  return whole ? ReviewDepth::full : ReviewDepth::screen;
}

std::string render(const Review& review, const ReviewOptions& options, Session& session) {
  std::ostringstream page;
  make_renderer(options, session)->render(to_document(review, depth_of(options)), page);
  return std::move(page).str();
}

ExitCode show_review(const ReviewOptions& options, Session& session) {
  const Review review = gather_review(session.store(), session.clock(), session.rule(),
                                      read_request(options, session));
  if (review.kind == ReviewSpan::period) {
    ReminderNotes(
        reminder_folder(session.environment(), session.data_folder(), session.data_was_named()))
        .note_review_read(session.today());
  }
  const std::string page = render(review, options, session);
  if (!options.output) {
    session.out() << page;
    return ExitCode::done;
  }
  write_file_atomically(*options.output, page);
  session.say(fmt::format("Written to {}.", make_visible_line(*options.output)));
  return ExitCode::done;
}

}  // namespace

Action bind_review(Options& options) {
  auto values = std::make_shared<ReviewOptions>();
  options.flag("--preview", values->preview, "show it before the silence is over, marked");
  options.flag("--full", values->full, "all ten parts");
  options.text("--month", "MONTH", values->month, "of one month, as 2026-11");
  options.text("--from", "DAY", values->from, "from this day on");
  options.text("--to", "DAY", values->to, "up to this day, included");
  options.choice("--format", "FORMAT", values->format, {"terminal", "markdown"},
                 "terminal or markdown");
  options.text("--output,-o", "FILE", values->output, "write it to a file");
  return [values](Session& session) { return show_review(*values, session); };
}

}  // namespace lull
