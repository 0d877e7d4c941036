#include "not_sealed.hpp"

#include <fmt/format.h>

namespace lull {

void say_not_sealed(std::string_view what, Session& session) {
  if (!session.store().lock()) return;
  session.say(fmt::format("{} is not sealed: whoever has it can read it.", what));
}

}  // namespace lull
