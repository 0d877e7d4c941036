#include "recovery_phrase.hpp"

#include <sodium.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace lull {
namespace {

// A word is consonant, vowel, consonant, vowel, consonant: 4 + 2 + 4 + 2 + 4 bits. The letters are
// those that are hard to take for one another, said or written.
constexpr std::string_view kConsonants = "bdfghjklmnprstvz";
constexpr std::string_view kVowels = "aiou";
constexpr std::size_t kLetters = 5;
constexpr std::size_t kWords = 9;
constexpr std::size_t kPhraseSize = kWords * (kLetters + 1) - 1;

void put_word(std::uint32_t number, unsigned char* letters) {
  int shift = 16;
  for (std::size_t i = 0; i < kLetters; ++i) {
    const bool vowel = i % 2 == 1;
    shift -= vowel ? 2 : 4;
    letters[i] = static_cast<unsigned char>(vowel ? kVowels[(number >> shift) & 3]
                                                  : kConsonants[(number >> shift) & 15]);
  }
}

std::uint32_t check_of(const PhraseBits& bits) {
  std::array<unsigned char, crypto_generichash_BYTES> digest{};
  crypto_generichash(digest.data(), digest.size(), bits.data(), bits.size(), nullptr, 0);
  return (std::uint32_t{digest[0]} << 8) | digest[1];
}

std::optional<std::uint32_t> value_of(unsigned char letter, bool vowel) {
  const std::string_view letters = vowel ? kVowels : kConsonants;
  if (letter >= 'A' && letter <= 'Z') letter = static_cast<unsigned char>(letter - 'A' + 'a');
  const std::size_t place = letters.find(static_cast<char>(letter));
  if (place == std::string_view::npos) return std::nullopt;
  return static_cast<std::uint32_t>(place);
}

bool is_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The 16-bit numbers of the words; false when the letters are not those of a phrase.
bool read_words(const Secret& typed, std::array<std::uint32_t, kWords>& words) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const unsigned char c = typed.data()[i];
    if (!is_letter(c)) continue;
    const bool vowel = letters % kLetters % 2 == 1;
    const auto value = value_of(c, vowel);
    if (!value || letters == kWords * kLetters) return false;
    std::uint32_t& word = words.at(letters / kLetters);
    word = (word << (vowel ? 2 : 4)) | *value;
    ++letters;
  }
  return letters == kWords * kLetters;
}

}  // namespace

Secret to_phrase(const PhraseBits& bits) {
  Secret phrase(kPhraseSize);
  for (std::size_t word = 0; word < kWords; ++word) {
    unsigned char* letters = phrase.data() + word * (kLetters + 1);
    const bool last = word + 1 == kWords;
    put_word(
        last ? check_of(bits) : (std::uint32_t{bits.at(2 * word)} << 8) | bits.at(2 * word + 1),
        letters);
    if (!last) letters[kLetters] = '-';
  }
  return phrase;
}

std::optional<Secret> sound_phrase(const Secret& typed) {
  std::array<std::uint32_t, kWords> words{};
  PhraseBits bits{};
  std::optional<Secret> phrase;
  if (read_words(typed, words)) {
    for (std::size_t word = 0; word + 1 < kWords; ++word) {
      bits.at(2 * word) = static_cast<unsigned char>(words.at(word) >> 8);
      bits.at(2 * word + 1) = static_cast<unsigned char>(words.at(word) & 0xff);
    }
    if (words.back() == check_of(bits)) phrase = to_phrase(bits);
  }
  sodium_memzero(words.data(), sizeof words);
  sodium_memzero(bits.data(), bits.size());
  return phrase;
}

}  // namespace lull
