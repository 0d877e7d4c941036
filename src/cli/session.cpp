#include "lull/cli/session.hpp"

#include "lull/app/config.hpp"
#include "lull/app/key_pins.hpp"
#include "lull/base/error.hpp"
#include "lull/base/paths.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/run_app.hpp"
#include "lull/store/sqlite_store.hpp"
#include "passphrase.hpp"

namespace lull {

Session::Session(World& world, GlobalOptions options, bool lenient)
    : world_(world), options_(std::move(options)), rule_(ambient_zone()) {
  try {
    find_config();
    find_places();
    read_settings();
  } catch (const Error&) {
    if (!lenient) throw;
  }
}

void Session::find_config() {
  const auto named = options_.config ? options_.config : world_.environment.get("LULL_CONFIG");
  config_was_named_ = named.has_value();
  config_path_ = named ? std::filesystem::path(*named) : default_config_file(world_.environment);
}

void Session::find_places() {
  const auto named = options_.data ? options_.data : world_.environment.get("LULL_DATA");
  data_was_named_ = named.has_value();
  data_folder_ = named ? std::filesystem::path(*named) : default_data_folder(world_.environment);
}

void Session::read_settings() {
  settings_ = load_settings(config_path_, config_was_named_);
  apply_variables(world_.environment, settings_);
  if (options_.color) settings_.color = *parse_color_choice(*options_.color);
  rule_ = DayRule(settings_.zone.empty() ? ambient_zone() : use_zone(settings_.zone),
                  settings_.day_start_minutes);
}

bool Session::has_store() const { return store_ != nullptr || store_exists(store_path()); }

Store& Session::store() {
  if (!store_) {
    if (!store_exists(store_path())) {
      throw Error(ErrorKind::not_found, "could not open the journal: there is none yet",
                  data_was_named_ ? "lull --data FOLDER begin" : "lull begin, or lull journal add");
    }
    store_ = world_.open ? world_.open(store_path()) : open_store(store_path(), &world_.clock);
    if (const auto known = pinned_key(environment(), store_path())) store_->expect_key(*known);
  }
  return *store_;
}

Store& Session::create_store() {
  if (!has_store()) lull::create_store(store_path());
  return store();
}

SecretKey Session::unlock(const std::string& prompt) {
  const std::optional<KeyRecord> record = store().lock();
  if (!record) return nullptr;
  if (!world_.key || !is_pair(*world_.key, record->public_key)) {
    world_.key = ask_key(*this, *record, prompt);
  }
  store().unlock(world_.key);
  const auto known = pinned_key(environment(), store_path());
  if (!known) {
    pin_key(environment(), store_path(), record->public_key);
    store().expect_key(record->public_key);
  } else if (*known != record->public_key) {
    warn("lull: the key of this journal is not the one that this computer knows: lull lock status");
  }
  return world_.key;
}

// What this computer knows comes first: a key in the file may have been swapped.
std::optional<PublicKey> Session::sealing_key() const {
  if (const auto known = pinned_key(environment(), store_path())) return known;
  if (store_ == nullptr || !store_->lock()) return std::nullopt;
  return store_->lock()->public_key;
}

bool Session::colors_output() const {
  switch (settings_.color) {
    case ColorChoice::always:
      return true;
    case ColorChoice::never:
      return false;
    case ColorChoice::automatic:
      break;
  }
  const Environment& environment = world_.environment;
  if (environment.get("NO_COLOR")) return false;
  if (const auto force = environment.get("CLICOLOR_FORCE"); force && *force != "0") return true;
  const auto wanted = environment.get("CLICOLOR");
  return world_.terminal.output_is_terminal() && !(wanted && *wanted == "0") &&
         environment.get("TERM").value_or("dumb") != "dumb";
}

int Session::run(const std::vector<std::string>& words) { return run_app(words, world_); }

void Session::say(std::string_view sentence) {
  if (!options_.quiet) warn(sentence);
}

void Session::warn(std::string_view sentence) {
  // Whole words for a reader; a program gets each sentence on one line.
  world_.err << (world_.terminal.can_ask() ? fill(sentence, world_.terminal.width())
                                           : std::string(sentence))
             << '\n';
}

}  // namespace lull
