#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "lull/base/instant.hpp"

namespace lull {

/// A text while an editor has it: one file, 0600, in a folder of its own, 0700, so that whatever an
/// editor puts beside it goes away with it. The folder outlives the object, and a killed program,
/// until it is removed. As long as this program or the editor lives it counts as in use.
class EditorDraft {
 public:
  /// Makes a new one in `parent`, which is made too. Throws Error{io}.
  EditorDraft(const std::filesystem::path& parent, Instant now, const std::string& text);
  EditorDraft(const EditorDraft&) = delete;
  EditorDraft& operator=(const EditorDraft&) = delete;
  ~EditorDraft();

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path file() const;

 private:
  std::filesystem::path folder_;
  int lock_ = -1;
};

/// Whether `folder` is one that an EditorDraft made, and nobody uses it any more.
bool is_left_draft(const std::filesystem::path& folder);
/// How an editor left a draft.
enum class DraftEnd { finished, interrupted };
/// What was written in it: the file, and after an interruption what the editor saved beside it as
/// its terminal went away, when that is newer. Nothing when it is blank or as it was at first.
/// Throws Error{io}.
std::optional<std::string> text_of_draft(const std::filesystem::path& folder, DraftEnd end);
/// Removes folder and files; one that is gone already is fine.
void remove_draft(const std::filesystem::path& folder);

}  // namespace lull
