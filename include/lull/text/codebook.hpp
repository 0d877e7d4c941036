#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lull {

struct Automaton;
struct AutomatonTables;

/// The phrases that themes are found by: those built in, and perhaps the user's own. Cheap to copy;
/// the built-in part is compiled with the program and takes no time to load.
class Codebook {
 public:
  /// The one that comes with the program.
  static const Codebook& built_in();

  /// The built-in one with a user's `codebook.toml`: entries added, and those listed under `off`
  /// left out. `name` is only used in messages. Throws Error{usage} that names file, line and key.
  static Codebook with(std::string_view toml, const std::string& name);

  /// Ids of all entries that take part, built-in ones first, in the order of the files.
  std::vector<std::string> entry_ids() const;

  /// The automata to run, for the finders of this room.
  std::vector<const Automaton*> automata() const;
  /// Whether entry `row` of automaton `which` is switched off.
  bool is_off(std::size_t which, std::size_t row) const;

 private:
  Codebook() = default;

  std::shared_ptr<const AutomatonTables> own_tables_;
  std::shared_ptr<const Automaton> own_;
  std::vector<bool> off_;
};

}  // namespace lull
