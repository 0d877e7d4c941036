#include "transfer_parts.hpp"

namespace lull {
namespace {

constexpr std::size_t kPieceBytes = 65'536;

EntryAppender appender_of(TransferFormat format, std::string& out) {
  switch (format) {
    case TransferFormat::jsonl:
      return append_jsonl(out);
    case TransferFormat::markdown:
      return append_markdown(out);
    case TransferFormat::text:
      return append_text(out);
    case TransferFormat::csv:
      return append_csv(out);
    default:
      return append_json(out);
  }
}

}  // namespace

std::size_t export_entries(Journal& journal, EntryFilter filter, TransferFormat format,
                           const ByteSink& sink) {
  std::string piece;
  const EntryAppender appender = appender_of(format, piece);
  std::size_t count = 0;
  filter.newest_first = false;
  journal.each(filter, [&](Entry&& entry) {
    appender.add(entry);
    ++count;
    if (piece.size() >= kPieceBytes) {
      sink(piece);
      piece.clear();
    }
    return true;
  });
  appender.end();
  sink(piece);
  return count;
}

}  // namespace lull
