#pragma once

#include <cstdlib>
#include <ctime>
#include <optional>
#include <string>

namespace lull::test {

/// Makes a zone the process's own while it lives; nothing unsets TZ, so that the machine's counts.
class TimeZone {
 public:
  explicit TimeZone(const std::optional<std::string>& name) {
    if (const char* before = std::getenv("TZ")) before_ = before;
    set(name);
  }
  TimeZone(const TimeZone&) = delete;
  TimeZone& operator=(const TimeZone&) = delete;
  ~TimeZone() { set(before_); }

 private:
  static void set(const std::optional<std::string>& name) {
    if (name) {
      setenv("TZ", name->c_str(), 1);
    } else {
      unsetenv("TZ");
    }
    tzset();
  }

  std::optional<std::string> before_;
};

}  // namespace lull::test
