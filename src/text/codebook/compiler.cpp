#include "compiler.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <map>
#include <stdexcept>
#include <utility>

#include "expansion.hpp"
#include "lull/base/error.hpp"

namespace lull {
namespace {

// The trie while it grows: phrases that begin alike share their states.
struct State {
  std::map<std::uint32_t, std::uint32_t> edges;
  std::map<int, std::uint32_t> gaps;
  std::map<std::uint16_t, std::uint8_t> outputs;  // row to negatable
  int waits = 0;
  std::uint32_t parent = 0;
  std::uint32_t symbol = 0;
};

class Trie {
 public:
  std::uint32_t new_root() {
    states_.emplace_back();
    return static_cast<std::uint32_t>(states_.size() - 1);
  }

  void add(std::uint32_t root, const Steps& steps, std::uint16_t row, bool negatable) {
    std::uint32_t at = root;
    for (const Step& step : steps)
      at = step.gap > 0 ? after_gap(at, step.gap) : after(at, step.symbol);
    auto [output, added] = states_[at].outputs.emplace(row, negatable ? 1 : 0);
    if (!added && !negatable) output->second = 0;
  }

  const std::vector<State>& states() const { return states_; }

 private:
  std::uint32_t after(std::uint32_t at, std::uint32_t symbol) {
    const auto known = states_[at].edges.find(symbol);
    if (known != states_[at].edges.end()) return known->second;
    const std::uint32_t next = new_root();
    states_[next].parent = at;
    states_[next].symbol = symbol;
    states_[at].edges[symbol] = next;
    return next;
  }

  std::uint32_t after_gap(std::uint32_t at, int gap) {
    const auto known = states_[at].gaps.find(gap);
    if (known != states_[at].gaps.end()) return known->second;
    const std::uint32_t next = new_root();
    states_[next].waits = gap;
    states_[next].parent = at;
    states_[at].gaps[gap] = next;
    return next;
  }

