// What lies in a locked journal and beside it: the record of the key, sealed rows and texts, the
// list of changes, and a recovery phrase as somebody typed it.
#include "fuzz.hpp"
#include "lull/base/error.hpp"
#include "store/change_log_text.hpp"
#include "store/recovery_phrase.hpp"
#include "store/sealed_box.hpp"
#include "store/sealed_codec.hpp"

using namespace lull;

namespace {

const NewVault& vault() {
  static const NewVault made = make_vault(Secret(std::string("heron")), kLeastCost);
  return made;
}

Row columns_of(TableId table, fuzz::Bytes& bytes) {
  Row row;
  row.id = static_cast<std::int64_t>(bytes.choose(4));
  row.at = Instant{20'777 * std::int64_t{86'400}};
  row.day = Day{20'777};
  for (std::size_t i = 0; i < shape_of(table).marks.size(); ++i) {
    const std::size_t mark = bytes.choose(4);
    row.marks.push_back(mark == 3 ? std::nullopt
                                  : std::optional<std::int64_t>(static_cast<int>(mark)));
  }
  return row;
}

void read_key_record(std::string_view bytes) {
  const KeyRecord record = parse_key_record(bytes);
  fuzz::require(to_bytes(record) == bytes, "a key record is written as it was read");
  for (const KeySlot& slot : record.slots) {
    fuzz::require(slot.cost.passes <= kMostCost.passes, "no more passes than the most");
    fuzz::require(slot.cost.kibibytes <= kMostCost.kibibytes, "no more memory than the most");
  }
}

// Anybody who has the file can seal any bytes to it.
void open_forged_row(fuzz::Bytes& bytes, bool is_sealed_well) {
  SealedCodec codec(vault().record.public_key);
  codec.use_key(vault().key);
  const TableId table = all_tables()[bytes.choose(all_tables().size())];
  const Row columns = columns_of(table, bytes);
  std::string stored(bytes.rest());
  if (is_sealed_well) stored = seal(sealed_head(shape_of(table).name) + stored, codec.public_key());
  const std::optional<Row> row = codec.open_row(table, columns, stored);
  if (!row) return;
  fuzz::require(is_sealed_well, "what was not sealed does not open");
  fuzz::require(row->id == columns.id && row->day == columns.day, "it is the row of its columns");
  const std::optional<Row> again =
      codec.open_row(table, clear_face(table, *row), codec.seal_row(table, *row));
  fuzz::require(again && again->payload == row->payload && again->marks == row->marks,
                "a row that was opened is sealed and opened the same");
}

void read_changes(const std::string& text) {
  if (const auto touched = parse_touched(text)) {
    const std::string once = format_touched(*touched);
    const auto again = parse_touched(once);
    fuzz::require(again && format_touched(*again) == once, "lines of changes read back the same");
    overlap(*touched, *again);
  }
  if (const auto added = parse_added(text)) {
    const auto again = parse_added(format_added(*added));
    fuzz::require(again && again->size() == added->size(), "as many added rows come back");
  }
}

void read_phrase(std::string_view typed) {
  const auto phrase = sound_phrase(Secret(std::string(typed)));
  if (!phrase) return;
  const auto again = sound_phrase(Secret(std::string(phrase->view())));
  fuzz::require(again && again->view() == phrase->view(), "a sound phrase stands for itself");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  try {
    switch (bytes.choose(6)) {
      case 0:
        read_key_record(bytes.rest());
        break;
      case 1:
        open_forged_row(bytes, true);
        break;
      case 2:
        open_forged_row(bytes, false);
        break;
      case 3:
        read_changes(std::string(bytes.rest()));
        break;
      case 4:
        read_phrase(bytes.rest());
        break;
      default:
        fuzz::require(!open_sealed_text(std::string(bytes.rest()), *vault().key),
                      "a text that was not sealed does not open");
    }
  } catch (const Error& error) {
    fuzz::require(error.kind() == ErrorKind::store, "bytes of no known form are damaged ones");
  }
  return 0;
}
