#include "lull/base/edit_distance.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace lull {

std::size_t edit_distance(std::string_view left, std::string_view right) {
  // Three rows of the table: the one before last is needed for swaps.
  std::vector<std::size_t> before_last(right.size() + 1);
  std::vector<std::size_t> last(right.size() + 1);
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t j = 0; j <= right.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t substituted = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, substituted});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
  }
  return row[right.size()];
}

std::optional<std::string> find_nearest(std::string_view word,
                                        std::span<const std::string> candidates) {
  std::size_t near_enough = std::max<std::size_t>(1, word.size() / 3);
  std::optional<std::string> nearest;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < near_enough || (distance == near_enough && !nearest)) {
      nearest = candidate;
      near_enough = distance;
    }
  }
  return nearest;
}

}  // namespace lull