  std::vector<State> states_{State{}};  // state 0 stands for none
};

std::uint32_t pooled(AutomatonTables& tables, std::string_view text) {
  const auto at = static_cast<std::uint32_t>(tables.pool.size());
  tables.pool += text;
  return at;
}

// How common a symbol is: its words, each by how often people write it. The codebook's key for a
// phrase is its rarest symbol, so that little is tried where nothing will be found.
std::vector<std::uint32_t> commonness(const Symbols& symbols) {
  static constexpr std::array<std::string_view, 5> kByRank{
      "i to and the a me my be not he she it of that we you in",
      "was do have him her for is but so with this on just am they are had what us as at would",
      "know like if about out get up all when feel want time go been how because really or said "
      "more even never no who there other will an from can think tell make love see by now",
      "them after then thing people year month day over always too still relationship take talk "
      "come friend need being only back did could should into start try give find keep work leave",
      "end break week each week life long someone something every ever any again also much being "
      "one two first last same other own very good bad way around before since than their his"};
  std::map<std::string, std::uint32_t, std::less<>> ranked;
  const Stemmer stemmer;
  std::uint32_t cost = 600;
  for (const std::string_view words : kByRank) {
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      const std::string word(words.substr(at, end - at));
      ranked.emplace(word, cost);
      ranked.emplace("~" + stemmer.stem(word), cost);
      at = end + 1;
    }
    cost /= 3;
  }
  std::vector<std::uint32_t> common(symbols.size(), 0);
  for (const auto& [word, numbers] : symbols.by_word()) {
    const auto known = ranked.find(word);
    for (const std::uint32_t symbol : numbers)
      common[symbol] += known == ranked.end() ? 1 : known->second;
  }
  return common;
}

// Whatever a person stands for is as common as the person.
void add_people(const CodebookSource& source, const Symbols& symbols,
                std::vector<std::uint32_t>& common) {
  std::uint32_t person = 0;
  for (const auto& [name, phrases] : source.people) {
    for (const std::uint32_t symbol : symbols.of_person(person))
      common[symbol] += name.size() < 5 ? 600 : 20;
    ++person;
  }
}

// A word of a phrase, and how far before the phrase's last word it may stand.
struct Stand {
  std::uint32_t symbol = 0;
  int nearest = 0, furthest = 0;
};

std::vector<Stand> stands_of(const std::vector<State>& states, std::uint32_t at,
                             std::uint32_t root) {
  std::vector<Stand> stands;
  int nearest = 0;
  int furthest = 0;
  for (; at != root; at = states[at].parent) {
    if (states[at].waits > 0) {
      furthest += states[at].waits;
      continue;
    }
    stands.push_back({states[at].symbol, nearest++, furthest++});
  }
  return stands;
}

// Filed under its rarest symbol; asked first is the other one that is least often where it must be.
std::pair<std::uint32_t, KeyRow> key_of(const std::vector<State>& states, std::uint32_t at,
                                        std::uint32_t root,
                                        const std::vector<std::uint32_t>& common) {
  const std::vector<Stand> stands = stands_of(states, at, root);
  const auto rarer = [&](const Stand& left, const Stand& right) {
    return common[left.symbol] < common[right.symbol];
  };
  const auto key = std::min_element(stands.begin(), stands.end(), rarer);
  KeyRow row{at, key->symbol, 0, 0};
  std::uint64_t least = ~std::uint64_t{0};
  for (auto other = stands.begin(); other != stands.end(); ++other) {
    if (other == key) continue;
    // Distances add up along the phrase: what lies between the two is the difference of their
    // reaches.
    const int from = other > key ? key->furthest - other->furthest : key->nearest - other->nearest;
    const int to = other > key ? key->nearest - other->nearest : key->furthest - other->furthest;
    const std::uint64_t often =
        std::uint64_t{common[other->symbol]} * static_cast<std::uint64_t>(to - from + 1);
    if (often >= least) continue;
    least = often;
    row = {at, other->symbol, static_cast<std::int8_t>(from), static_cast<std::int8_t>(to)};
  }
  return {key->symbol, row};
}

void file_keys(const std::vector<State>& states, std::uint32_t root, std::uint32_t people_root,
               const std::vector<std::uint32_t>& common, AutomatonTables& tables) {
  std::vector<std::vector<KeyRow>> filed(common.size());
  for (std::uint32_t at = 0; at < states.size(); ++at) {
    if (states[at].outputs.empty()) continue;
    std::uint32_t top = at;
    while (top != root && top != people_root) top = states[top].parent;
    if (top == people_root) continue;
    const auto [key, row] = key_of(states, at, root, common);
    filed[key].push_back(row);
  }
  tables.key_first.assign(1, 0);
  for (const auto& rows : filed) {
    tables.keys.insert(tables.keys.end(), rows.begin(), rows.end());
    tables.key_first.push_back(static_cast<std::uint32_t>(tables.keys.size()));
  }
}

void lay_out_states(const Trie& trie, std::uint32_t root, std::uint32_t people_root,
                    std::uint32_t symbols, AutomatonTables& tables) {
  std::vector<bool> of_people(trie.states().size(), false);
  of_people[people_root] = true;
  for (std::size_t at = 0; at < trie.states().size(); ++at) {
    const State& state = trie.states()[at];
    of_people[at] = of_people[at] || of_people[state.parent];
    NodeRow node;
    const bool first = state.parent == root || state.parent == people_root;
    node.parent = first ? 0 : state.parent;
    node.symbol = state.symbol;
    node.outputs = static_cast<std::uint32_t>(tables.outputs.size());
    node.output_count = static_cast<std::uint8_t>(state.outputs.size());
    node.waits = static_cast<std::uint8_t>(state.waits);
    if (of_people[at]) {
      node.edges = static_cast<std::uint32_t>(tables.edges.size());
      node.edge_count = static_cast<std::uint16_t>(state.edges.size());
      for (const auto& [symbol, next] : state.edges) tables.edges.push_back({symbol, next});
    }
    for (const auto& [row, negatable] : state.outputs) tables.outputs.push_back({row, negatable});
    tables.nodes.push_back(node);
  }
  tables.people_root.assign(symbols, 0);
  for (const auto& [symbol, next] : trie.states()[people_root].edges)
    tables.people_root[symbol] = next;
}

void add_word(AutomatonTables& tables, const std::string& word,
              const std::vector<std::uint32_t>& symbols) {
  WordRow row;
  row.text = pooled(tables, word);
  row.length = static_cast<std::uint16_t>(word.size());
  row.symbols = static_cast<std::uint32_t>(tables.symbols.size());
  row.symbol_count = static_cast<std::uint16_t>(symbols.size());
  tables.symbols.insert(tables.symbols.end(), symbols.begin(), symbols.end());
  tables.words.push_back(row);
}

void lay_out_words(const CodebookSource& source, const Symbols& symbols, AutomatonTables& tables) {
  // A person's name for the automaton is "@0", "@1": no text has such a word.
  std::uint32_t person = 0;
  for (const auto& [name, phrases] : source.people) {
    tables.people.push_back({pooled(tables, name), static_cast<std::uint32_t>(name.size())});
    add_word(tables, person_word(person), symbols.of_person(person));
    ++person;
  }
  for (const auto& [word, numbers] : symbols.by_word()) {
    if (!source.spelling.contains(word)) add_word(tables, word, numbers);
  }
  for (const auto& [form, words] : source.spelling) {
    add_word(tables, form, {});
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

void add_meaning(const CodebookRow& row, AutomatonTables& tables) {
  MeaningRow meaning;
  meaning.id = pooled(tables, row.id);
  meaning.id_length = static_cast<std::uint16_t>(row.id.size());
  meaning.kind = static_cast<std::uint8_t>(row.kind);
  meaning.detail = row.detail;
  meaning.who = row.who;
  meaning.whose = row.whose;
  meaning.weak = row.weak ? 1 : 0;
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
  Trie trie;
  const std::uint32_t root = trie.new_root();
  const std::uint32_t people_root = trie.new_root();
  std::uint16_t person = 0;
  for (const auto& [slot, phrases] : source.people) {
    const std::string& name = slot;
    for (const Phrase& phrase : phrases) {
      naming_place("people", phrase.line, name, [&] {
        for (const Steps& way : expansion.expand(phrase.text)) {
          trie.add(people_root, way, person, false);
          // A person of one word stays that word as well: "people" can still be asked for.
          if (way.size() == 1) symbols.widen(way.front().symbol, symbols.person(name));
        }
      });
    }
    ++person;
  }
  for (const CodebookRow& row : source.rows) {
    const auto number = static_cast<std::uint16_t>(tables.meanings.size());
    add_meaning(row, tables);
    for (const Phrase& phrase : row.say) {
      naming_place(row.file, phrase.line, row.id, [&] {
        for (const Steps& way : expansion.expand(phrase.text)) {
          trie.add(root, way, number, row.negatable);
        }
      });
    }
  }
  lay_out_words(source, symbols, tables);
  std::vector<std::uint32_t> common = commonness(symbols);
  add_people(source, symbols, common);
  file_keys(trie.states(), root, people_root, common, tables);
  lay_out_states(trie, root, people_root, symbols.size(), tables);
  return tables;
}

}  // namespace lull
