#include "lull/cli/editor.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>

#include "child_process.hpp"
#include "find_program.hpp"
#include "lull/app/editor_draft.hpp"
#include "lull/base/blanks.hpp"
#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/base/paths.hpp"
#include "lull/base/utf8.hpp"
#include "rescue.hpp"

namespace lull {
namespace {

constexpr std::string_view kNameOne =
    "name one: export EDITOR=nano; or write without: lull journal add";

std::string editor_command(Session& session) {
  if (!session.settings().editor.empty()) return session.settings().editor;
  for (const char* variable : {"VISUAL", "EDITOR"}) {
    if (auto command = session.environment().get(variable)) return *command;
  }
  for (const char* name : {"editor", "nano", "vi"}) {
    if (!find_program(name, session.environment()).empty()) return name;
  }
  throw Error(ErrorKind::refused, "could not start the editor: none is named",
              "name one: export EDITOR=nano; or write without: lull journal add");
}

// Memory where there is any. On the disk a draft is as readable as any file.
std::filesystem::path drafts_folder(Session& session) {
  const auto memory = runtime_folder(session.environment());
  std::error_code error;
  if (!memory.empty() && std::filesystem::is_directory(memory.parent_path(), error)) return memory;
  if (session.sealing_key()) {
    throw Error(ErrorKind::refused,
                "could not start the editor: the journal is locked, and without $XDG_RUNTIME_DIR "
                "the draft would lie on the disk",
                "write without an editor: lull journal add");
  }
  session.say(fmt::format("While the editor has it, the draft lies in {}, not locked.",
                          make_visible_line(session.data_folder().string())));
  return session.data_folder();
}

[[noreturn]] void say_failed(Session& session, const Typed& typed, int code) {
  refuse_keeping(session, typed,
                 Error(ErrorKind::refused,
                       fmt::format("could not take the text: the editor ended with {}", code),
                       typed.text.empty() ? "nothing was written" : ""));
}

}  // namespace

std::optional<Typed> edit_text(Session& session, const std::string& initial) {
  const std::string command = editor_command(session);
  std::optional<EditorDraft> draft(std::in_place, drafts_folder(session), session.now(), initial);
  const std::filesystem::path folder = draft->folder();
  ChildEnd end;
  try {
    end = run_in_terminal(editor_words(command, draft->file(),
                                       [&](const std::string& name) {
                                         return find_program(name, session.environment());
                                       }),
                          session.environment());
  } catch (const Error& error) {
    remove_draft(folder);
    throw Error(error.kind(), error.what(), std::string(kNameOne));
  }
  const auto content = read_file(draft->file());
  draft.reset();
  const std::optional<std::string> text =
      text_of_draft(folder, end.interrupted ? DraftEnd::interrupted : DraftEnd::finished);
  const Typed typed{text.value_or(""), end.interrupted, folder};
  if (end.interrupted) return typed;
  if (end.code != 0) say_failed(session, typed, end.code);
  if (text) return typed;
  if (!is_left_draft(folder)) {
    session.say(
        "The editor goes on by itself, so nothing was written yet. What it saves is offered by "
        "lull "
        "journal recover. Most editors can be told to stay: gvim -f, code --wait.");
    return std::nullopt;
  }
  const bool blank = !content || is_blank(*content);
  remove_draft(folder);
  session.say(blank ? "There is no text; nothing was written."
                    : "The text is unchanged; nothing was written.");
  return std::nullopt;
}

}  // namespace lull
