// A codebook of a person's own: whatever stands in it, it is taken or refused, and a page is read.
#include "fuzz.hpp"
#include "lull/base/error.hpp"
#include "lull/text/codebook.hpp"
#include "lull/text/findings.hpp"

using namespace lull;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    const Codebook codebook = Codebook::with(text, "codebook.toml");
    find_themes("We never talked about it, and they drank every night.", codebook);
  } catch (const Error& error) {
    fuzz::require(error.kind() == ErrorKind::usage, "a codebook that isn't one is a usage error");
  }
  return 0;
}
