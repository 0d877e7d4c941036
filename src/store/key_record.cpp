#include "lull/store/key_record.hpp"

#include <fmt/format.h>

#include "byte_order.hpp"
#include "lull/base/error.hpp"

namespace lull {
namespace {

constexpr std::string_view kMagic = "lullkey1";
constexpr std::size_t kMostSlots = 2;

template <class Array>
void put_bytes(std::string& bytes, const Array& array) {
  for (const unsigned char byte : array) bytes += static_cast<char>(byte);
}

void put_slot_head(std::string& bytes, const KeySlot& slot) {
  bytes += static_cast<char>(slot.kind);
  put_number(bytes, slot.cost.passes);
  put_number(bytes, slot.cost.kibibytes);
  put_bytes(bytes, slot.salt);
  put_bytes(bytes, slot.nonce);
}

[[noreturn]] void throw_damaged() {
  throw Error(ErrorKind::store, "could not read the lock of the journal: it is damaged",
              "keep a copy of lull.db before anything else");
}

// Before any work is done for it, or any memory taken.
void require_bounds(const KdfCost& cost) {
  if (cost.passes < kLeastCost.passes || cost.passes > kMostCost.passes ||
      cost.kibibytes < kLeastCost.kibibytes || cost.kibibytes > kMostCost.kibibytes) {
    throw_damaged();
  }
}

KeySlot take_slot(ByteReader& reader, SlotKind expected) {
  KeySlot slot;
  slot.kind = static_cast<SlotKind>(reader.take_number<unsigned char>());
  if (slot.kind != expected) throw_damaged();
  slot.cost.passes = reader.take_number<std::uint32_t>();
  slot.cost.kibibytes = reader.take_number<std::uint32_t>();
  require_bounds(slot.cost);
  reader.take_into(slot.salt);
  reader.take_into(slot.nonce);
  reader.take_into(slot.wrapped);
  return slot;
}

}  // namespace

std::string to_hex(const PublicKey& key) {
  std::string hex;
  for (const unsigned char byte : key) hex += fmt::format("{:02x}", byte);
  return hex;
}

PublicKey parse_public_key(std::string_view hex) {
  PublicKey key{};
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (std::size_t i = 0; i < 2 * key.size(); ++i) {
    const std::size_t digit = i < hex.size() ? kDigits.find(hex[i]) : std::string_view::npos;
    if (digit == std::string_view::npos || hex.size() != 2 * key.size()) {
      throw Error(ErrorKind::usage, "could not read a key: it is not 64 hexadecimal digits");
    }
    key.at(i / 2) = static_cast<unsigned char>(std::size_t{key.at(i / 2)} * 16 + digit);
  }
  return key;
}

const KeySlot* KeyRecord::slot(SlotKind kind) const {
  for (const KeySlot& slot : slots) {
    if (slot.kind == kind) return &slot;
  }
  return nullptr;
}

std::string bound_bytes(const PublicKey& key, const KeySlot& slot) {
  std::string bytes(kMagic);
  put_bytes(bytes, key);
  put_slot_head(bytes, slot);
  return bytes;
}

std::string to_bytes(const KeyRecord& record) {
  std::string bytes(kMagic);
  put_bytes(bytes, record.public_key);
  for (const KeySlot& slot : record.slots) {
    put_slot_head(bytes, slot);
    put_bytes(bytes, slot.wrapped);
  }
  return bytes;
}

KeyRecord parse_key_record(std::string_view bytes) {
  ByteReader reader(bytes);
  KeyRecord record;
  if (reader.take(kMagic.size()) != kMagic) throw_damaged();
  reader.take_into(record.public_key);
  while (!reader.rest().empty() && record.slots.size() < kMostSlots) {
    record.slots.push_back(
        take_slot(reader, record.slots.empty() ? SlotKind::passphrase : SlotKind::recovery));
  }
  if (reader.ended() || !reader.rest().empty() || record.slots.empty()) throw_damaged();
  return record;
}

}  // namespace lull
