#include "sealed_codec.hpp"

#include <algorithm>

#include "sealed_box.hpp"

namespace lull {
namespace {

constexpr std::int64_t kSecondsOfDay = 86'400;
constexpr std::int64_t kFarthest = std::int64_t{1} << 50;  // no clock has shown it

// Noon of the day would be as good; what matters is that the hour is not told. A row whose instant
// lies far from its day, as an import may have it, keeps its order all the same.
Instant coarse_instant(const Row& row) {
  const std::int64_t start = std::int64_t{row.day.number} * kSecondsOfDay;
  return {std::clamp(start, row.at.seconds - kMostAfter, row.at.seconds + kMostBefore)};
}

bool same_columns(const Row& one, const Row& other) {
  return one.id == other.id && one.uid == other.uid && one.at == other.at && one.day == other.day &&
         one.marks == other.marks;
}

}  // namespace

Row clear_face(TableId table, const Row& row) {
  Row face = row;
  face.payload.clear();
  face.at = coarse_instant(row);
  switch (table) {
    case TableId::entry:  // whether it is in the trash
      face.marks.at(0) = std::nullopt;
      break;
    case TableId::revision:  // which entry it was
      face.marks.at(0) = 0;
      break;
    case TableId::contact:  // how long one lasted that broke nothing
      if (face.marks.at(1) != 1) face.marks.at(0) = row.day.number;
      break;
    default:
      break;
  }
  return face;
}

std::string SealedCodec::seal_row(TableId table, const Row& row) const {
  std::string plain = sealed_head(shape_of(table).name);
  put_number(plain, row.id);
  for (const std::uint8_t byte : row.uid.bytes) plain += static_cast<char>(byte);
  put_number(plain, row.at.seconds);
  put_number(plain, row.day.number);
  plain += static_cast<char>(row.marks.size());
  for (const auto& mark : row.marks) {
    plain += mark ? '\1' : '\0';
    put_number(plain, mark.value_or(0));
  }
  plain += row.payload;
  return seal(std::move(plain), public_key_);
}

std::optional<Row> SealedCodec::open_row(TableId table, const Row& columns,
                                         const std::string& bytes) const {
  std::optional<std::string> plain = open_sealed(bytes, public_key_, *key_);
  if (!plain) return std::nullopt;
  ByteReader reader(*plain);
  if (!take_sealed_head(reader, shape_of(table).name)) return std::nullopt;
  Row row;
  row.id = reader.take_number<std::int64_t>();
  reader.take_into(row.uid.bytes);
  row.at.seconds = reader.take_number<std::int64_t>();
  row.day.number = reader.take_number<std::int32_t>();
  if (reader.take_number<unsigned char>() != shape_of(table).marks.size()) return std::nullopt;
  row.marks.resize(shape_of(table).marks.size());
  for (auto& mark : row.marks) {
    const bool there = reader.take_number<unsigned char>() == 1;
    const auto value = reader.take_number<std::int64_t>();
    if (there) mark = value;
  }
  if (row.at.seconds > kFarthest || row.at.seconds < -kFarthest) return std::nullopt;
  if (reader.ended() || !same_columns(clear_face(table, row), columns)) return std::nullopt;
  row.payload = reader.rest();
  wipe(*plain);
  return row;
}

}  // namespace lull
