#include "row_forms.hpp"

#include "lull/base/error.hpp"
#include "lull/store/records.hpp"

namespace lull {
namespace {

template <class Noun>
bool reads(const Row& row) {
  try {
    static_cast<void>(Record<Noun>::from_row(row));
    return true;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

bool has_right_form(TableId table, const Row& row) {
  switch (table) {
    case TableId::period:
      return reads<QuietPeriod>(row);
    case TableId::entry:
      return reads<Entry>(row);
    case TableId::contact:
      return reads<Contact>(row);
    case TableId::revision:
      return reads<Revision>(row);
    case TableId::urge:
      return reads<Urge>(row);
    case TableId::verdict:
      return reads<Verdict>(row);
    case TableId::want:
      return reads<Want>(row);
    case TableId::decision:
      return reads<Decision>(row);
    case TableId::talk:
      return reads<Talk>(row);
    case TableId::checkin:
      return reads<CheckIn>(row);
  }
  return false;
}

}  // namespace lull
