#include "blake2b.hpp"

#include <sodium.h>

#include "sodium_start.hpp"

namespace lull {

std::string blake2b_of(std::string_view bytes) {
  start_sodium();
  std::string digest(crypto_generichash_BYTES, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(digest.data()), digest.size(),
                     reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                     0);
  return digest;
}

}  // namespace lull
