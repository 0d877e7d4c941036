#include "shell_words.hpp"

#include <string_view>

namespace lull {
namespace {

// What a shell would do something with; '=' only in a first word, where it sets a variable.
constexpr std::string_view kShellSigns = "|&;<>()$`*?[~{}!\n";

}  // namespace

ShellWords split_command(const std::string& command) {
  ShellWords split;
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

}  // namespace lull
