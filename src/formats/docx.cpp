#include "formats/clean_text.hpp"
#include "formats/docx_body.hpp"
#include "formats/docx_styles.hpp"
#include "formats/zip_writer.hpp"

#include <fmt/format.h>

namespace toguna::formats {

namespace {

constexpr std::string_view xml_declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

constexpr std::string_view content_types = R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>)"
    R"(<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>)"
    R"(<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>)"
    R"(<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>)"
    R"(<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>)"
    R"(<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>)"
    R"(<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>)"
    R"(</Types>)";

constexpr std::string_view package_relations = R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>)"
    R"(<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>)"
    R"(</Relationships>)";

constexpr std::string_view document_relations = R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>)"
    R"(<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>)"
    R"(<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>)"
    R"(<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>)"
    R"(<Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>)"
    R"(</Relationships>)";

/// Compatibility mode 15 is Word 2013 and later; without it the file opens in « mode de compatibilité ».
constexpr std::string_view settings = R"(<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
    R"(<w:defaultTabStop w:val="708"/><w:compat>)"
    R"(<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>)"
    R"(</w:compat></w:settings>)";

std::string escaped(std::string_view text)
{
    std::string result;
    for (char const character : office_text(text)) {
        if (character == '&')
            result += "&amp;";
        else if (character == '<')
            result += "&lt;";
        else if (character == '>')
            result += "&gt;";
        else
            result += character;
    }
    return result;
}

std::string core_properties(Document const& document)
{
    auto const instant = document.created.to_iso().substr(0, 19) + "Z"; // without milliseconds, as W3CDTF readers expect
    return fmt::format(R"(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties")"
                       R"( xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/")"
                       R"( xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">)"
                       R"(<dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:creator>{}</dc:creator><dc:language>{}</dc:language>)"
                       R"(<dcterms:created xsi:type="dcterms:W3CDTF">{}</dcterms:created>)"
                       R"(<dcterms:modified xsi:type="dcterms:W3CDTF">{}</dcterms:modified></cp:coreProperties>)",
        escaped(document.title), escaped(document.subtitle), escaped(document.author), docx::language_tag(document.language), instant, instant);
}

std::string part(std::string_view xml) { return std::string(xml_declaration).append(xml); }

} // namespace

std::string write_docx(Document const& document)
{
    auto body = docx::body(document);
    return write_zip({
        { "[Content_Types].xml", part(content_types) },
        { "_rels/.rels", part(package_relations) },
        { "word/document.xml", std::move(body.document_xml) },
        { "word/_rels/document.xml.rels", part(document_relations) },
        { "word/styles.xml", docx::styles_xml(document.language) },
        { "word/numbering.xml", docx::numbering_xml(body.numbered_lists) },
        { "word/settings.xml", part(settings) },
        { "word/header1.xml", docx::header_xml(document) },
        { "word/footer1.xml", docx::footer_xml(document) },
        { "docProps/core.xml", part(core_properties(document)) },
    });
}

} // namespace toguna::formats
