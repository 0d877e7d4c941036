#include "lull/cli/descriptor_output.hpp"

#include "lull/base/write_whole.hpp"

namespace lull {

DescriptorOutput::DescriptorOutput(int descriptor) : descriptor_(descriptor) {
  setp(buffer_.data(), buffer_.data() + buffer_.size());
}

bool DescriptorOutput::write(std::string_view text) {
  if (error_ == 0) error_ = write_whole(descriptor_, text);
  return error_ == 0;
}

int DescriptorOutput::sync() {
  const bool is_written = write({pbase(), static_cast<std::size_t>(pptr() - pbase())});
  setp(buffer_.data(), buffer_.data() + buffer_.size());
  return is_written ? 0 : -1;
}

// What fills the buffer anyhow is not copied into it first.
std::streamsize DescriptorOutput::xsputn(const char* text, std::streamsize size) {
  if (size < static_cast<std::streamsize>(buffer_.size()))
    return std::streambuf::xsputn(text, size);
  return sync() == 0 && write({text, static_cast<std::size_t>(size)}) ? size : 0;
}

DescriptorOutput::int_type DescriptorOutput::overflow(int_type character) {
  if (sync() != 0) return traits_type::eof();
  if (!traits_type::eq_int_type(character, traits_type::eof()))
    sputc(traits_type::to_char_type(character));
  return traits_type::not_eof(character);
}

}  // namespace lull
