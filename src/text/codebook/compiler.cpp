#include "compiler.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <map>
#include <stdexcept>

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

void lay_out_states(const Trie& trie, std::uint32_t root, std::uint32_t people_root,
                    std::uint32_t symbols, AutomatonTables& tables) {
  for (const State& state : trie.states()) {
    NodeRow node;
    const bool first = state.parent == root || state.parent == people_root;
    node.parent = first ? 0 : state.parent;
    node.symbol = state.symbol;
    node.edges = static_cast<std::uint32_t>(tables.edges.size());
    node.edge_count = static_cast<std::uint16_t>(state.edges.size());
    node.waiting = static_cast<std::uint32_t>(tables.waiting.size());
    node.waiting_count = static_cast<std::uint8_t>(state.gaps.size());
    node.outputs = static_cast<std::uint32_t>(tables.outputs.size());
    node.output_count = static_cast<std::uint8_t>(state.outputs.size());
    node.waits = static_cast<std::uint8_t>(state.waits);
    for (const auto& [symbol, next] : state.edges) tables.edges.push_back({symbol, next});
    for (const auto& [gap, next] : state.gaps) tables.waiting.push_back(next);
    for (const auto& [row, negatable] : state.outputs) tables.outputs.push_back({row, negatable});
    tables.nodes.push_back(node);
  }
  tables.root.assign(symbols, 0);
  tables.people_root.assign(symbols, 0);
  for (const auto& [symbol, next] : trie.states()[root].edges) tables.root[symbol] = next;
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
  lay_out_states(trie, root, people_root, symbols.size(), tables);
  return tables;
}

}  // namespace lull
