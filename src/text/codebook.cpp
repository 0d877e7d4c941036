#include "lull/text/codebook.hpp"

#include <algorithm>
#include <utility>

#include "codebook/compiler.hpp"
#include "lull/base/error.hpp"

namespace lull {

namespace embedded {
extern const Automaton english;
extern const std::string_view codebook_words;
extern const std::string_view codebook_people;
}  // namespace embedded

namespace {

std::string id_of(const Automaton& automaton, const MeaningRow& row) {
  return std::string(automaton.text(row.id, row.id_length));
}

}  // namespace

const Codebook& Codebook::built_in() {
  static const Codebook codebook;
  return codebook;
}

Codebook Codebook::with(std::string_view toml, const std::string& name) {
  CodebookSource own;
  read_codebook(toml, name, own);
  Codebook codebook;
  codebook.off_.assign(embedded::english.meanings.size(), false);
  for (const std::string& id : own.off) {
    const auto is_it = [&](const MeaningRow& row) { return id_of(embedded::english, row) == id; };
    const auto row =
        std::find_if(embedded::english.meanings.begin(), embedded::english.meanings.end(), is_it);
    if (row == embedded::english.meanings.end()) {
      throw Error(ErrorKind::usage, "could not read " + name + ": off: there is no entry " + id);
    }
    codebook.off_[static_cast<std::size_t>(row - embedded::english.meanings.begin())] = true;
  }
  if (own.rows.empty()) return codebook;
  // The user's phrases are read with the built-in slots and spellings, under the user's own.
  CodebookSource whole;
  read_codebook(embedded::codebook_words, "words.toml", whole);
  read_codebook(embedded::codebook_people, "people.toml", whole);
  whole.rows = std::move(own.rows);
  for (auto& [key, phrases] : own.slots) whole.slots[key] = std::move(phrases);
  codebook.own_tables_ = std::make_shared<const AutomatonTables>(compile_codebook(whole));
  codebook.own_ = std::make_shared<const Automaton>(codebook.own_tables_->view());
  return codebook;
}

std::vector<const Automaton*> Codebook::automata() const {
  std::vector<const Automaton*> all{&embedded::english};
  if (own_) all.push_back(own_.get());
  return all;
}

bool Codebook::is_off(std::size_t which, std::size_t row) const {
  return which == 0 && row < off_.size() && off_[row];
}

std::vector<std::string> Codebook::entry_ids() const {
  std::vector<std::string> ids;
  const auto all = automata();
  for (std::size_t which = 0; which < all.size(); ++which) {
    for (std::size_t row = 0; row < all[which]->meanings.size(); ++row) {
      if (!is_off(which, row)) ids.push_back(id_of(*all[which], all[which]->meanings[row]));
    }
  }
  return ids;
}

}  // namespace lull
