#include "lull/app/key_pins.hpp"

#include <sstream>
#include <string>

#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/base/paths.hpp"

namespace lull {
namespace {

constexpr std::size_t kHexDigits = 64;

// The same journal by whatever way it is named.
std::string name_of(const std::filesystem::path& store) {
  std::error_code error;
  const auto absolute = std::filesystem::absolute(store, error);
  const auto canonical = std::filesystem::weakly_canonical(absolute, error);
  return (error ? absolute : canonical).string();
}

bool is_about(const std::string& line, const std::string& name) {
  return line.size() > kHexDigits && line.compare(kHexDigits + 1, std::string::npos, name) == 0;
}

}  // namespace

std::filesystem::path key_pins_file(const Environment& environment) {
  return state_folder(environment) / "keys";
}

std::optional<PublicKey> pinned_key(const Environment& environment,
                                    const std::filesystem::path& store) {
  try {
    const std::optional<std::string> text = read_file(key_pins_file(environment));
    if (!text) return std::nullopt;
    const std::string name = name_of(store);
    std::istringstream lines(*text);
    for (std::string line; std::getline(lines, line);) {
      if (is_about(line, name)) return parse_public_key(line.substr(0, kHexDigits));
    }
  } catch (const Error&) {
    return std::nullopt;
  }
  return std::nullopt;
}

bool pin_key(const Environment& environment, const std::filesystem::path& store,
             const std::optional<PublicKey>& key) {
  const std::string name = name_of(store);
  if (name.find('\n') != std::string::npos) return false;
  try {
    const std::filesystem::path file = key_pins_file(environment);
    std::istringstream lines(read_file(file).value_or(""));
    std::string kept;
    for (std::string line; std::getline(lines, line);) {
      if (!is_about(line, name)) kept += line + '\n';
    }
    if (key) kept += to_hex(*key) + ' ' + name + '\n';
    create_private_folder(file.parent_path());
    write_file_atomically(file, kept);
    return true;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace lull
