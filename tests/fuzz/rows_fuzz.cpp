// The content of rows: any bytes with a right digest may lie in a file that was forged.
#include "fuzz.hpp"
#include "lull/base/error.hpp"
#include "lull/store/records.hpp"

using namespace lull;

namespace {

template <class Noun>
void read_twice(const Row& row) {
  const Noun noun = Record<Noun>::from_row(row);
  Row once = Record<Noun>::to_row(noun);
  once.id = row.id;
  Row twice = Record<Noun>::to_row(Record<Noun>::from_row(once));
  fuzz::require(twice.payload == once.payload, "a row that was read is written the same twice");
  fuzz::require(twice.marks == once.marks, "its clear columns too");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  Row row;
  const TableId table = all_tables()[bytes.choose(all_tables().size())];
  row.id = 1;
  row.at = Instant{1'795'212'000};
  row.day = Day{20'777};
  for (std::size_t i = 0; i < shape_of(table).marks.size(); ++i) {
    const std::size_t mark = bytes.choose(8);
    row.marks.push_back(mark == 7 ? std::nullopt
                                  : std::optional<std::int64_t>(static_cast<int>(mark) - 1));
  }
  row.payload = bytes.rest();
  try {
    switch (table) {
      case TableId::period:
        read_twice<QuietPeriod>(row);
        break;
      case TableId::entry:
        read_twice<Entry>(row);
        break;
      case TableId::contact:
        read_twice<Contact>(row);
        break;
      case TableId::revision:
        read_twice<Revision>(row);
        break;
      case TableId::urge:
        read_twice<Urge>(row);
        break;
      case TableId::verdict:
        read_twice<Verdict>(row);
        break;
      case TableId::want:
        read_twice<Want>(row);
        break;
      case TableId::decision:
        read_twice<Decision>(row);
        break;
      case TableId::talk:
        read_twice<Talk>(row);
        break;
      case TableId::checkin:
        read_twice<CheckIn>(row);
        break;
    }
  } catch (const Error& error) {
    fuzz::require(error.kind() == ErrorKind::store, "a row of no known form is a damaged one");
  }
  return 0;
}
