#pragma once

#include "lull/app/entry_json.hpp"
