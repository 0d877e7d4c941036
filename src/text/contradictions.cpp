#include "lull/text/contradictions.hpp"

#include <array>
#include <optional>
#include <utility>

#include "lull/text/findings.hpp"

namespace lull {
namespace {

constexpr double kPlainlyTold = 0.6;

struct Found {
  SentenceAt at;
  double strength = 0;
};
using PerTheme = std::array<std::optional<Found>, kThemeCount>;

void keep_stronger(std::optional<Found>& kept, const Found& found) {
  if (!kept || found.strength > kept->strength) kept = found;
}

bool same(const SentenceAt& left, const SentenceAt& right) {
  return left.text == right.text && left.sentence == right.sentence;
}

}  // namespace

std::vector<SentencePair> find_contradictions(const std::vector<std::string_view>& texts) {
  std::vector<std::vector<Denial>> denied;
  std::vector<std::vector<Evidence>> told;
  for (const std::string_view text : texts) {
    Findings findings = read_findings(text);
    denied.push_back(std::move(findings.denials));
    told.push_back(std::move(findings.evidence));
  }
  return find_contradictions(denied, told);
}

std::vector<SentencePair> find_contradictions(const std::vector<std::vector<Denial>>& denied,
                                              const std::vector<std::vector<Evidence>>& told) {
  PerTheme denials;
  PerTheme tellings;
  for (std::size_t i = 0; i < denied.size(); ++i) {
    for (const Denial& denial : denied[i]) {
      keep_stronger(denials.at(static_cast<std::size_t>(denial.theme)),
                    {{i, denial.sentence}, denial.plainness});
    }
    for (const Evidence& evidence : told.at(i)) {
      if (evidence.strength < kPlainlyTold) continue;
      keep_stronger(tellings.at(static_cast<std::size_t>(evidence.theme)),
                    {{i, evidence.sentence}, evidence.strength});
    }
  }
  std::vector<SentencePair> pairs;
  for (const Theme theme : all_themes()) {
    const auto at = static_cast<std::size_t>(theme);
    if (theme == Theme::abuse_safety || !denials.at(at) || !tellings.at(at)) continue;
    if (same(denials.at(at)->at, tellings.at(at)->at)) continue;
    pairs.push_back({theme, denials.at(at)->at, tellings.at(at)->at});
  }
  return pairs;
}

}  // namespace lull
