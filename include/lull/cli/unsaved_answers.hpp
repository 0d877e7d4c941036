#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace lull {

class SignalWatch;

/// What was answered in the person's own words while a command asks, until the command has saved
/// it. As long as there is any, no signal ends the program.
class UnsavedAnswers {
 public:
  UnsavedAnswers();
  UnsavedAnswers(const UnsavedAnswers&) = delete;
  UnsavedAnswers& operator=(const UnsavedAnswers&) = delete;
  ~UnsavedAnswers();

  void add(std::string_view answer);
  /// They, or whatever else the command was told so far, are saved.
  void saved();
  /// Whether anything was.
  bool any_saved() const { return any_saved_; }
  /// A paragraph for each answer; empty when there is none.
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  bool any_saved_ = false;
  std::unique_ptr<SignalWatch> watch_;
};

}  // namespace lull
