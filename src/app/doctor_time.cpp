#include <fmt/format.h>

#include <filesystem>

#include "doctor_parts.hpp"
#include "lull/app/config.hpp"
#include "lull/base/error.hpp"
#include "lull/base/known_zone.hpp"
#include "lull/base/utf8.hpp"
#include "lull/base/when.hpp"
#include "lull/base/zone.hpp"

namespace lull {
namespace {

constexpr std::int64_t kSlackSeconds = 300;  // clocks that are set by the network jump this much

bool speaks_utf8(const Environment& environment) {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    if (const auto value = environment.get(name)) {
      const std::string folded = fold(*value);
      return folded.find("utf-8") != std::string::npos || folded.find("utf8") != std::string::npos;
    }
  }
  return false;
}

}  // namespace

void tell_clock(const DoctorScene& scene, const Examination& seen, Findings& findings) {
  if (!seen.newest || seen.newest->seconds <= scene.now.seconds + kSlackSeconds) {
    findings.push_back(
        {"clock", Weight::fine, "The clock stands after all that was written.", "", ""});
    return;
  }
  findings.push_back(
      {"clock", Weight::look,
       fmt::format("The newest row is about a moment {} by this computer's clock.",
                   describe_distance(*seen.newest, scene.now)),
       "The days that are counted now may be too few. What is written stays as it is.",
       "date shows the clock; timedatectl set-ntp true sets it by the network"});
}

void tell_zone(const DoctorScene& scene, Findings& findings) {
  const std::optional<std::string> variable = scene.environment.get("TZ");
  if (variable && !is_known_zone(*variable)) {
    findings.push_back({"zone", Weight::look,
                        fmt::format("TZ is {}, a zone that this system doesn't know: the time is "
                                    "taken as UTC, and no other program says so.",
                                    make_visible_line(*variable)),
                        "Days may begin and end at the wrong hour.",
                        "export TZ=Europe/Berlin (yours), or set time.zone in the config"});
    return;
  }
  std::error_code error;
  if (!variable && !std::filesystem::exists("/etc/localtime", error)) {
    findings.push_back({"zone", Weight::note, "No zone is set on this computer: it is UTC.",
                        "Where you live a day may begin at another hour.",
                        "set time.zone in the config"});
    return;
  }
  findings.push_back({"zone", Weight::fine,
                      fmt::format("The zone is {}.", make_visible_line(ambient_zone().name())), "",
                      ""});
}

void tell_config(const DoctorScene& scene, Findings& findings) {
  try {
    load_settings(scene.config, scene.config_was_named);
  } catch (const Error& error) {
    findings.push_back({"config", Weight::look, std::string(error.what()) + ".",
                        "Other commands stop until it is mended.", error.hint()});
  }
  if (!speaks_utf8(scene.environment)) {
    findings.push_back({"terminal", Weight::note, "The locale is not one of UTF-8.",
                        "Letters with accents may look wrong. They are kept right.",
                        "export LANG=C.UTF-8"});
  }
}

}  // namespace lull
