#include "lull/model/turn_timer.hpp"

#include <algorithm>
#include <cassert>

namespace lull {

TurnTimer::TurnTimer(TalkPlan plan) : plan_(std::move(plan)) { assert(plan_.seconds_per_turn > 0); }

bool TurnTimer::tick(int seconds) {
  assert(seconds >= 0);
  if (phase_ == TalkPhase::on_break) {
    const int passed = std::min(seconds, break_left_);
    break_left_ -= passed;
    return passed > 0 && break_left_ == 0;
  }
  if (phase_ != TalkPhase::speaking) return false;
  spoken_ += std::min(seconds, seconds_left());
  if (seconds_left() > 0) return false;
  close_turn();
  return true;
}

bool TurnTimer::handle(TalkEvent event) {
  switch (event) {
    case TalkEvent::resume:
      return resume();
    case TalkEvent::end_turn:
      return end_turn();
    case TalkEvent::pause:
      return pause();
    case TalkEvent::undo:
      return undo();
    case TalkEvent::stop_for_break:
      return stop_for_break();
    case TalkEvent::quit:
      return quit();
  }
  return false;
}

const std::string& TurnTimer::name_of(Speaker speaker) const {
  return speaker == Speaker::first ? plan_.first_name : plan_.second_name;
}

int TurnTimer::seconds_left() const {
  return phase_ == TalkPhase::on_break ? break_left_ : plan_.seconds_per_turn - spoken_;
}

bool TurnTimer::can_undo() const { return undoable_ && phase_ != TalkPhase::on_break; }

int TurnTimer::turns() const { return turns(Speaker::first) + turns(Speaker::second); }

int TurnTimer::turns(Speaker speaker) const {
  return static_cast<int>(std::count_if(turns_.begin(), turns_.end(), [speaker](const Turn& turn) {
    return turn.speaker == speaker;
  }));
}

int TurnTimer::seconds() const { return seconds(Speaker::first) + seconds(Speaker::second); }

int TurnTimer::seconds(Speaker speaker) const {
  int sum = speaker == speaker_ ? spoken_ : 0;
  for (const Turn& turn : turns_) sum += turn.speaker == speaker ? turn.seconds : 0;
  return sum;
}

bool TurnTimer::resume() {
  if (phase_ == TalkPhase::speaking || phase_ == TalkPhase::over) return false;
  phase_ = TalkPhase::speaking;
  return true;
}

bool TurnTimer::pause() {
  if (phase_ != TalkPhase::speaking) return false;
  phase_ = TalkPhase::paused;
  return true;
}

bool TurnTimer::stop_for_break() {
  if (phase_ == TalkPhase::ready || phase_ == TalkPhase::on_break || phase_ == TalkPhase::over) {
    return false;
  }
  phase_ = TalkPhase::on_break;
  break_left_ = plan_.break_seconds;
  return true;
}

bool TurnTimer::end_turn() {
  if (phase_ != TalkPhase::speaking && phase_ != TalkPhase::paused) return false;
  close_turn();
  undoable_ = true;
  return true;
}

void TurnTimer::close_turn() {
  turns_.push_back({speaker_, spoken_});
  speaker_ = other_of(speaker_);
  spoken_ = 0;
  undoable_ = false;
  const bool is_last = plan_.turns && turns() >= *plan_.turns;
  phase_ = is_last ? TalkPhase::over : TalkPhase::between_turns;
}

bool TurnTimer::undo() {
  if (!can_undo()) return false;
  speaker_ = turns_.back().speaker;
  spoken_ = turns_.back().seconds;
  turns_.pop_back();
  phase_ = TalkPhase::speaking;
  undoable_ = false;
  return true;
}

bool TurnTimer::quit() {
  if (phase_ == TalkPhase::over) return false;
  if (spoken_ > 0) close_turn();
  phase_ = TalkPhase::over;
  undoable_ = false;
  return true;
}

Speaker other_of(Speaker speaker) {
  return speaker == Speaker::first ? Speaker::second : Speaker::first;
}

std::pair<std::string, std::string> starting_order(const Talk* last, std::string one,
                                                   std::string other) {
  if (last != nullptr && last->first_name == one && last->second_name == other) {
    std::swap(one, other);
  }
  return {std::move(one), std::move(other)};
}

Talk talk_of(const TurnTimer& timer) {
  Talk talk;
  talk.first_name = timer.name_of(Speaker::first);
  talk.second_name = timer.name_of(Speaker::second);
  talk.turns = timer.turns();
  talk.seconds = timer.seconds();
  return talk;
}

}  // namespace lull
