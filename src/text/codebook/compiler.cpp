#include "compiler.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <limits>
#include <map>
#include <stdexcept>
#include <utility>

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

  void lay_out(std::uint32_t symbols, AutomatonTables& tables) const {
    for (const State& state : states_) {
      NodeRow node;
      node.edges = static_cast<std::uint32_t>(tables.edges.size());
      node.edge_count = static_cast<std::uint16_t>(state.edges.size());
      node.person = state.person;
      for (const auto& [symbol, next] : state.edges) tables.edges.push_back({symbol, next});
      tables.nodes.push_back(node);
    }
    tables.people_root.assign(symbols, 0);
    for (const auto& [symbol, next] : states_.front().edges) tables.people_root[symbol] = next;
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

// How common a symbol is: its words, each by how often people write it. The codebook's key for a
// phrase is its rarest symbol, so that little is tried where nothing will be found.
std::vector<std::uint32_t> commonness(const Symbols& symbols) {
  static constexpr std::array<std::string_view, 6> kByRank{
      "i to and the a me my be not he she it of that we you in",
      "our their was do have him her for is but so with this on just am they are had what us as at "
      "would",
      "know like if about out get up all when feel want time go been how because really or said "
      "more even never no who there other will an from can think tell make love see by now",
      "them after then thing people year month day over always too still relationship take talk "
      "come friend need being only back did could should into start try give find keep work leave",
      "end break week each week life long someone something every ever any again also much being "
      "one two first last same other own very good bad way around before since than his",
      "ex old new big little lot many few whole best side part house home bed room night morning "
      "evening school job money place life love sex marriage family parents mother father mom dad "
      "sister brother children kids child friends husband wife boyfriend girlfriend partner man "
      "woman guy girl people group told said asked left stopped stop let call called moved broke "
      "broken happened help hurt cry angry sad happy tired late long off down away through between "
      "without nothing everything anything nobody everyone until later today behind front inside "
      "phone text message car door hand eyes face word words name question answer reason problem "
      "care trust need live lived met saw heard knew thought felt seemed became"};
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

// Filed under its rarest symbol; asked first is the other one that is least often where it must be.
std::pair<std::uint32_t, KeyRow> key_of(const Steps& steps,
                                        const std::vector<std::uint32_t>& common) {
  const std::vector<Stand> stands = stands_of(steps);
  const auto rarer = [&](const Stand& left, const Stand& right) {
    return common[left.symbol] < common[right.symbol];
  };
  const auto key = std::min_element(stands.begin(), stands.end(), rarer);
  KeyRow row{static_cast<std::uint16_t>(key->symbol), 0, 0};
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
    row = {static_cast<std::uint16_t>(other->symbol), static_cast<std::int8_t>(from),
           static_cast<std::int8_t>(to)};
  }
  return {key->symbol, row};
}

PhraseRow lay_out_phrase(const Steps& steps, const Outputs& outputs, AutomatonTables& tables) {
  PhraseRow phrase;
  phrase.steps = static_cast<std::uint32_t>(tables.steps.size());
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (step->gap > 0) {
      tables.steps.back().gap = static_cast<std::uint8_t>(tables.steps.back().gap + step->gap);
    } else {
      tables.steps.push_back({static_cast<std::uint16_t>(step->symbol), 0});
    }
  }
  phrase.step_count = static_cast<std::uint8_t>(tables.steps.size() - phrase.steps);
  phrase.outputs = static_cast<std::uint32_t>(tables.outputs.size());
  phrase.output_count = static_cast<std::uint8_t>(outputs.size());
  for (const auto& [row, negatable] : outputs) tables.outputs.push_back({row, negatable});
  return phrase;
}

void lay_out_phrases(const Phrases& phrases, const std::vector<std::uint32_t>& common,
                     AutomatonTables& tables) {
  struct Filed {
    KeyRow key;
    const Steps* steps;
    const Outputs* outputs;
  };
  std::vector<std::vector<Filed>> filed(common.size());
  for (const auto& [steps, outputs] : phrases) {
    const auto [symbol, key] = key_of(steps, common);
    filed[symbol].push_back({key, &steps, &outputs});
  }
  tables.key_first.assign(1, 0);
  for (const auto& rows : filed) {
    for (const Filed& one : rows) {
      tables.keys.push_back(one.key);
      tables.phrases.push_back(lay_out_phrase(*one.steps, *one.outputs, tables));
    }
    tables.key_first.push_back(static_cast<std::uint32_t>(tables.keys.size()));
  }
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
  if (symbols.size() > std::numeric_limits<std::uint16_t>::max())
    throw Error(ErrorKind::usage, "could not read the codebook: it has too many different words");
  lay_out_words(source, symbols, tables);
  std::vector<std::uint32_t> common = commonness(symbols);
  add_people(source, symbols, common);
  lay_out_phrases(phrases, common, tables);
  people.lay_out(symbols.size(), tables);
  return tables;
}

}  // namespace lull
