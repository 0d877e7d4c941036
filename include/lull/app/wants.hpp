#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lull/base/clock.hpp"
#include "lull/base/day_rule.hpp"
#include "lull/model/review.hpp"
#include "lull/model/want.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// What a new want is made of.
struct WantDraft {
  WantWhose whose = WantWhose::mine;
  WantSource source = WantSource::guessed;  ///< of theirs; mine are always my own
  WantTopic topic = WantTopic::other;
  std::string text;
  std::string horizon;
  std::optional<int> clarity;
};

/// What an edit changes; what is not set stays.
struct WantEdit {
  std::optional<WantSource> source;
  std::optional<WantTopic> topic;
  std::optional<std::string> text;
  std::optional<std::string> horizon;
  std::optional<int> clarity;
};

/// A want with all its versions, oldest first, never empty. Its number is that of the first, and
/// stays.
struct WantHistory {
  std::vector<Want> versions;

  std::int64_t id() const { return versions.front().id; }
  const Want& newest() const { return versions.back(); }
};

/// What became of a want since a day.
enum class WantChange { same, added, changed, dropped };

/// What both want, as far as the writer knows. Nothing is overwritten: each edit is a version.
class Wants {
 public:
  Wants(Store& store, const Clock& clock, const DayRule& rule)
      : store_(store), clock_(clock), rule_(rule) {}

  /// Throws Error{usage} for a text that is empty or not UTF-8, and a clarity outside 1 to 5.
  WantHistory add(const WantDraft& draft);
  /// Throws Error{not_found}; Error{refused} for a dropped one; Error{usage} as add does, when
  /// nothing would change, and for a source of one's own want.
  WantHistory edit(std::int64_t id, const WantEdit& edit);
  /// Keeps it and its versions, marked as dropped. Throws as edit does.
  WantHistory drop(std::int64_t id);
  /// All, by number; dropped ones too.
  std::vector<WantHistory> histories();
  /// The last day of the first week: of the quiet period, or of the wants where there is none.
  Day week_one();

 private:
  WantHistory find(std::int64_t id);
  WantHistory append(WantHistory history, Want version, std::string_view name);

  Store& store_;
  const Clock& clock_;
  const DayRule& rule_;
};

/// Puts versions together. One whose predecessor is missing begins a history of its own.
std::vector<WantHistory> histories_of(std::vector<Want> versions);
/// The newest versions that are not dropped, each under the number of its history.
std::vector<Want> standing_wants(const std::vector<WantHistory>& histories);
/// Compares what stood at the end of `day` with what stands now.
WantChange change_since(const WantHistory& history, Day day);
std::string_view to_string(WantChange change);  ///< "same", "added", "changed", "dropped"

/// What is guessed or unknown about theirs, as questions for the talk: at most one a topic, in the
/// order of the topics, and one for each guess about something else. Nothing when there are no
/// wants.
std::vector<OpenQuestion> questions_about(const std::vector<Want>& wants);

}  // namespace lull
