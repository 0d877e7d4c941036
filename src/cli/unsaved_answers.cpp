#include "lull/cli/unsaved_answers.hpp"

#include "signal_watch.hpp"

namespace lull {

UnsavedAnswers::UnsavedAnswers() = default;
UnsavedAnswers::~UnsavedAnswers() = default;

void UnsavedAnswers::add(std::string_view answer) {
  if (!watch_) watch_ = std::make_unique<SignalWatch>();
  if (!text_.empty()) text_ += '\n';
  text_ += answer;
  text_ += '\n';
}

void UnsavedAnswers::saved() {
  any_saved_ = true;
  text_.clear();
  watch_.reset();
}

}  // namespace lull
