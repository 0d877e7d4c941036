#pragma once

#include <array>
#include <streambuf>
#include <string_view>

namespace lull {

/// A stream buffer that writes to an open descriptor and remembers why it could not: by the time a
/// stream is found broken, the reason is long overwritten elsewhere.
class DescriptorOutput : public std::streambuf {
 public:
  /// The descriptor stays the caller's.
  explicit DescriptorOutput(int descriptor);

  /// The errno of the first write that failed, 0 for none. Nothing is written after it.
  int error() const { return error_; }

 protected:
  int_type overflow(int_type character) override;
  std::streamsize xsputn(const char* text, std::streamsize size) override;
  int sync() override;

 private:
  bool write(std::string_view text);

  int descriptor_;
  int error_ = 0;
  std::array<char, 16'384> buffer_{};
};

}  // namespace lull
