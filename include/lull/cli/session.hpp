#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "lull/base/clock.hpp"
#include "lull/base/day_rule.hpp"
#include "lull/base/environment.hpp"
#include "lull/cli/terminal.hpp"
#include "lull/cli/unsaved_answers.hpp"
#include "lull/model/settings.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// The world as main hands it over. Nothing below reads the process's own.
struct World {
  std::ostream& out;  ///< data
  std::ostream& err;  ///< everything else
  Terminal& terminal;
  const Clock& clock;
  Environment environment;
  /// Opens the journal at a path; tests put a failing one in its place. Empty means open_store.
  std::function<std::unique_ptr<Store>(const std::filesystem::path&)> open;
  /// The key of the journal that was unlocked last, for commands that run one after the other.
  SecretKey key{};
};

/// Options that every command takes.
struct GlobalOptions {
  std::optional<std::string> data;
  std::optional<std::string> config;
  std::optional<std::string> color;
  bool discreet = false;
  bool quiet = false;
  bool yes = false;
};

/// One run of one command: the world, the settings, and the journal, opened when it is first asked
/// for.
class Session {
 public:
  /// With `lenient`, a missing HOME or a broken config file counts as none: help must always come.
  Session(World& world, GlobalOptions options, bool lenient = false);

  std::ostream& out() { return world_.out; }
  std::ostream& err() { return world_.err; }
  Terminal& terminal() { return world_.terminal; }
  const Environment& environment() const { return world_.environment; }
  const GlobalOptions& options() const { return options_; }
  const Settings& settings() const { return settings_; }

  Instant now() const { return world_.clock.now(); }
  const Clock& clock() const { return world_.clock; }
  const DayRule& rule() const { return rule_; }
  Day today() const { return rule_.day_of(now()); }

  /// The folder of the journal, by --data, LULL_DATA, or XDG.
  const std::filesystem::path& data_folder() const { return data_folder_; }
  /// Whether the folder was named by the person; only `begin` may then make a journal in it.
  bool data_was_named() const { return data_was_named_; }
  std::filesystem::path store_path() const { return data_folder_ / "lull.db"; }
  /// The config file, by --config, LULL_CONFIG, or XDG; empty when there is no home.
  const std::filesystem::path& config_path() const { return config_path_; }
  bool has_store() const;
  bool store_is_open() const { return store_ != nullptr; }
  /// The journal. Throws Error{not_found} when there is none yet, and as open_store does.
  Store& store();
  /// Makes the journal when there is none, then opens it.
  Store& create_store();
  /// Asks for the passphrase when the journal is locked, and returns its key; null when it isn't.
  /// Throws Error{locked}.
  SecretKey unlock(const std::string& prompt = "Passphrase: ");
  /// The key that was just made or taken away; other commands of this run need not ask again.
  void keep_key(const SecretKey& key) { world_.key = key; }
  /// To which key a text outside the journal is to be sealed; nothing for an unsealed journal.
  std::optional<PublicKey> sealing_key() const;

  /// Whether to ask questions at all: on a terminal, and not told --yes.
  bool asks() const { return world_.terminal.can_ask() && !options_.yes; }
  bool discreet() const { return options_.discreet || settings_.discreet; }
  /// Whether data too is to be shown without words: what goes into a file or a pipe is whole, only
  /// a screen can be looked at.
  bool hides_words() const { return discreet() && world_.terminal.output_is_terminal(); }
  bool colors_output() const;
  /// What ask_words was told. When the command ends with an Error it goes into a recovery file.
  UnsavedAnswers& answers() { return answers_; }
  const UnsavedAnswers& answers() const { return answers_; }
  /// Runs another command in the same world, as run_app does.
  int run(const std::vector<std::string>& words);

  /// A sentence to the person, on the error stream; nothing under --quiet.
  void say(std::string_view sentence);
  /// A sentence that --quiet doesn't silence.
  void warn(std::string_view sentence);

 private:
  void find_config();
  void find_places();
  void read_settings();

  World& world_;
  GlobalOptions options_;
  std::filesystem::path data_folder_;
  std::filesystem::path config_path_;
  bool config_was_named_ = false;
  bool data_was_named_ = false;
  Settings settings_;
  DayRule rule_;
  std::unique_ptr<Store> store_;
  UnsavedAnswers answers_;
};

}  // namespace lull
