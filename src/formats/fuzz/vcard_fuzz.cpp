#include "formats/fuzz/fuzz_input.hpp"
#include "formats/vcard.hpp"

/// Any bytes as a file of cards; what was read is written and read again.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace toguna::formats;
    auto const cards = read_vcards({ reinterpret_cast<char const*>(data), size }, fuzz::limits);
    if (cards)
        (void)read_vcards(write_vcards(*cards), fuzz::limits);
    return 0;
}
