# cmake -DINPUT=... -DOUTPUT=... -DNAME=... -P embed_file.cmake
# Writes a C++ file that holds INPUT as an array of bytes, so that no quoting can ever be wrong.
file(READ ${INPUT} hex HEX)
string(LENGTH "${hex}" digits)
math(EXPR size "${digits} / 2")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)"
                     "\\1\n" bytes "${bytes}")
file(WRITE ${OUTPUT} "#include <string_view>
namespace lull::embedded {
static const unsigned char ${NAME}_bytes[] = {
${bytes}0};
extern const std::string_view ${NAME};
const std::string_view ${NAME}{reinterpret_cast<const char*>(${NAME}_bytes), ${size}};
}  // namespace lull::embedded
")
