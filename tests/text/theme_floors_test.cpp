// What the finder reaches on the project's own sentences, file by file. The floors are in
// sentences/floors.txt, a little under what was measured, so that a change that costs shows here.
#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "lull/text/crisis.hpp"
#include "lull/text/findings.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"

using namespace lull;

namespace {

struct Labelled {
  std::set<std::string> labels;
  std::string text;
};

std::vector<Labelled> labelled(const std::string& name) {
  std::ifstream file(test::source_folder() / "text" / "sentences" / (name + ".tsv"));
  std::vector<Labelled> passages;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || line.starts_with("# ")) continue;
    Labelled passage{{}, line.substr(tab + 1)};
    std::stringstream labels(line.substr(0, tab));
    for (std::string label; std::getline(labels, label, ',');) {
      if (label != "-") passage.labels.insert(label);
    }
    passages.push_back(std::move(passage));
  }
  return passages;
}

std::set<std::string> found_in(const std::string& file, const std::string& text) {
  std::set<std::string> found;
  if (file == "crisis") {
    if (!find_crisis(text).empty()) found.insert("crisis");
    return found;
  }
  for (const Evidence& evidence : find_themes(text)) found.emplace(to_string(evidence.theme));
  return found;
}

struct Reached {
  int labels = 0, hits = 0, passages = 0, clean = 0;

  // In per cent: labels found, and passages in which nothing is found that is not there.
  int recall() const { return labels == 0 ? 100 : 100 * hits / labels; }
  int kept() const { return passages == 0 ? 100 : 100 * clean / passages; }
};

Reached reached_on(const std::string& file) {
  Reached reached;
  for (const Labelled& passage : labelled(file)) {
    const auto found = found_in(file, passage.text);
    reached.labels += static_cast<int>(passage.labels.size());
    reached.hits += static_cast<int>(std::count_if(
        found.begin(), found.end(), [&](const auto& one) { return passage.labels.contains(one); }));
    ++reached.passages;
    reached.clean +=
        std::includes(passage.labels.begin(), passage.labels.end(), found.begin(), found.end()) ? 1
                                                                                                : 0;
  }
  return reached;
}

struct Floor {
  int recall = 0, kept = 0;
};

std::map<std::string, Floor> floors() {
  std::ifstream file(test::source_folder() / "text" / "sentences" / "floors.txt");
  std::map<std::string, Floor> all;
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string name;
    Floor floor;
    if (line.starts_with("#") || !(words >> name >> floor.recall >> floor.kept)) continue;
    all[name] = floor;
  }
  return all;
}

}  // namespace

TEST_CASE("every file of sentences has a floor, and every floor its file", "[ThemeFloors]") {
  std::set<std::string> files;
  const auto folder = test::source_folder() / "text" / "sentences";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".tsv") files.insert(entry.path().stem().string());
  }
  std::set<std::string> named;
  for (const auto& [name, floor] : floors()) named.insert(name);
  CHECK(files == named);
}

TEST_CASE("the finder reaches its floor on every file of sentences", "[ThemeFloors]") {
  for (const auto& [name, floor] : floors()) {
    const Reached reached = reached_on(name);
    CAPTURE(name, reached.recall(), reached.kept());
    REQUIRE(reached.passages > 10);
    CHECK(reached.recall() >= floor.recall);
    CHECK(reached.kept() >= floor.kept);
  }
}
