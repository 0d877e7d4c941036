#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "lull/model/contact.hpp"
#include "lull/model/decision.hpp"
#include "lull/model/entry.hpp"
#include "lull/model/quiet_period.hpp"
#include "lull/model/streak.hpp"
#include "lull/model/talk.hpp"
#include "lull/model/urge.hpp"
#include "lull/model/verdict.hpp"
#include "lull/model/want.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// An entry as it stood before it was edited.
struct Revision {
  std::int64_t id = 0;
  Uid uid;
  Instant replaced;        ///< when the newer text took its place
  std::int64_t entry = 0;  ///< id of the entry
  Entry before;
};

/// How a noun becomes a row and back. from_row throws Error{store} when the payload isn't one.
template <class Noun>
struct Record;

template <>
struct Record<Entry> {
  static constexpr TableId kTable = TableId::entry;
  static Row to_row(const Entry& entry);
  static Entry from_row(Row row);
};

template <>
struct Record<Contact> {
  static constexpr TableId kTable = TableId::contact;
  static Row to_row(const Contact& contact);
  static Contact from_row(const Row& row);
};

template <>
struct Record<QuietPeriod> {
  static constexpr TableId kTable = TableId::period;
  static Row to_row(const QuietPeriod& period);
  static QuietPeriod from_row(const Row& row);
};

template <>
struct Record<Revision> {
  static constexpr TableId kTable = TableId::revision;
  static Row to_row(const Revision& revision);
  static Revision from_row(const Row& row);
};

template <>
struct Record<Urge> {
  static constexpr TableId kTable = TableId::urge;
  static Row to_row(const Urge& urge);
  static Urge from_row(const Row& row);
};

template <>
struct Record<Verdict> {
  static constexpr TableId kTable = TableId::verdict;
  static Row to_row(const Verdict& verdict);
  static Verdict from_row(const Row& row);
};

template <>
struct Record<Want> {
  static constexpr TableId kTable = TableId::want;
  static Row to_row(const Want& want);
  static Want from_row(const Row& row);
};

template <>
struct Record<Decision> {
  static constexpr TableId kTable = TableId::decision;
  static Row to_row(const Decision& decision);
  static Decision from_row(const Row& row);
};

template <>
struct Record<Talk> {
  static constexpr TableId kTable = TableId::talk;
  static Row to_row(const Talk& talk);
  static Talk from_row(const Row& row);
};

template <>
struct Record<CheckIn> {
  static constexpr TableId kTable = TableId::checkin;
  static Row to_row(const CheckIn& checkin);
  static CheckIn from_row(const Row& row);
};

/// Stores a new one and returns its id.
template <class Noun>
std::int64_t insert(Change& change, const Noun& noun) {
  return change.insert(Record<Noun>::kTable, Record<Noun>::to_row(noun));
}

template <class Noun>
void update(Change& change, const Noun& noun) {
  change.update(Record<Noun>::kTable, Record<Noun>::to_row(noun));
}

template <class Noun>
std::optional<Noun> find(Store& store, std::int64_t id) {
  const std::optional<Row> row = store.find(Record<Noun>::kTable, id);
  if (!row) return std::nullopt;
  return Record<Noun>::from_row(*row);
}

template <class Noun>
void each(Store& store, const RowQuery& query, const std::function<bool(Noun&&)>& take) {
  store.each(Record<Noun>::kTable, query,
             [&](Row&& row) { return take(Record<Noun>::from_row(std::move(row))); });
}

template <class Noun>
std::vector<Noun> all(Store& store, const RowQuery& query = {}) {
  std::vector<Noun> nouns;
  each<Noun>(store, query, [&](Noun&& noun) {
    nouns.push_back(std::move(noun));
    return true;
  });
  return nouns;
}

/// Gives the tags in the head of an entry, one by one.
void each_tag(std::string_view fields, const std::function<void(std::string_view)>& take);

/// A quiet period as far as it is visible without the key.
struct ClearPeriod {
  std::int64_t id = 0;
  Silence silence;
};

/// All quiet periods, oldest first, without the key.
std::vector<ClearPeriod> clear_periods(Store& store);

}  // namespace lull
