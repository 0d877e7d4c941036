#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lull {

/// One option or word that a command takes, as help, man pages and completions need it.
struct OptionSpec {
  std::vector<std::string> names;    ///< "--limit", "-n"; empty for a word without a name
  std::string placeholder;           ///< "DAY"; empty for a flag
  std::string help;                  ///< one line, no full stop
  std::vector<std::string> choices;  ///< the words it takes, when they are few
  bool repeats = false;
  /// Set where the value may be left out: whether a next word is the value.
  bool (*is_value)(const std::string&) = nullptr;
  bool takes_dashes = false;  ///< "-word" is a word too, where it is no option
  /// Called for each time it is given, with the bytes that were typed ("" for a flag).
  std::function<void(const std::string&)> take;

  bool is_word() const { return names.empty(); }
  bool is_flag() const { return !is_word() && placeholder.empty(); }
};

/// The options of one command, each bound to a plain member of its options struct. Names are given
/// as
/// "--limit,-n". What is bound must outlive the parse.
class Options {
 public:
  void flag(std::string_view names, bool& target, std::string help);
  void text(std::string_view names, std::string placeholder, std::optional<std::string>& target,
            std::string help);
  /// A text that may be left out, which gives "": the next word is taken only where `is_value` says
  /// that it is one; after "=" everything is.
  void maybe_text(std::string_view names, std::string placeholder,
                  std::optional<std::string>& target, bool (*is_value)(const std::string&),
                  std::string help);
  void texts(std::string_view names, std::string placeholder, std::vector<std::string>& target,
             std::string help);
  /// A whole number from `least` to `most`; anything else is a usage error that says so.
  void number(std::string_view names, std::string placeholder, std::optional<int>& target,
              int least, int most, std::string help);
  /// One of `choices`.
  void choice(std::string_view names, std::string placeholder, std::optional<std::string>& target,
              std::vector<std::string> choices, std::string help);
  /// The next word without a name.
  void word(std::string placeholder, std::optional<std::string>& target, std::string help,
            std::vector<std::string> choices = {});
  /// All words without a name that are left.
  void words(std::string placeholder, std::vector<std::string>& target, std::string help);
  /// The same, with words that begin with one dash and are no option; "-n5" is one where "-n" is.
  void words_with_dashes(std::string placeholder, std::vector<std::string>& target,
                         std::string help);

  const std::vector<OptionSpec>& specs() const { return specs_; }

 private:
  OptionSpec& add(std::string_view names, std::string placeholder, std::string help);

  std::vector<OptionSpec> specs_;
};

/// Reads `words` into what the options are bound to. Words reach their targets byte for byte.
/// Throws Error{usage}; an unknown option gets "did you mean" as its hint.
void parse_options(const Options& options, const std::vector<std::string>& words);

/// A number that names a row, as typed. Throws Error{usage}.
std::int64_t parse_id(const std::string& word);

}  // namespace lull
