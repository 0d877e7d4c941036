#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "lull/base/environment.hpp"
#include "lull/base/instant.hpp"
#include "lull/model/finding.hpp"
#include "lull/store/vault.hpp"

namespace lull {

/// Which journal is looked at, and what it stands on.
struct DoctorScene {
  std::filesystem::path journal;   ///< lull.db
  std::filesystem::path config;    ///< the config file; may not be there
  bool config_was_named = false;   ///< then it has to be there
  const Environment& environment;  ///< as the program was started
  Instant now;
  SecretKey key{};  ///< opens sealed rows; without it their digests alone are looked at
};

/// Looks at the file, its rows, its folder, and at clock, zone, space and config. Reads only, but
/// for what any opening does: a write that was cut short is taken back. Throws nothing that has to
/// do with the journal: what is wrong is a finding.
Findings look_over(const DoctorScene& scene);

/// What a repair did.
struct Repair {
  std::filesystem::path copy;     ///< of the file as it was before
  std::vector<std::string> done;  ///< sentences; empty when nothing could be mended
};

/// Copies the file beside itself, then mends what needs nobody's judgement: permissions, indexes,
/// revisions without an entry, files left over for an hour or more. A row that is damaged stays as
/// it is. Throws Error; before the copy is on the disk nothing is changed.
Repair repair_journal(const DoctorScene& scene);

}  // namespace lull
