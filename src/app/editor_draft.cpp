#include "lull/app/editor_draft.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "lull/base/blanks.hpp"
#include "lull/base/error.hpp"
#include "lull/base/file.hpp"

namespace lull {
namespace {

constexpr std::string_view kPrefix = "draft-";
constexpr std::string_view kFile = "entry.md";
constexpr std::string_view kFirst = "at-first";
constexpr int kMostAttempts = 100;

std::filesystem::path make_folder(const std::filesystem::path& parent, Instant now) {
  create_private_folder(parent);
  for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
    auto folder = parent / fmt::format("{}{}-{}-{}", kPrefix, now.seconds, getpid(), attempt);
    if (mkdir(folder.c_str(), 0700) == 0) return folder;
    if (errno != EEXIST) break;
  }
  throw Error(
      ErrorKind::io,
      fmt::format("could not make a draft in {}: {}", parent.string(), std::strerror(errno)),
      "write without an editor: lull journal add");
}

// nano leaves entry.md.save when its terminal goes away, Emacs #entry.md#.
bool is_saved_beside(const std::string& name) {
  return name.starts_with(std::string(kFile) + ".save") || name == "#" + std::string(kFile) + "#";
}

}  // namespace

EditorDraft::EditorDraft(const std::filesystem::path& parent, Instant now, const std::string& text)
    : folder_(make_folder(parent, now)) {
  // Not closed on exec: an editor that outlives this program holds the lock on.
  lock_ = open(folder_.c_str(), O_RDONLY | O_DIRECTORY);  // NOLINT(*-cloexec-*)
  if (lock_ >= 0) flock(lock_, LOCK_EX | LOCK_NB);
  write_file_atomically(folder_ / kFirst, text);
  write_file_atomically(file(), text);
}

EditorDraft::~EditorDraft() {
  if (lock_ >= 0) close(lock_);
}

std::filesystem::path EditorDraft::file() const { return folder_ / kFile; }

bool is_left_draft(const std::filesystem::path& folder) {
  if (!folder.filename().string().starts_with(kPrefix)) return false;
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool left = flock(descriptor, LOCK_EX | LOCK_NB) == 0;
  close(descriptor);
  return left;
}

std::optional<std::string> text_of_draft(const std::filesystem::path& folder, DraftEnd end) {
  std::optional<std::string> text = read_file(folder / kFile);
  std::error_code error;
  auto newest = std::filesystem::last_write_time(folder / kFile, error);
  if (error) newest = std::filesystem::file_time_type::min();
  for (const auto& file : std::filesystem::directory_iterator(folder, error)) {
    if (end == DraftEnd::finished || !is_saved_beside(file.path().filename().string())) continue;
    const auto time = std::filesystem::last_write_time(file.path(), error);
    if (error || time < newest) continue;
    std::optional<std::string> saved = read_file(file.path());
    if (!saved || is_blank(*saved)) continue;
    text = std::move(saved);
    newest = time;
  }
  const std::string first = read_file(folder / kFirst).value_or("");
  // Editors end the last line of a text that didn't end it.
  if (!text || is_blank(*text) || *text == first || *text == first + "\n") return std::nullopt;
  return text;
}

void remove_draft(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::remove_all(folder, error);
}

}  // namespace lull
