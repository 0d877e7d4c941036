#include "kept_reader.hpp"

#include <map>

namespace lull {

SentenceReader& kept_reader(const Automaton& automaton) {
  thread_local std::map<const Automaton*, SentenceReader> readers;
  return readers.try_emplace(&automaton, automaton).first->second;
}

}  // namespace lull
