#include "lull/app/demo.hpp"

#include <fmt/format.h>
#include <stdlib.h>

#include <filesystem>

#include "lull/base/error.hpp"
#include "lull/cli/command.hpp"
#include "lull/cli/run_app.hpp"
#include "lull/store/sqlite_store.hpp"

namespace lull {
namespace {

// A folder of its own that goes away again, so that the person's own journal is never touched.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "lull-demo-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
      throw Error(ErrorKind::io, "could not make a folder for the demo");
    }
    path_ = name;
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

void show(const std::filesystem::path& folder, std::vector<std::string> words, Session& session) {
  std::string typed;
  for (const std::string& word : words) typed += ' ' + word;
  session.out() << "$ lull" << typed << "\n\n" << std::flush;
  words.insert(words.begin(), {"lull", "--data", folder.string()});
  session.run(words);
  session.out() << '\n';
}

ExitCode run_demo(Session& session) {
  const ScratchFolder scratch;
  const std::filesystem::path path = scratch.path() / "lull.db";
  create_store(path);
  {
    const std::unique_ptr<Store> store = open_store(path);
    fill_demo(*store, session.clock(), session.rule());
  }
  session.out() << "An invented quiet period of 36 days, in a folder that goes away again.\n\n";
  show(scratch.path(), {"streak", "status"}, session);
  show(scratch.path(), {"review"}, session);
  session.out() << "Your own begins with: lull begin\n";
  return ExitCode::done;
}

}  // namespace

Action bind_demo(Options&) { return run_demo; }

}  // namespace lull
