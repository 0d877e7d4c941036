#include "own_codebook.hpp"

#include "lull/base/file.hpp"
#include "lull/base/utf8.hpp"

namespace lull {

Codebook own_codebook(Session& session) {
  if (session.config_path().empty()) return Codebook::built_in();
  const std::filesystem::path path = session.config_path().parent_path() / "codebook.toml";
  const std::optional<std::string> toml = read_file(path);
  return toml ? Codebook::with(*toml, make_visible_line(path.string())) : Codebook::built_in();
}

}  // namespace lull
