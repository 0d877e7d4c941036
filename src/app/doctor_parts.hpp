#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "lull/app/doctor.hpp"
#include "lull/store/examination.hpp"

namespace lull {

/// "1 row", "3 rows".
std::string counted(std::size_t number, std::string_view noun);

/// Findings about what an examination of the file saw.
void tell_file(const Examination& seen, const std::filesystem::path& journal, Findings& findings);

/// Findings about what the file stands on; each looks at one thing.
void tell_permissions(const DoctorScene& scene, Findings& findings);
void tell_space(const DoctorScene& scene, Findings& findings);
void tell_folder(const DoctorScene& scene, Findings& findings);
void tell_left_files(const DoctorScene& scene, Findings& findings);
void tell_clock(const DoctorScene& scene, const Examination& seen, Findings& findings);
void tell_zone(const DoctorScene& scene, Findings& findings);
void tell_config(const DoctorScene& scene, Findings& findings);

}  // namespace lull
