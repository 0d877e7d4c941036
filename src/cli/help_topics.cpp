#include "lull/cli/help_topics.hpp"

#include <fmt/format.h>

#include "lull/base/utf8.hpp"
#include "lull/text/helplines.hpp"

namespace lull {
namespace {

constexpr int kColumns = 76;
constexpr std::string_view kAnywhere =
    "Where to call\n\n"
    "At once: the emergency number of where you are; 112 or 911 in most places\n";

std::string_view heading_of(HelpNeed need) {
  switch (need) {
    case HelpNeed::suicide:
      return "Wanting to die, or not wanting to be here";
    case HelpNeed::abuse:
      return "Being hurt, threatened, forced or followed";
    case HelpNeed::hurting:
      return "Hurting or frightening someone, and wanting to stop";
  }
  return "";
}

std::string ways_of(const Helpline& line) {
  std::string ways;
  const auto add = [&ways](std::string_view verb, std::string_view value) {
    if (value.empty()) return;
    ways += fmt::format("{}{}{}", ways.empty() ? "" : ", ", verb, value);
  };
  add("call ", line.phone);
  add("text ", line.text);
  add("", line.web);
  return ways;
}

std::string row_of(const Helpline& line) {
  const std::string ways = ways_of(line);
  const std::string row = fmt::format("  {}: {}", line.name, ways);
  if (width_of(row) <= kColumns) return row + "\n";
  return fmt::format("  {}:\n    {}\n", line.name, ways);
}

std::string section(std::string_view heading, const std::vector<Helpline>& lines) {
  if (lines.empty()) return {};
  std::string text = fmt::format("\n{}\n", heading);
  for (const Helpline& line : lines) text += row_of(line);
  return text;
}

std::string national_text(const HelpCountry& country) {
  std::string text = fmt::format("Where to call in {} (numbers as of {}; they can change)\n\n",
                                 country.name, kHelplinesAsOf);
  text += fmt::format("At once: {}\n", country.emergency);
  for (const HelpNeed need : {HelpNeed::suicide, HelpNeed::abuse, HelpNeed::hurting}) {
    text += section(heading_of(need), helplines_for(country.code, need));
  }
  return text;
}

std::string international_text() {
  std::vector<Helpline> lines;
  for (const Helpline& line : all_helplines()) {
    if (line.country.empty()) lines.push_back(line);
  }
  return section("In any country", lines);
}

}  // namespace

const HelpTopic* find_help_topic(std::string_view name) {
  for (const HelpTopic& topic : help_topics()) {
    if (topic.name == name) return &topic;
  }
  return nullptr;
}

std::string help_topic_text(const HelpTopic& topic, std::optional<std::string_view> country) {
  std::string text = fmt::format("{}\n\n{}", topic.title, topic.body);
  if (topic.name == "safety") text += "\n" + safety_text(country);
  return text;
}

std::string safety_text(std::optional<std::string_view> country) {
  const HelpCountry* known = country ? find_help_country(*country) : nullptr;
  std::string text = known != nullptr ? national_text(*known) : std::string(kAnywhere);
  text += international_text();
  text += known != nullptr ? "\nSomewhere else? " : "\nFor the numbers of a country: ";
  return text + "help.country = \"DE\" in config.toml\n";
}

}  // namespace lull
