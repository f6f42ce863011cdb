#include "formats/fuzz/fuzz_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    (void)toguna::formats::read_pasted_text({ reinterpret_cast<char const*>(data), size });
    return 0;
}
