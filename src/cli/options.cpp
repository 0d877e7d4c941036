#include "lull/cli/options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "lull/base/edit_distance.hpp"
#include "lull/base/error.hpp"

namespace lull {
namespace {

std::vector<std::string> split_names(std::string_view names) {
  std::vector<std::string> split;
  while (true) {
    const std::size_t comma = names.find(',');
    split.emplace_back(names.substr(0, comma));
    if (comma == std::string_view::npos) return split;
    names.remove_prefix(comma + 1);
  }
}

void require_choice(const std::string& what, const std::string& value,
                    const std::vector<std::string>& choices) {
  if (std::find(choices.begin(), choices.end(), value) != choices.end()) return;
  std::string hint = fmt::format("one of: {}", fmt::join(choices, ", "));
  if (const auto nearest = find_nearest(value, choices)) {
    hint = fmt::format("did you mean {}? {}", *nearest, hint);
  }
  throw Error(ErrorKind::usage, fmt::format("could not read {}: not a word it knows", what), hint);
}

int to_number(const std::string& name, const std::string& value, int least, int most) {
  int number = 0;
  const char* end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, number);
  if (error != std::errc() || stop != end || number < least || number > most) {
    throw Error(ErrorKind::usage, fmt::format("could not read {}: it takes a whole number from {} "
                                              "to {}",
                                              name, least, most));
  }
  return number;
}

}  // namespace

OptionSpec& Options::add(std::string_view names, std::string placeholder, std::string help) {
  OptionSpec& spec = specs_.emplace_back();
  if (!names.empty()) spec.names = split_names(names);
  spec.placeholder = std::move(placeholder);
  spec.help = std::move(help);
  return spec;
}

void Options::flag(std::string_view names, bool& target, std::string help) {
  add(names, "", std::move(help)).take = [&target](const std::string&) { target = true; };
}

void Options::text(std::string_view names, std::string placeholder,
                   std::optional<std::string>& target, std::string help) {
  add(names, std::move(placeholder), std::move(help)).take = [&target](const std::string& value) {
    target = value;
  };
}

void Options::maybe_text(std::string_view names, std::string placeholder,
                         std::optional<std::string>& target, bool (*is_value)(const std::string&),
                         std::string help) {
  text(names, std::move(placeholder), target, std::move(help));
  specs_.back().is_value = is_value;
}

void Options::texts(std::string_view names, std::string placeholder,
                    std::vector<std::string>& target, std::string help) {
  OptionSpec& spec = add(names, std::move(placeholder), std::move(help));
  spec.repeats = true;
  spec.take = [&target](const std::string& value) { target.push_back(value); };
}

void Options::number(std::string_view names, std::string placeholder, std::optional<int>& target,
                     int least, int most, std::string help) {
  OptionSpec& spec = add(names, std::move(placeholder), std::move(help));
  spec.take = [&target, name = spec.names.front(), least, most](const std::string& value) {
    target = to_number(name, value, least, most);
  };
}

void Options::choice(std::string_view names, std::string placeholder,
                     std::optional<std::string>& target, std::vector<std::string> choices,
                     std::string help) {
  OptionSpec& spec = add(names, std::move(placeholder), std::move(help));
  spec.choices = choices;
  spec.take = [&target, name = spec.names.front(),
               known = std::move(choices)](const std::string& value) {
    require_choice(name, value, known);
    target = value;
  };
}

void Options::word(std::string placeholder, std::optional<std::string>& target, std::string help,
                   std::vector<std::string> choices) {
  OptionSpec& spec = add("", std::move(placeholder), std::move(help));
  spec.choices = choices;
  spec.take = [&target, name = spec.placeholder,
               known = std::move(choices)](const std::string& value) {
    if (!known.empty()) require_choice(name, value, known);
    target = value;
  };
}

void Options::words(std::string placeholder, std::vector<std::string>& target, std::string help) {
  OptionSpec& spec = add("", std::move(placeholder), std::move(help));
  spec.repeats = true;
  spec.take = [&target](const std::string& value) { target.push_back(value); };
}

void Options::words_with_dashes(std::string placeholder, std::vector<std::string>& target,
                                std::string help) {
  words(std::move(placeholder), target, std::move(help));
  specs_.back().takes_dashes = true;
}

std::int64_t parse_id(const std::string& word) {
  std::int64_t id = 0;
  const char* end = word.data() + word.size();
  const auto [stop, error] = std::from_chars(word.data(), end, id);
  if (error != std::errc() || stop != end || id < 1) {
    throw Error(ErrorKind::usage, "could not read the number: it takes a whole number such as 12",
                "lull journal list --format short shows the numbers");
  }
  return id;
}

}  // namespace lull
