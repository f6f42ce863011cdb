#include "formats/fuzz/fuzz_input.hpp"

using namespace toguna::formats;

/// The content of a sheet and of a text alike; input that starts like a ZIP is read as it is.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const input(reinterpret_cast<char const*>(data), size);
    if (input.starts_with("PK")) {
        (void)read_foreign_file(input, "plan.ods", fuzz::limits);
        return 0;
    }
    for (std::string_view const type : { "application/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.text" })
        (void)read_foreign_file(fuzz::archive_of({ { "mimetype", type }, { "content.xml", input } }), "plan.ods", fuzz::limits);
    return 0;
}
