#include "spawn.hpp"

#include <spawn.h>
#include <unistd.h>

namespace lull {
namespace {

// What exec takes: valid as long as the texts are.
std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

class SpawnAttributes {
 public:
  explicit SpawnAttributes(const sigset_t* mask) {
    posix_spawnattr_init(&attributes_);
    sigset_t plain;
    sigemptyset(&plain);
    sigaddset(&plain, SIGPIPE);
    sigaddset(&plain, SIGXFSZ);
    posix_spawnattr_setsigdefault(&attributes_, &plain);
    if (mask != nullptr) posix_spawnattr_setsigmask(&attributes_, mask);
    const int masked = mask != nullptr ? POSIX_SPAWN_SETSIGMASK : 0;
    posix_spawnattr_setflags(&attributes_, static_cast<short>(POSIX_SPAWN_SETSIGDEF | masked));
  }
  ~SpawnAttributes() { posix_spawnattr_destroy(&attributes_); }
  SpawnAttributes(const SpawnAttributes&) = delete;
  SpawnAttributes& operator=(const SpawnAttributes&) = delete;

  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

class SpawnActions {
 public:
  explicit SpawnActions(const ChildStreams& streams) {
    posix_spawn_file_actions_init(&actions_);
    put(streams.input, STDIN_FILENO);
    put(streams.output, STDOUT_FILENO);
    put(streams.error, STDERR_FILENO);
  }
  ~SpawnActions() { posix_spawn_file_actions_destroy(&actions_); }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;

  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  void put(std::optional<int> file, int stream) {
    if (file) posix_spawn_file_actions_adddup2(&actions_, *file, stream);
  }

  posix_spawn_file_actions_t actions_{};
};

}  // namespace

Spawned spawn(const std::vector<std::string>& words, const Environment& environment,
              const ChildStreams& streams, const sigset_t* mask) {
  std::vector<std::string> arguments = words;
  std::vector<std::string> variables;
  variables.reserve(environment.all().size());
  for (const auto& [name, value] : environment.all()) variables.push_back(name + '=' + value);
  const std::vector<char*> argv = pointers_to(arguments);
  const std::vector<char*> envp = pointers_to(variables);
  const SpawnAttributes attributes(mask);
  const SpawnActions actions(streams);
  Spawned spawned;
  spawned.reason = posix_spawnp(&spawned.child, argv[0], actions.get(), attributes.get(),
                                argv.data(), envp.data());
  return spawned;
}

}  // namespace lull
