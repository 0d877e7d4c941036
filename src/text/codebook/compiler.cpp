#include "compiler.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>
#include <numeric>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "commonness.hpp"
#include "expansion.hpp"
#include "lull/base/error.hpp"

namespace lull {
namespace {

// What rows say, and whether a "not" before it takes it back.
using Outputs = std::map<std::uint16_t, std::uint8_t>;
using Phrases = std::map<Steps, Outputs>;

// The names of people while they are gathered: those that begin alike share their states.
class Trie {
 public:
  Trie() { states_.emplace_back(); }

  void add(const Steps& steps, std::int16_t person) {
    std::uint32_t at = 0;
    for (const Step& step : steps) {
      const auto next = static_cast<std::uint32_t>(states_.size());
      const auto [edge, added] = states_[at].edges.emplace(step.symbol, next);
      at = edge->second;
      if (added) states_.emplace_back();
    }
    if (states_[at].person < 0) states_[at].person = person;
  }

  void lay_out(const std::vector<std::uint32_t>& numbers, AutomatonTables& tables) const {
    for (const State& state : states_) {
      NodeRow node;
      node.edges = static_cast<std::uint32_t>(tables.edges.size());
      node.edge_count = static_cast<std::uint16_t>(state.edges.size());
      node.person = state.person;
      for (const auto& [symbol, next] : state.edges)
        tables.edges.push_back({numbers[symbol], next});
      std::sort(
          tables.edges.begin() + node.edges, tables.edges.end(),
          [](const EdgeRow& left, const EdgeRow& right) { return left.symbol < right.symbol; });
      tables.nodes.push_back(node);
    }
    tables.people_root.assign(numbers.size(), 0);
    for (const auto& [symbol, next] : states_.front().edges)
      tables.people_root[numbers[symbol]] = next;
  }

 private:
  struct State {
    std::map<std::uint32_t, std::uint32_t> edges;
    std::int16_t person = -1;
  };

  std::vector<State> states_;
};

std::uint32_t pooled(AutomatonTables& tables, std::string_view text) {
  const auto at = static_cast<std::uint32_t>(tables.pool.size());
  tables.pool += text;
  return at;
}

// A word of a phrase, and how far before the phrase's last word it may stand.
struct Stand {
  std::uint32_t symbol = 0;
  int nearest = 0, furthest = 0;
};

std::vector<Stand> stands_of(const Steps& steps) {
  std::vector<Stand> stands;
  int nearest = 0;
  int furthest = 0;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (step->gap > 0) {
      furthest += step->gap;
    } else {
      stands.push_back({step->symbol, nearest++, furthest++});
    }
  }
  return stands;
}

// Under which symbol a phrase is filed, and what is asked for before it is tried.
struct Filing {
  std::uint32_t symbol = 0;  // its rarest
  Companion first, next;     // by the numbers that the symbols were made with
};

// Asked first is the symbol that is least often where it must be.
Filing filing_of(const Steps& steps, const std::vector<std::uint32_t>& common) {
  const std::vector<Stand> stands = stands_of(steps);
  const auto rarer = [&](const Stand& left, const Stand& right) {
    return common[left.symbol] < common[right.symbol];
  };
  const auto rarest = std::min_element(stands.begin(), stands.end(), rarer);
  const auto symbol = static_cast<std::uint16_t>(rarest->symbol);
  std::vector<std::pair<std::uint64_t, Companion>> others;
  for (auto other = stands.begin(); other != stands.end(); ++other) {
    if (other == rarest) continue;
    // Distances add up along the phrase: what lies between the two is the difference of their
    // reaches.
    const bool before = other > rarest;
    const int near = rarest->nearest - other->nearest;
    const int far = rarest->furthest - other->furthest;
    const int from = before ? far : near;
    const int to = before ? near : far;
    others.push_back(
        {std::uint64_t{common[other->symbol]} * static_cast<std::uint64_t>(to - from + 1),
         {static_cast<std::uint16_t>(other->symbol), static_cast<std::int8_t>(from),
          static_cast<std::int8_t>(to)}});
  }
  std::stable_sort(others.begin(), others.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
  // A short phrase asks for what it is filed under, which is there.
  others.resize(std::max<std::size_t>(others.size(), 2), {0, {symbol, 0, 0}});
  return {symbol, others[0].second, others[1].second};
}

// The numbers that readers know symbols by. Those that keys ask for come first, the most common
// ahead, so that what a reader keeps of them lies close together.
struct Numbering {
  std::vector<std::uint32_t> of;  // by the number that the symbol was made with
  std::uint32_t asked = 0;
};

Numbering number_symbols(const Phrases& phrases, const std::vector<std::uint32_t>& common) {
  std::vector<bool> asked(common.size());
  for (const auto& [steps, outputs] : phrases) asked[filing_of(steps, common).first.symbol] = true;
  std::vector<std::uint32_t> order(common.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
    if (asked[left] != asked[right]) return bool{asked[left]};
    return common[left] > common[right];
  });
  Numbering numbers{std::vector<std::uint32_t>(order.size()), 0};
  for (std::uint32_t i = 0; i < order.size(); ++i) numbers.of[order[i]] = i;
  numbers.asked = static_cast<std::uint32_t>(std::count(asked.begin(), asked.end(), true));
  return numbers;
}

PhraseRow lay_out_phrase(const Steps& steps, const Outputs& outputs, const Numbering& numbers,
                         AutomatonTables& tables) {
  PhraseRow phrase;
  phrase.steps = static_cast<std::uint32_t>(tables.steps.size());
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (step->gap > 0) {
      tables.steps.back().gap = static_cast<std::uint8_t>(tables.steps.back().gap + step->gap);
    } else {
      tables.steps.push_back({static_cast<std::uint16_t>(numbers.of[step->symbol]), 0});
    }
  }
  phrase.step_count = static_cast<std::uint8_t>(tables.steps.size() - phrase.steps);
  phrase.outputs = static_cast<std::uint32_t>(tables.outputs.size());
  phrase.output_count = static_cast<std::uint8_t>(outputs.size());
  for (const auto& [row, negatable] : outputs) tables.outputs.push_back({row, negatable});
  return phrase;
}

