#include "formats/pdf_language.hpp"

#include "formats/docx_styles.hpp"

#include <fmt/format.h>

namespace toguna::formats::pdf {

namespace {

/// The text between the last `before` and the next `after`; empty when there is none.
std::string_view last_between(std::string_view text, std::string_view before, std::string_view after)
{
    auto const start = text.rfind(before);
    if (start == std::string_view::npos)
        return {};
    auto const from = start + before.size();
    auto const end = text.find(after, from);
    return end == std::string_view::npos ? std::string_view() : text.substr(from, end - from);
}

} // namespace

std::string with_language(std::string pdf, std::string_view language)
{
    auto const root = std::string(last_between(pdf, "/Root ", " 0 R"));
    auto const info = std::string(last_between(pdf, "/Info ", " 0 R"));
    auto const size = std::string(last_between(pdf, "/Size ", "\n"));
    auto const previous = std::string(last_between(pdf, "startxref\n", "\n"));
    auto const catalogue = std::string(last_between(pdf, fmt::format("\n{} 0 obj\n<<", root), "\nendobj"));
    auto const end = catalogue.rfind(">>");
    if (root.empty() || info.empty() || size.empty() || previous.empty() || end == std::string::npos)
        return pdf;

    if (!pdf.ends_with('\n'))
        pdf += '\n';
    auto const object_at = pdf.size();
    pdf += fmt::format("{} 0 obj\n<<{}   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
        root, catalogue.substr(0, end), docx::language_tag(language));
    auto const references_at = pdf.size();
    pdf += fmt::format("xref\n{} 1\n{:010} 00000 n \ntrailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n   /Prev {}\n>>\nstartxref\n{}\n%%EOF\n",
        root, object_at, size, root, info, previous, references_at);
    return pdf;
}

} // namespace toguna::formats::pdf
