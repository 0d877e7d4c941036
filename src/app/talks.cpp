#include "lull/app/talks.hpp"

#include <charconv>
#include <cmath>
#include <optional>

#include "lull/base/error.hpp"
#include "lull/model/turn_timer.hpp"
#include "lull/store/records.hpp"
#include "sound_text.hpp"

namespace lull {
namespace {

constexpr int kLongestTurn = 3600;

template <class Number>
std::optional<Number> to_number(std::string_view text) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end || number < 0) return std::nullopt;
  return number;
}

std::optional<int> seconds_of(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) {
    const auto minutes = to_number<double>(text);
    if (!minutes || !(*minutes <= kLongestTurn)) return std::nullopt;
    return static_cast<int>(std::lround(*minutes * 60));
  }
  const auto minutes = to_number<int>(text.substr(0, colon));
  const auto seconds = to_number<int>(text.substr(colon + 1));
  if (!minutes || !seconds || *minutes > 60 || *seconds > 59 || text.size() != colon + 3) {
    return std::nullopt;
  }
  return *minutes * 60 + *seconds;
}

void require_sound_words(const Talk& talk) {
  require_sound("the talk", talk.first_name);
  require_sound("the talk", talk.second_name);
  require_sound("the talk", talk.note);
  for (const std::string& topic : talk.topics) require_sound("the talk", topic);
}

}  // namespace

std::pair<std::string, std::string> Talks::order(const std::string& one, const std::string& other) {
  std::optional<Talk> last;
  try {
    RowQuery newest_first;
    newest_first.newest_first = true;
    each<Talk>(store_, newest_first, [&](Talk&& talk) {
      last = std::move(talk);
      return false;
    });
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::locked) throw;
  }
  return starting_order(last ? &*last : nullptr, one, other);
}

Talk Talks::keep(Talk talk, Instant begun) {
  require_sound_words(talk);
  talk.at = rule_.moment(begun);
  store_.change("talk", [&](Change& change) { talk.id = insert(change, talk); });
  return talk;
}

void Talks::describe(const Talk& talk) {
  require_sound_words(talk);
  store_.change("talk", [&](Change& change) { update(change, talk); });
}

std::vector<Talk> Talks::list() { return all<Talk>(store_); }

std::optional<int> parse_turn_length(std::string_view text) {
  const std::optional<int> seconds = seconds_of(text);
  if (!seconds || *seconds < 1 || *seconds > kLongestTurn) return std::nullopt;
  return seconds;
}

}  // namespace lull
