#include "source.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "lull/base/error.hpp"
#include "lull/base/toml.hpp"
#include "lull/model/theme.hpp"

namespace lull {
namespace {

[[noreturn]] void complain(const std::string& file, int line, const std::string& key,
                           const std::string& why) {
  throw Error(ErrorKind::usage, "could not read " + file + ": line " + std::to_string(line) + ": " +
                                    key + ": " + why);
}

struct Place {
  const std::string& file;
  std::string key;
  int line;

  [[noreturn]] void complain(const std::string& why) const { lull::complain(file, line, key, why); }
};

using Names = std::vector<std::string_view>;
const Names kScopes{"negation", "emphasis", "idiom",    "conjunction", "after_end",
                    "reason",   "earlier",  "wish",     "condition",   "advice",
                    "doubt",    "speech",   "question", "couple",      "bystander",
                    "romance",  "ended",    "now",      "then"};
const Names kMarkers{"self_blame",  "other_blame",          "relational",   "i_words",
                     "we_words",    "cognitive_processing", "rumination",   "missing_idealising",
                     "hedging",     "redemption_growth",    "self_concept", "closure",
                     "contact_urge"};

const Names kCrises{"self", "danger"};

std::optional<std::uint8_t> index_in(const Names& names, std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<std::uint8_t>(at - names.begin());
}

// A phrase a line, in one string or in several.
void add_phrases(const std::string& text, int line, std::vector<Phrase>& out) {
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string phrase = text.substr(begin, end - begin);
    const std::size_t first = phrase.find_first_not_of(" \t\r");
    if (first != std::string::npos && phrase[first] != '#') {
      const std::size_t last = phrase.find_last_not_of(" \t\r");
      out.push_back({phrase.substr(first, last - first + 1), line});
    }
    ++line;
    begin = end + 1;
  }
}

std::vector<Phrase> phrases_of(const TomlValue& value, const Place& place) {
  std::vector<Phrase> phrases;
  if (const std::string* text = value.as_string()) {
    // The text of a block begins on the line after its quotes.
    const bool block = text->find('\n') != std::string::npos;
    add_phrases(*text, value.line + (block ? 1 : 0), phrases);
  } else if (const TomlArray* items = value.as_array()) {
    for (const TomlValue& item : *items) {
      const std::string* text_of_item = item.as_string();
      if (text_of_item == nullptr)
        Place{place.file, place.key, item.line}.complain("a phrase is text in quotes");
      add_phrases(*text_of_item, item.line, phrases);
    }
  } else {
    place.complain("phrases are text, or a list of texts");
  }
  if (phrases.empty()) place.complain("there is no phrase");
  return phrases;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(" \t\r\n", at)) != std::string::npos) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

const TomlTable& table_of(const TomlValue& value, const Place& place) {
  const TomlTable* table = value.as_table();
  if (table == nullptr) place.complain("this is a table");
  return *table;
}

const std::string& text_of(const TomlValue& value, const Place& place) {
  const std::string* text = value.as_string();
  if (text == nullptr) place.complain("this is text in quotes");
  return *text;
}

double weight_of(const TomlValue& value, const Place& place) {
  double weight = -1;
  if (const auto* number = std::get_if<double>(&value.data)) weight = *number;
  if (const auto* number = value.as_integer()) weight = static_cast<double>(*number);
  if (!(weight > 0 && weight <= 1)) place.complain("a weight is over 0 and up to 1");
  return weight;
}

std::uint8_t who_of(const TomlValue& value, const Place& place) {
  static constexpr std::array<std::pair<std::string_view, std::uint8_t>, 6> kWho{
      {{"pair", subject::kPair},
       {"any", subject::kAny},
       {"me", subject::kMe | subject::kNobody},
       {"partner", subject::kPartner | subject::kNobody},
       {"we", subject::kWe | subject::kNobody},
       {"either", subject::kMe | subject::kPartner | subject::kWe}}};
  for (const auto& [name, bits] : kWho) {
    if (text_of(value, place) == name) return bits;
  }
  place.complain("this is one of pair, any, me, partner, we, either");
}

std::uint8_t whose_of(const TomlValue& value, const Place& place) {
  for (int i = 0; i < 4; ++i) {
    if (to_string(static_cast<Whose>(i)) == text_of(value, place))
      return static_cast<std::uint8_t>(i + 1);
  }
  place.complain("this is one of mine, theirs, ours, unclear");
}

bool flag_of(const TomlValue& value, const Place& place) {
  const bool* flag = value.as_bool();
  if (flag == nullptr) place.complain("this is true or false");
  return *flag;
}

