// The one file that knows CLI11. It finds which word belongs to which option; what a word means is
// decided by the option's own `take`, so that no value is ever changed on the way.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <deque>

#include "lull/base/edit_distance.hpp"
#include "lull/base/error.hpp"
#include "lull/cli/options.hpp"

namespace lull {
namespace {

// CLI11 reads "[a,b]" as a list and would change what somebody wrote. A byte that no text may hold
// goes before each value and is taken off again.
constexpr char kGuard = '\x01';

bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "-dream" for a command whose words may begin with a dash, and not "-n" or "-n5".
bool is_dashed_word(const Options& options, const std::string& word) {
  const auto& specs = options.specs();
  if (word.size() < 2 || word[1] == '-') return false;
  if (std::none_of(specs.begin(), specs.end(),
                   [](const OptionSpec& spec) { return spec.takes_dashes; })) {
    return false;
  }
  return !is_digits(std::string_view(word).substr(2)) ||
         std::none_of(specs.begin(), specs.end(), [&](const OptionSpec& spec) {
           return std::count(spec.names.begin(), spec.names.end(), word.substr(0, 2)) > 0;
         });
}

// The option of that name whose value may be left out.
const OptionSpec* find_maybe_valued(const Options& options, const std::string& word) {
  for (const OptionSpec& spec : options.specs()) {
    if (spec.is_value != nullptr && spec.names.front() == word) return &spec;
  }
  return nullptr;
}

std::vector<std::string> guarded(const Options& options, const std::vector<std::string>& words) {
  std::vector<std::string> result;
  bool only_words = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string& word = words[at];
    if (only_words || word.empty() || word[0] != '-' || word == "-" ||
        is_dashed_word(options, word)) {
      result.push_back(kGuard + word);
    } else if (word == "--") {
      only_words = true;
      result.push_back(word);
    } else if (const OptionSpec* spec = find_maybe_valued(options, word)) {
      const bool has_value = at + 1 < words.size() && spec->is_value(words[at + 1]);
      result.push_back(word + '=' + kGuard + (has_value ? words[++at] : ""));
    } else if (const std::size_t equals = word.find('=');
               word.size() > 2 && word[1] == '-' && equals != std::string::npos) {
      result.push_back(word.substr(0, equals + 1) + kGuard + word.substr(equals + 1));
    } else {
      result.push_back(word);
    }
  }
  return result;
}

std::string unguarded(std::string value) {
  if (!value.empty() && value[0] == kGuard) value.erase(0, 1);
  return value;
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ",") + name;
  return all;
}

[[noreturn]] void throw_unknown(const Options& options, const std::string& given) {
  const std::string typed = given.substr(0, given.find('='));
  std::vector<std::string> known;
  for (const OptionSpec& spec : options.specs()) {
    known.insert(known.end(), spec.names.begin(), spec.names.end());
  }
  const auto nearest = find_nearest(typed, known);
  throw Error(ErrorKind::usage,
              fmt::format("could not read the command: it has no option {}", typed),
              nearest ? fmt::format("did you mean {}?", *nearest)
                      : "text that begins with a dash goes after --");
}

[[noreturn]] void throw_too_many() {
  throw Error(ErrorKind::usage, "could not read the command: there is a word too many");
}

// Where the words that one spec received are gathered until the parse is over.
struct Received {
  const OptionSpec* spec = nullptr;
  CLI::Option* option = nullptr;
  std::vector<std::string> values;
};

CLI::Option* declare(CLI::App& app, Received& received) {
  const OptionSpec& spec = *received.spec;
  if (spec.is_flag()) return app.add_flag(joined(spec.names));
  CLI::Option* option = app.add_option(joined(spec.names), received.values);
  return option->expected(1)->allow_extra_args(false)->multi_option_policy(
      spec.repeats ? CLI::MultiOptionPolicy::TakeAll : CLI::MultiOptionPolicy::TakeLast);
}

void parse_words(CLI::App& app, const Options& options, const std::vector<std::string>& words) {
  std::vector<std::string> reversed = guarded(options, words);
  std::reverse(reversed.begin(), reversed.end());
  try {
    app.parse(reversed);
  } catch (const CLI::ArgumentMismatch&) {
    throw Error(ErrorKind::usage, "could not read the command: an option lacks its value");
  } catch (const CLI::ParseError& error) {
    throw Error(ErrorKind::usage, fmt::format("could not read the command: {}", error.get_name()));
  }
  for (const std::string& extra : app.remaining()) {
    if (extra == "--") continue;  // where words begin that are never options; CLI11 hands it on
    if (extra.size() > 1 && extra[0] == '-') throw_unknown(options, extra);
    throw_too_many();
  }
}

// Words without a name go to their places in order; the last place may take all that are left.
// CLI11 would let the first one take them.
void take_words(const Options& options, const std::vector<std::string>& words) {
  auto word = words.begin();
  for (const OptionSpec& spec : options.specs()) {
    if (!spec.is_word()) continue;
    while (word != words.end()) {
      spec.take(unguarded(*word++));
      if (!spec.repeats) break;
    }
  }
  if (word != words.end()) throw_too_many();
}

}  // namespace

void parse_options(const Options& options, const std::vector<std::string>& words) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::deque<Received> received;
  std::vector<std::string> bare;
  app.add_option("words", bare)->expected(0, CLI::detail::expected_max_vector_size);
  for (const OptionSpec& spec : options.specs()) {
    if (spec.is_word()) continue;
    Received& slot = received.emplace_back();
    slot.spec = &spec;
    slot.option = declare(app, slot);
  }
  parse_words(app, options, words);
  for (const Received& slot : received) {
    if (slot.spec->is_flag()) {
      if (slot.option->count() > 0) slot.spec->take("");
      continue;
    }
    for (const std::string& value : slot.values) slot.spec->take(unguarded(value));
  }
  take_words(options, bare);
}

}  // namespace lull
