#include "lull/cli/editor.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "lull/app/editor_draft.hpp"
#include "lull/base/file.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using Catch::Matchers::ContainsSubstring;

namespace {

std::vector<std::string> words_of(const std::string& command) {
  return editor_words(command, "/f", [](const std::string& name) {
    return name == "vi" ? "/usr/bin/vim.basic" : "/usr/bin/" + name;
  });
}

using Words = std::vector<std::string>;

/// The program with an editor that is a shell script; $1 is the file.
class Editing : public test::App {
 public:
  explicit Editing(const std::string& script) {
    name_data = false;
    std::filesystem::create_directory(runtime());
    environment.set("XDG_RUNTIME_DIR", runtime().string());
    environment.set("PATH", "/usr/bin:/bin");
    std::ofstream(home() / "editor") << "#!/bin/sh\n" << script << '\n';
    chmod((home() / "editor").c_str(), 0700);
    environment.set("EDITOR", (home() / "editor").string());
  }
  std::filesystem::path runtime() const { return home() / "run"; }
  std::filesystem::path store_folder() const { return home() / ".local/share/lull"; }
  std::string last_text() {
    const std::string json = run({"journal", "list", "--format", "json"}).out;
    const std::size_t begin = json.rfind("\"text\": \"") + 9;
    return json.substr(begin, json.find('"', begin) - begin);
  }
  bool has_entry() { return run({"journal", "list"}).code == 0; }
  bool has_draft() const {
    return std::filesystem::exists(runtime() / "lull") &&
           !std::filesystem::is_empty(runtime() / "lull");
  }
};

}  // namespace

TEST_CASE("an editor's command is split as a shell would, without one", "[EditorWords]") {
  CHECK(words_of("nano") == Words{"nano", "/f"});
  CHECK(words_of(" code  --wait ") == Words{"code", "--wait", "/f"});
  CHECK(words_of("'my editor' \"-x y\" a\\ b") == Words{"my editor", "-x y", "a b", "/f"});
  CHECK(words_of("ed --set tw=72") == Words{"ed", "--set", "tw=72", "/f"});
  CHECK(words_of("ed ''") == Words{"ed", "", "/f"});
}

TEST_CASE("what only a shell understands goes to a shell", "[EditorWords]") {
  for (const char* command :
       {"LC_ALL=C ed", "ed | cat", "~/bin/ed", "ed $X", "ed \"$X\"", "ed 'x"}) {
    CHECK(words_of(command) ==
          Words{"/bin/sh", "-c", std::string(command) + " \"$@\"", "lull", "/f"});
  }
  CHECK(words_of("ed '$x'") == Words{"ed", "$x", "/f"});
}

TEST_CASE("vim keeps no copies elsewhere, whatever name it is called by", "[EditorWords]") {
  const Words expected{
      "vi", "-n", "-i", "NONE", "-c", "silent! set noundofile nobackup nowritebackup", "/f"};
  CHECK(words_of("vi") == expected);
  CHECK(words_of("nvim -p").at(2) == "-n");
  CHECK(words_of("A=b vim").back() == "/f");
}

TEST_CASE("what the editor leaves in the file becomes the entry", "[Editor]") {
  Editing app("printf 'In an editor\\n' > \"$1\"");
  const auto outcome = app.run({"add", "--edit", "--mood", "4"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.err, ContainsSubstring("Saved as 1"));
  CHECK(app.last_text() == "In an editor\\n");
  CHECK_FALSE(app.has_draft());
}

TEST_CASE("lull write opens the editor with the words that were typed", "[Editor]") {
  Editing app("cat \"$1\" > \"$HOME/seen\"; printf more >> \"$1\"");
  CHECK(app.run({"write", "first", "words"}).code == 0);
  CHECK(read_file(app.home() / "seen") == "first words");
  CHECK(app.last_text() == "first wordsmore");
}

TEST_CASE("VISUAL goes before EDITOR, and the config before both", "[Editor]") {
  Editing app("printf editor > \"$1\"");
  app.environment.set("VISUAL", "printf visual >");
  CHECK(app.run({"write"}).code == 0);
  CHECK(app.last_text() == "visual");
  std::filesystem::create_directories(app.home() / ".config/lull");
  std::ofstream(app.home() / ".config/lull/config.toml")
      << "[journal]\neditor = 'printf config >'\n";
  CHECK(app.run({"write"}).code == 0);
  CHECK(app.run({"journal", "list", "--limit", "1"}).out.find("config") != std::string::npos);
}

TEST_CASE("an unchanged text is not written, and says so", "[Editor]") {
  Editing app("printf '\\n' >> \"$1\"");
  const auto outcome = app.run({"write", "the same"});
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err, ContainsSubstring("The text is unchanged; nothing was written.\n"));
  CHECK_FALSE(app.has_entry());
  CHECK_FALSE(app.has_draft());
}

TEST_CASE("an empty text is not written, and says so", "[Editor]") {
  for (const char* script : {"true", "rm \"$1\"", "printf '  \\n' > \"$1\""}) {
    Editing app(script);
    const auto outcome = app.run({"write"});
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err, ContainsSubstring("There is no text; nothing was written.\n"));
    CHECK_FALSE(app.has_draft());
  }
}