void lay_out_phrases(const Phrases& phrases, const std::vector<std::uint32_t>& common,
                     const Numbering& numbers, AutomatonTables& tables) {
  struct Filed {
    Companion first, next;
    const Steps* steps;
    const Outputs* outputs;
  };
  std::vector<std::vector<Filed>> filed(common.size());
  for (const auto& [steps, outputs] : phrases) {
    auto [symbol, first, next] = filing_of(steps, common);
    first.symbol = static_cast<std::uint16_t>(numbers.of[first.symbol]);
    next.symbol = static_cast<std::uint16_t>(numbers.of[next.symbol]);
    filed[numbers.of[symbol]].push_back({first, next, &steps, &outputs});
  }
  tables.asked = numbers.asked;
  tables.key_first.assign(1, 0);
  for (auto& rows : filed) {
    std::stable_sort(rows.begin(), rows.end(), [](const Filed& left, const Filed& right) {
      const auto order = [](const Companion& one) {
        return std::tie(one.symbol, one.from, one.to);
      };
      return order(left.first) < order(right.first);
    });
    for (const Filed* before = nullptr; const Filed& one : rows) {
      if (before == nullptr || before->first != one.first)
        tables.keys.push_back({one.first, static_cast<std::uint32_t>(tables.phrases.size())});
      tables.phrases.push_back(lay_out_phrase(*one.steps, *one.outputs, numbers, tables));
      tables.phrases.back().next = one.next;
      before = &one;
    }
    tables.key_first.push_back(static_cast<std::uint32_t>(tables.keys.size()));
  }
  tables.keys.push_back({{}, static_cast<std::uint32_t>(tables.phrases.size())});
}

void add_word(AutomatonTables& tables, const Numbering& numbers, const std::string& word,
              const std::vector<std::uint32_t>& symbols) {
  WordRow row;
  row.text = pooled(tables, word);
  row.length = static_cast<std::uint16_t>(word.size());
  row.symbols = static_cast<std::uint32_t>(tables.symbols.size());
  row.symbol_count = static_cast<std::uint16_t>(symbols.size());
  for (const std::uint32_t symbol : symbols) tables.symbols.push_back(numbers.of[symbol]);
  std::sort(tables.symbols.begin() + row.symbols, tables.symbols.end());
  tables.words.push_back(row);
}

