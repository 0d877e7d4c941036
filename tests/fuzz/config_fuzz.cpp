// Files that a person writes by hand: config, any TOML, and JSON under all imports.
#include "fuzz.hpp"
#include "lull/app/config.hpp"
#include "lull/base/error.hpp"
#include "lull/base/json.hpp"
#include "lull/base/json_writer.hpp"
#include "lull/base/toml.hpp"

using namespace lull;

namespace {

struct Writing {
  JsonWriter& writer;

  void operator()(std::nullptr_t) const { writer.null(); }
  void operator()(const JsonArray& array) const {
    writer.begin_array();
    for (const JsonValue& value : array) std::visit(*this, value.data);
    writer.end_array();
  }
  void operator()(const JsonObject& object) const {
    writer.begin_object();
    for (const auto& [key, value] : object) {
      writer.key(key);
      std::visit(*this, value.data);
    }
    writer.end_object();
  }
  template <class Plain>
  void operator()(const Plain& value) const {
    writer.value(value);
  }
};

std::string written(const JsonValue& value) {
  std::string out;
  JsonWriter writer(out);
  std::visit(Writing{writer}, value.data);
  return out;
}

void read_json_twice(std::string_view text) {
  const std::string once = written(parse_json(text, "file"));
  fuzz::require(written(parse_json(once, "again")) == once, "written JSON reads back the same");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  try {
    switch (bytes.choose(4)) {
      case 0:
        parse_settings(bytes.rest(), "config.toml");
        break;
      case 2:
        parse_toml(bytes.rest(), "file");
        break;
      default:
        read_json_twice(bytes.rest());
    }
  } catch (const Error&) {
    return 0;
  }
  return 0;
}
