#include "formats/fuzz/fuzz_input.hpp"

using namespace toguna::formats;

/// Document and styles, separated by a zero byte; input that starts like a ZIP is read as it is.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view input(reinterpret_cast<char const*>(data), size);
    if (input.starts_with("PK")) {
        (void)read_foreign_file(input, "plan.docx", fuzz::limits);
        return 0;
    }
    constexpr std::string_view relationships = R"(<Relationships><Relationship Type="/styles" Target="styles.xml"/></Relationships>)";
    auto const document = fuzz::next_part(input);
    auto const styles = fuzz::next_part(input);
    (void)read_foreign_file(
        fuzz::archive_of({ { "word/document.xml", document }, { "word/_rels/document.xml.rels", relationships }, { "word/styles.xml", styles } }),
        "plan.docx", fuzz::limits);
    return 0;
}
