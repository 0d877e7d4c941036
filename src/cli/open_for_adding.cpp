#include "open_for_adding.hpp"

namespace lull {

Store& open_for_adding(Session& session) {
  if (session.has_store() || session.data_was_named()) return session.store();
  Store& store = session.create_store();
  session.say(
      "A new journal was made, readable by you alone and not locked. lull begin sets up a "
      "quiet period.");
  return store;
}

}  // namespace lull
