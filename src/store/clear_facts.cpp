#include "lull/store/records.hpp"

namespace lull {

std::vector<ClearPeriod> clear_periods(Store& store) {
  std::vector<ClearPeriod> periods;
  store.each_in_clear(TableId::period, {}, [&](Row&& row) {
    ClearPeriod period;
    period.id = row.id;
    period.silence.from = Day{static_cast<std::int32_t>(row.marks.at(0).value_or(0))};
    if (row.marks.at(1)) period.silence.length = static_cast<int>(*row.marks[1]);
    period.silence.on_break =
        row.marks.at(2).value_or(0) == 1 ? OnBreak::restart : OnBreak::carry_on;
    if (row.marks.at(3)) {
      period.silence.closed_on = Day{static_cast<std::int32_t>(*row.marks[3])};
    }
    periods.push_back(period);
    return true;
  });
  return periods;
}

}  // namespace lull
