#include "lull/model/waiting.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace lull {
namespace {

constexpr int kLongest = 24 * 60 * 60;

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return '0' <= c && c <= '9'; });
}

std::optional<int> parse_count(std::string_view text) {
  int value = 0;
  if (!all_digits(text)) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || value > kLongest) return std::nullopt;
  return value;
}

std::optional<int> at_most_a_day(int seconds) {
  return seconds <= kLongest ? std::optional(seconds) : std::nullopt;
}

std::optional<int> parse_clock(std::string_view minutes, std::string_view seconds) {
  const auto whole = parse_count(minutes);
  const auto rest = parse_count(seconds);
  if (!whole || !rest || seconds.size() != 2 || *rest >= 60) return std::nullopt;
  return at_most_a_day(*whole * 60 + *rest);
}

std::optional<int> parse_decimal(std::string_view minutes, std::string_view fraction) {
  const auto whole = parse_count(minutes);
  if (!whole || !all_digits(fraction) || fraction.size() > 6) return std::nullopt;
  double part = 0;
  double worth = 60;
  for (const char digit : fraction) part += (worth /= 10) * (digit - '0');
  return at_most_a_day(*whole * 60 + static_cast<int>(std::lround(part)));
}

}  // namespace

int Waiting::left(Instant now) const {
  const std::int64_t passed = std::max<std::int64_t>(now - began, 0);
  return static_cast<int>(std::max<std::int64_t>(seconds - passed, 0));
}

std::optional<int> parse_minutes(std::string_view text) {
  if (const auto colon = text.find(':'); colon != std::string_view::npos) {
    return parse_clock(text.substr(0, colon), text.substr(colon + 1));
  }
  if (const auto point = text.find('.'); point != std::string_view::npos) {
    return parse_decimal(text.substr(0, point), text.substr(point + 1));
  }
  const auto whole = parse_count(text);
  return whole ? at_most_a_day(*whole * 60) : std::nullopt;
}

std::string to_minutes(int seconds) {
  const int rest = seconds % 60;
  return std::to_string(seconds / 60) + (rest < 10 ? ":0" : ":") + std::to_string(rest);
}

}  // namespace lull
