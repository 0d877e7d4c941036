#include "rescue.hpp"

#include <fmt/format.h>

#include "lull/app/editor_draft.hpp"
#include "lull/app/recovery.hpp"
#include "lull/base/blanks.hpp"
#include "lull/base/utf8.hpp"
#include "signal_watch.hpp"

namespace lull {
namespace {

// An editor that goes on by itself keeps its file; what it writes is offered the next time.
void drop_draft(const Typed& typed) {
  if (is_left_draft(typed.draft)) remove_draft(typed.draft);
}

}  // namespace

std::string keep_unsaved(Session& session, const Typed& typed) {
  const std::string& text = typed.text;
  const auto path = keep_for_recovery(text, session.now(), session.data_folder(),
                                      session.environment(), session.sealing_key());
  if (path) {
    drop_draft(typed);
    return fmt::format("your text is kept in {}; lull journal recover takes it in",
                       make_visible_line(path->string()));
  }
  if (!typed.draft.empty()) {
    return fmt::format("your text is still in {}", make_visible_line(typed.draft.string()));
  }
  // Nothing on this machine takes a file. The screen is the last place that can hold it.
  session.warn("lull: no folder takes your text; here it is, so that you can copy it:\n");
  session.warn(make_visible(text));
  return "nothing was saved";
}

void refuse_keeping(Session& session, const Typed& typed, const Error& error) {
  if (is_blank(typed.text)) {
    drop_draft(typed);
    throw error;
  }
  throw Error(
      error.kind(), error.what(),
      error.hint() + (error.hint().empty() ? "" : "\n      ") + keep_unsaved(session, typed));
}

ExitCode rescuing(Session& session, const std::function<std::optional<Typed>()>& read,
                  const std::function<ExitCode(const Typed&)>& save) {
  const SignalWatch until_it_is_safe;
  const std::optional<Typed> typed = read();
  if (!typed) return ExitCode::none;
  if (typed->interrupted) {
    session.warn(is_blank(typed->text)
                     ? "\nlull: interrupted; nothing was written"
                     : fmt::format("\nlull: interrupted; {}", keep_unsaved(session, *typed)));
    if (is_blank(typed->text)) drop_draft(*typed);
    return ExitCode::interrupted;
  }
  try {
    const ExitCode code = save(*typed);
    if (code == ExitCode::done) drop_draft(*typed);
    return code;
  } catch (const Error& error) {
    refuse_keeping(session, *typed, error);
  }
}

}  // namespace lull