TEST_CASE("an editor that fails keeps the text and names where", "[Editor]") {
  Editing app("printf 'half a page' > \"$1\"; exit 3");
  const auto outcome = app.run({"write"});
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err,
             ContainsSubstring("lull: could not take the text: the editor ended with 3\n"));
  CHECK_THAT(outcome.err, ContainsSubstring("your text is kept in "));
  CHECK_FALSE(app.has_draft());
  CHECK(app.run({"journal", "recover"}).code == 0);
  CHECK(app.last_text() == "half a page");
}

TEST_CASE("an editor that fails before a word says that nothing was written", "[Editor]") {
  Editing app("exit 1");
  const auto outcome = app.run({"write"});
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err,
             ContainsSubstring("the editor ended with 1\n      nothing was written\n"));
  CHECK_FALSE(app.has_draft());
}

TEST_CASE("an editor that is not there is named as the reason", "[Editor]") {
  Editing app("true");
  app.environment.set("EDITOR", "no-such-editor-here");
  const auto outcome = app.run({"write"});
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err, ContainsSubstring("lull: could not start no-such-editor-here: No such file"));
  CHECK_FALSE(app.has_draft());
}

TEST_CASE("an editor that a signal ended is an interruption", "[Editor]") {
  Editing app("printf 'so far' > \"$1\"; kill -TERM $$");
  const auto outcome = app.run({"write"});
  CHECK(outcome.code == 130);
  CHECK_THAT(outcome.err, ContainsSubstring("lull: interrupted; your text is kept in "));
  CHECK(app.run({"journal", "recover"}).code == 0);
  CHECK(app.last_text() == "so far");
}

TEST_CASE("what an editor saved beside its file when it was hung up is kept", "[Editor]") {
  Editing app("printf old > \"$1\"; printf 'newer words' > \"$1.save\"; kill -TERM $$");
  CHECK(app.run({"write"}).code == 130);
  CHECK(app.run({"journal", "recover"}).code == 0);
  CHECK(app.last_text() == "newer words");
}

TEST_CASE("copies that an editor made go with the draft", "[Editor]") {
  Editing app(
      "d=$(dirname \"$1\"); printf text > \"$1\"; "
      "touch \"$d/.entry.md.swp\" \"$1~\" \"$d/#entry.md#\"");
  CHECK(app.run({"write"}).code == 0);
  CHECK_FALSE(app.has_draft());
}

TEST_CASE("the draft is readable by its owner alone", "[Editor]") {
  Editing app("stat -c %a \"$1\" \"$(dirname \"$1\")\" > \"$HOME/modes\"; printf x > \"$1\"");
  const mode_t before = umask(022);
  CHECK(app.run({"write"}).code == 0);
  umask(before);
  CHECK(read_file(app.home() / "modes") == "600\n700\n");
}

TEST_CASE("without a folder in memory the draft lies with the journal, and says so", "[Editor]") {
  Editing app("printf '%s' \"$1\" > \"$1\"");
  app.environment.set("XDG_RUNTIME_DIR", (app.home() / "gone").string());
  const auto outcome = app.run({"write"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.err, ContainsSubstring("the draft lies in "));
  CHECK_THAT(app.last_text(), ContainsSubstring(".local/share/lull/draft-"));
}

TEST_CASE("a text that could not be saved is kept although the editor was content", "[Editor]") {
  Editing app("printf 'bad \\377 byte' > \"$1\"");
  const auto outcome = app.run({"write"});
  CHECK(outcome.code == 2);
  CHECK_THAT(outcome.err, ContainsSubstring("your text is kept in "));
  CHECK_FALSE(app.has_draft());
}

TEST_CASE("a draft that was left is mentioned, and taken in by recover", "[Editor]") {
  Editing app("true");
  {
    const EditorDraft left(app.runtime() / "lull", test::kFridayEvening - 3600, "");
    std::ofstream(left.file()) << "before it was killed\n";
    CHECK(app.run({"journal", "recover"}).code == 1);  // somebody still has it
  }
  const auto added = app.run({"add", "another"});
  CHECK_THAT(
      added.err,
      ContainsSubstring("A text that was not saved is there; lull journal recover takes it in."));
  const auto recovered = app.run({"journal", "recover"});
  CHECK(recovered.code == 0);
  CHECK_THAT(recovered.err, ContainsSubstring("1 hour ago"));
  CHECK_FALSE(app.has_draft());
  CHECK_THAT(app.run({"journal", "list"}).out, ContainsSubstring("before it was killed"));
}

TEST_CASE("a draft that was left with nothing new in it is swept away", "[Editor]") {
  Editing app("true");
  { const EditorDraft left(app.runtime() / "lull", test::kFridayEvening, "as it was"); }
  CHECK(app.has_draft());
  CHECK(app.run({"journal", "recover"}).code == 1);
  CHECK_FALSE(app.has_draft());
}
