#include "commonness.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "lull/text/stems.hpp"

namespace lull {
namespace {

constexpr std::array<std::string_view, 6> kByRank{
    "i to and the a me my be not he she it of that we you in",
    "our their was do have him her for is but so with this on just am they are had what us as at "
    "would",
    "know like if about out get up all when feel want time go been how because really or said "
    "more even never no who there other will an from can think tell make love see by now",
    "them after then thing people year month day over always too still relationship take talk "
    "come friend need being only back did could should into start try give find keep work leave",
    "end break week each week life long someone something every ever any again also much being "
    "one two first last same other own very good bad way around before since than his",
    "ex old new big little lot many few whole best side part house home bed room night morning "
    "evening school job money place life love sex marriage family parents mother father mom dad "
    "sister brother children kids child friends husband wife boyfriend girlfriend partner man "
    "woman guy girl people group told said asked left stopped stop let call called moved broke "
    "broken happened help hurt cry angry sad happy tired late long off down away through between "
    "without nothing everything anything nobody everyone until later today behind front inside "
    "phone text message car door hand eyes face word words name question answer reason problem "
    "care trust need live lived met saw heard knew thought felt seemed became"};
}  // namespace

std::vector<std::uint32_t> commonness(const CodebookSource& source, const Symbols& symbols) {
  std::map<std::string, std::uint32_t, std::less<>> ranked;
  const Stemmer stemmer;
  std::uint32_t cost = 600;
  for (const std::string_view words : kByRank) {
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      const std::string word(words.substr(at, end - at));
      ranked.emplace(word, cost);
      ranked.emplace("~" + stemmer.stem(word), cost);
      at = end + 1;
    }
    cost /= 3;
  }
  std::vector<std::uint32_t> common(symbols.size(), 0);
  for (const auto& [word, numbers] : symbols.by_word()) {
    const auto known = ranked.find(word);
    for (const std::uint32_t symbol : numbers)
      common[symbol] += known == ranked.end() ? 1 : known->second;
  }
  // Whatever a person stands for is as common as the person.
  std::uint32_t person = 0;
  for (const auto& [name, phrases] : source.people) {
    for (const std::uint32_t symbol : symbols.of_person(person))
      common[symbol] += name.size() < 5 ? 600 : 20;
    ++person;
  }
  return common;
}

}  // namespace lull
