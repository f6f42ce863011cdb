#include "formats/fuzz/fuzz_input.hpp"

using namespace toguna::formats;

/// Sheet, shared strings and styles, separated by zero bytes; input that starts like a ZIP is read as it is.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view input(reinterpret_cast<char const*>(data), size);
    if (input.starts_with("PK")) {
        (void)read_foreign_file(input, "plan.xlsx", fuzz::limits);
        return 0;
    }
    constexpr std::string_view workbook = R"(<workbook><sheets><sheet name="Plan" r:id="r1"/></sheets></workbook>)";
    constexpr std::string_view relationships = R"(<Relationships><Relationship Id="r1" Type="/worksheet" Target="s.xml"/>)"
                                               R"(<Relationship Type="/sharedStrings" Target="t.xml"/><Relationship Type="/styles" Target="y.xml"/></Relationships>)";
    auto const sheet = fuzz::next_part(input);
    auto const strings = fuzz::next_part(input);
    auto const styles = fuzz::next_part(input);
    (void)read_foreign_file(fuzz::archive_of({ { "xl/workbook.xml", workbook }, { "xl/_rels/workbook.xml.rels", relationships },
                                { "xl/s.xml", sheet }, { "xl/t.xml", strings }, { "xl/y.xml", styles } }),
        "plan.xlsx", fuzz::limits);
    return 0;
}
