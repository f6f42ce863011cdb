#include "formats/fuzz/fuzz_input.hpp"

/// Any bytes under the name of a CSV file: recognition, encodings and quotes.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    (void)toguna::formats::read_foreign_file({ reinterpret_cast<char const*>(data), size }, "plan.csv", toguna::formats::fuzz::limits);
    return 0;
}
