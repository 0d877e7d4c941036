#include "lull/base/known_zone.hpp"

#include <filesystem>
#include <fstream>
#include <string_view>

namespace lull {
namespace {

const std::filesystem::path kFolder = "/usr/share/zoneinfo";

// Three letters or more, or anything in angle brackets, and then an offset.
bool is_spelled_out(const std::string& name) {
  std::size_t at = 0;
  if (name.front() == '<') {
    at = name.find('>');
    if (at == std::string::npos) return false;
    ++at;
  } else {
    const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    while (at < name.size() && is_letter(name[at])) ++at;
    if (at < 3) return false;
  }
  if (at < name.size() && (name[at] == '+' || name[at] == '-')) ++at;
  return at < name.size() && name[at] >= '0' && name[at] <= '9';
}

bool holds_zone(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  char magic[4]{};
  return file.read(magic, sizeof magic) && std::string_view(magic, sizeof magic) == "TZif";
}

}  // namespace

bool is_zone_file(const std::string& name) {
  if (name.empty() || name.front() == '/' || name.find("..") != std::string::npos) return false;
  return holds_zone(kFolder / name);
}

bool is_known_zone(const std::string& variable) {
  const std::string name = variable.starts_with(':') ? variable.substr(1) : variable;
  if (name.empty()) return true;
  if (name.front() == '/') return holds_zone(name);
  return is_zone_file(name) || is_spelled_out(name);
}

}  // namespace lull