void lay_out_words(const CodebookSource& source, const Symbols& symbols, const Numbering& numbers,
                   AutomatonTables& tables) {
  // A person's name for the automaton is "@0", "@1": no text has such a word.
  std::uint32_t person = 0;
  for (const auto& [name, phrases] : source.people) {
    tables.people.push_back({pooled(tables, name), static_cast<std::uint32_t>(name.size())});
    add_word(tables, numbers, person_word(person), symbols.of_person(person));
    ++person;
  }
  for (const auto& [word, known] : symbols.by_word()) {
    if (!source.spelling.contains(word)) add_word(tables, numbers, word, known);
  }
  for (const auto& [form, words] : source.spelling) {
    add_word(tables, numbers, form, {});
    tables.words.back().spelled = static_cast<std::uint16_t>(tables.spelled.size());
    tables.words.back().spelled_count = static_cast<std::uint16_t>(words.size());
    for (const std::string& word : words) {
      tables.spelled.push_back({pooled(tables, word), static_cast<std::uint32_t>(word.size())});
    }
  }
  const std::size_t size = std::bit_ceil(tables.words.size() * 2 + 2);
  tables.buckets.assign(size, 0);
  for (std::uint32_t i = 0; i < tables.words.size(); ++i) {
    const WordRow& row = tables.words[i];
    std::size_t at =
        hash_of(std::string_view(tables.pool).substr(row.text, row.length)) & (size - 1);
    while (tables.buckets[at] != 0) at = (at + 1) & (size - 1);
    tables.buckets[at] = i + 1;
  }
}

void lay_out_members(std::uint32_t symbols, AutomatonTables& tables) {
  std::vector<std::vector<std::uint16_t>> members(symbols);
  for (std::size_t word = 0; word < tables.words.size(); ++word) {
    const WordRow& row = tables.words[word];
    for (std::uint32_t i = 0; i < row.symbol_count; ++i)
      members[tables.symbols[row.symbols + i]].push_back(static_cast<std::uint16_t>(word));
  }
  tables.member_first.assign(1, 0);
  for (const auto& words : members) {
    tables.members.insert(tables.members.end(), words.begin(), words.end());
    tables.member_first.push_back(static_cast<std::uint32_t>(tables.members.size()));
  }
}

void add_meaning(const CodebookRow& row, AutomatonTables& tables) {
  MeaningRow meaning;
  meaning.id = pooled(tables, row.id);
  meaning.id_length = static_cast<std::uint16_t>(row.id.size());
  meaning.kind = static_cast<std::uint8_t>(row.kind);
  meaning.detail = row.detail;
  meaning.who = row.who;
  meaning.whose = row.whose;
  meaning.weight = static_cast<float>(row.weight);
  tables.meanings.push_back(meaning);
}

template <typename Use>
void naming_place(const std::string& file, int line, const std::string& key, Use&& use) {
  try {
    use();
  } catch (const std::invalid_argument& error) {
    throw Error(ErrorKind::usage, "could not read " + file + ": line " + std::to_string(line) +
                                      ": " + key + ": " + error.what());
  }
}

}  // namespace

AutomatonTables compile_codebook(const CodebookSource& source) {
  AutomatonTables tables;
  Symbols symbols(source);
  Expansion expansion(source, symbols);
  Trie people;
  std::int16_t person = 0;
  for (const auto& [slot, phrases] : source.people) {
    const std::string& name = slot;
    for (const Phrase& phrase : phrases) {
      naming_place("people", phrase.line, name, [&] {
        for (const Steps& way : expansion.expand(phrase.text)) {
          people.add(way, person);
          // A person of one word stays that word as well: "people" can still be asked for.
          if (way.size() == 1) symbols.widen(way.front().symbol, symbols.person(name));
        }
      });
    }
    ++person;
  }
  Phrases phrases;
  for (const CodebookRow& row : source.rows) {
    const auto number = static_cast<std::uint16_t>(tables.meanings.size());
    add_meaning(row, tables);
    for (const Phrase& phrase : row.say) {
      naming_place(row.file, phrase.line, row.id, [&] {
        for (const Steps& way : expansion.expand(phrase.text)) {
          const std::uint8_t negatable = row.negatable ? 1 : 0;
          const auto [output, added] = phrases[way].emplace(number, negatable);
          if (!added && !row.negatable) output->second = 0;
        }
      });
    }
  }
  const std::vector<std::uint32_t> common = commonness(source, symbols);
  const Numbering numbers = number_symbols(phrases, common);
  lay_out_words(source, symbols, numbers, tables);
  constexpr std::size_t kMost = std::numeric_limits<std::uint16_t>::max();
  if (symbols.size() > kMost || tables.words.size() > kMost)
    throw Error(ErrorKind::usage, "could not read the codebook: it has too many different words");
  lay_out_members(symbols.size(), tables);
  lay_out_phrases(phrases, common, numbers, tables);
  people.lay_out(numbers.of, tables);
  return tables;
}

}  // namespace lull
