#include "lull/cli/editor.hpp"
#include "shell_words.hpp"

namespace lull {
namespace {

bool is_vim(const std::filesystem::path& program) {
  const std::string name = program.filename().string();
  return name.starts_with("vim") || name.starts_with("nvim");
}

}  // namespace

std::vector<std::string> editor_words(
    const std::string& command, const std::filesystem::path& file,
    const std::function<std::filesystem::path(const std::string&)>& program_of) {
  ShellWords split = split_command(command);
  std::vector<std::string> words;
  const bool vim = !split.words.empty() && is_vim(program_of(split.words[0]));
  if (split.needs_shell) {
    words = {"/bin/sh", "-c", command + " \"$@\"", "lull"};
  } else {
    words = std::move(split.words);
  }
  if (vim) {
    words.insert(words.end(),
                 {"-n", "-i", "NONE", "-c", "silent! set noundofile nobackup nowritebackup"});
  }
  words.push_back(file.string());
  return words;
}

}  // namespace lull
