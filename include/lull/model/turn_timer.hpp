#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lull/model/talk.hpp"

namespace lull {

/// One of the two who talk: who began, or the other.
enum class Speaker { first, second };

/// Where a talk is. Time counts only while `speaking`, and the pause counts down while `on_break`.
enum class TalkPhase { ready, speaking, paused, between_turns, on_break, over };

/// What either of the two can do. `resume` goes on from wherever the talk stands still: it begins,
/// ends a pause or a break, or begins the next turn once both are ready.
enum class TalkEvent { resume, end_turn, pause, undo, stop_for_break, quit };

struct TalkPlan {
  std::string first_name;  ///< who begins
  std::string second_name;
  int seconds_per_turn = 180;  ///< from 1
  std::optional<int> turns;    ///< of both together; as many as needed when nothing
  int break_seconds = 600;
};

/// The turns of one talk, without clock or screen: the terminal reports keys and seconds and draws
/// what it finds here.
class TurnTimer {
 public:
  explicit TurnTimer(TalkPlan plan);

  /// Lets seconds pass. True when they used up the turn or the break: the moment for the bell. What
  /// is left of them is dropped, so that time spent suspended never costs the other's turn.
  bool tick(int seconds);
  /// False, and nothing happens, when the event means nothing in this phase.
  bool handle(TalkEvent event);

  const TalkPlan& plan() const { return plan_; }
  TalkPhase phase() const { return phase_; }
  Speaker speaker() const { return speaker_; }  ///< who speaks, or speaks next
  const std::string& name_of(Speaker speaker) const;
  int seconds_left() const;  ///< of the turn, or of the break
  /// A turn that was ended early can be given back once, until a later turn has ended. Its speaker
  /// goes on at once with what was left; the turn begun since is dropped.
  bool can_undo() const;
  int turns() const;                 ///< ended turns; one that was quit counts if a word was said
  int turns(Speaker speaker) const;  ///< the same, of one of them
  int seconds() const;               ///< spoken, the turn under way included
  int seconds(Speaker speaker) const;

 private:
  struct Turn {
    Speaker speaker;
    int seconds;
  };

  bool resume();
  bool pause();
  bool undo();
  bool stop_for_break();
  bool end_turn();
  bool quit();
  void close_turn();

  TalkPlan plan_;
  TalkPhase phase_ = TalkPhase::ready;
  Speaker speaker_ = Speaker::first;
  std::vector<Turn> turns_;
  int spoken_ = 0;  // in the turn under way
  int break_left_ = 0;
  bool undoable_ = false;
};

Speaker other_of(Speaker speaker);

/// The two names with the one first who begins: whoever did not begin `last`. As given when there
/// is no last talk or it was between others.
std::pair<std::string, std::string> starting_order(const Talk* last, std::string one,
                                                   std::string other);

/// What is kept of a talk, whenever it stops: names, turns and seconds.
Talk talk_of(const TurnTimer& timer);

}  // namespace lull