CodebookRow read_row(CodebookRow row, const TomlTable& table) {
  for (const auto& [key, value] : table) {
    const Place place{row.file, row.id + "." + key, value.line};
    if (key == "say") {
      row.say = phrases_of(value, place);
    } else if (key == "weight") {
      row.weight = weight_of(value, place);
    } else if (key == "who") {
      row.who = who_of(value, place);
    } else if (key == "whose") {
      row.whose = whose_of(value, place);
    } else if (key == "negatable") {
      row.negatable = flag_of(value, place);
    } else {
      place.complain("there is no such key; an entry has say, weight, who, whose, negatable");
    }
  }
  if (row.say.empty()) complain(row.file, row.line, row.id, "an entry needs say, its phrases");
  return row;
}

struct Family {
  RowKind kind;
  std::optional<std::uint8_t> detail;  // none: the entry's own name decides
};

std::optional<Family> family_named(const std::string& name) {
  if (const auto theme = parse_theme(name))
    return Family{RowKind::theme, static_cast<std::uint8_t>(*theme)};
  if (name == "scope") return Family{RowKind::scope, std::nullopt};
  if (name == "marker") return Family{RowKind::marker, std::nullopt};
  if (name == "claim") return Family{RowKind::claim, std::nullopt};
  if (name == "crisis") return Family{RowKind::crisis, std::nullopt};
  return std::nullopt;
}

// "never_fought" of the claims, "after_end" of the scopes: the part of a name before a dash
// decides.
std::uint8_t detail_named(RowKind kind, const std::string& name, const Place& place) {
  const std::string head = name.substr(0, name.find('-'));
  std::optional<std::uint8_t> index;
  if (kind == RowKind::scope) index = index_in(kScopes, head);
  if (kind == RowKind::marker) index = index_in(kMarkers, head);
  if (kind == RowKind::crisis) index = index_in(kCrises, head);
  if (kind == RowKind::claim) {
    const auto theme = parse_theme(head);
    if (theme) index = static_cast<std::uint8_t>(*theme);
  }
  if (!index) place.complain("there is no such name");
  return *index;
}

void read_family(const std::string& name, const Family& family, const TomlTable& table,
                 const std::string& file, CodebookSource& source) {
  for (const auto& [key, value] : table) {
    const Place place{file, name + "." + key, value.line};
    CodebookRow row;
    row.id = name + "." + key;
    row.kind = family.kind;
    row.detail = family.detail ? *family.detail : detail_named(family.kind, key, place);
    row.file = file;
    row.line = value.line;
    const auto same = [&](const CodebookRow& other) { return other.id == row.id; };
    if (std::any_of(source.rows.begin(), source.rows.end(), same))
      place.complain("this id is there twice");
    if (family.kind != RowKind::theme) row.who = subject::kAny;
    source.rows.push_back(read_row(std::move(row), table_of(value, place)));
  }
}

void read_word_lists(const std::string& name, const TomlTable& table, const std::string& file,
                     CodebookSource& source) {
  for (const auto& [key, value] : table) {
    const Place place{file, name + "." + key, value.line};
    if (name == "people") {
      source.people[key] = phrases_of(value, place);
    } else if (name == "slots") {
      source.slots[key] = phrases_of(value, place);
    } else if (name == "spelling") {
      // What is meant on the left, the ways it is written on the right.
      for (const std::string& form : words_of(text_of(value, place)))
        source.spelling[form] = words_of(key);
    } else {
      for (const std::string& form : words_of(text_of(value, place)))
        source.lemmas[form].push_back(key);
    }
  }
}

}  // namespace

void read_codebook(std::string_view text, const std::string& file, CodebookSource& source) {
  for (const auto& [name, value] : parse_toml(text, file)) {
    const Place place{file, name, value.line};
    if (name == "off") {
      const TomlArray* ids = value.as_array();
      if (ids == nullptr) place.complain("this is a list of ids");
      for (const TomlValue& id : *ids) source.off.push_back(text_of(id, {file, name, id.line}));
    } else if (name == "people" || name == "slots" || name == "spelling" || name == "lemmas") {
      read_word_lists(name, table_of(value, place), file, source);
    } else if (const auto family = family_named(name)) {
      read_family(name, *family, table_of(value, place), file, source);
    } else {
      place.complain(
          "there is no such part; it is a theme, scope, marker, claim, crisis, people, slots, "
          "spelling, lemmas or off");
    }
  }
}

}  // namespace lull
