#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace lull {

/// The variables a program was started with, as a value, so that nothing below main reads the
/// process's.
class Environment {
 public:
  Environment() = default;
  explicit Environment(std::map<std::string, std::string, std::less<>> variables)
      : variables_(std::move(variables)) {}

  /// Nothing when the variable is unset or empty: the two mean the same to lull.
  std::optional<std::string> get(std::string_view name) const;
  void set(const std::string& name, const std::string& value) { variables_[name] = value; }
  const std::map<std::string, std::string, std::less<>>& all() const { return variables_; }

 private:
  std::map<std::string, std::string, std::less<>> variables_;
};

/// A copy of the process's own variables.
Environment process_environment();

}  // namespace lull
