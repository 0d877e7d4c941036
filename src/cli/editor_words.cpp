#include "lull/cli/editor.hpp"

namespace lull {
namespace {

// What a shell would do something with; '=' only in a first word, where it sets a variable.
constexpr std::string_view kShellSigns = "|&;<>()$`*?[~{}!\n";

/// A command taken apart as a shell would.
struct Words {
  std::vector<std::string> words;
  bool needs_shell = false;
};

Words split(const std::string& command) {
  Words split;
  std::string word;
  bool in_word = false;
  char quote = '\0';
  const auto end_word = [&] {
    if (in_word) split.words.push_back(std::move(word));
    word.clear();
    in_word = false;
  };
  for (std::size_t i = 0; i < command.size(); ++i) {
    const char sign = command[i];
    const bool escapes = sign == '\\' && quote != '\'' && i + 1 < command.size();
    if (quote != '\'' && (quote == '"' ? sign == '$' || sign == '`'
                                       : kShellSigns.find(sign) != std::string_view::npos)) {
      split.needs_shell = true;
    }
    if (escapes) {
      word += command[++i];
      in_word = true;
    } else if (quote != '\0' ? sign == quote : sign == '"' || sign == '\'') {
      quote = quote == '\0' ? sign : '\0';
      in_word = true;
    } else if (quote == '\0' && (sign == ' ' || sign == '\t')) {
      end_word();
    } else {
      word += sign;
      in_word = true;
    }
  }
  end_word();
  if (quote != '\0') split.needs_shell = true;  // let the shell say what is wrong
  if (!split.words.empty() && split.words[0].find('=') != std::string::npos) {
    split.needs_shell = true;
  }
  return split;
}

bool is_vim(const std::filesystem::path& program) {
  const std::string name = program.filename().string();
  return name.starts_with("vim") || name.starts_with("nvim");
}

}  // namespace

std::vector<std::string> editor_words(
    const std::string& command, const std::filesystem::path& file,
    const std::function<std::filesystem::path(const std::string&)>& program_of) {
  Words split = lull::split(command);
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
