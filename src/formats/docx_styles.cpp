#include "formats/docx_styles.hpp"

#include "formats/tone.hpp"

#include <fmt/format.h>

#include <cctype>

namespace toguna::formats::docx {

namespace {

constexpr std::string_view word_namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Sizes in half points, spaces in twentieths of a point, as OOXML counts.
struct ParagraphStyle {
    std::string_view id;
    std::string_view name; ///< Word's own English names make them its built-in styles, shown in the reader's language
    int size = 20;
    bool bold = false;
    std::uint32_t ink = ToneLook {}.ink;
    int before = 0;
    int after = 0;
    std::string_view paragraph_properties = ""; ///< further ones, after keepNext and before spacing
    int outline_level = -1;
};

constexpr ParagraphStyle paragraph_styles[] = {
    { "Title", "Title", 40, true, title_ink, 0, 60, "<w:keepNext/>" },
    { "Subtitle", "Subtitle", 23, false, quiet_ink, 0, 240, "<w:keepNext/>" },
    { "Heading1", "heading 1", 30, true, title_ink, 320, 120, "<w:keepNext/><w:keepLines/>", 0 },
    { "Heading2", "heading 2", 26, true, title_ink, 260, 100, "<w:keepNext/><w:keepLines/>", 1 },
    { "Heading3", "heading 3", 23, true, title_ink, 220, 80, "<w:keepNext/><w:keepLines/>", 2 },
    { "Heading4", "heading 4", 21, true, quiet_ink, 180, 60, "<w:keepNext/><w:keepLines/>", 3 },
    { "Lead", "Lead", 23, false, title_ink, 0, 160 },
    { "Small", "Small", 17, false, quiet_ink, 0, 80 },
    { "Caption", "caption", 19, true, title_ink, 160, 80, "<w:keepNext/>" },
    { "ListBullet", "List Bullet", 20, false, ToneLook {}.ink, 0, 60, "<w:numPr><w:numId w:val=\"1\"/></w:numPr>" },
    { "ListNumber", "List Number", 20, false, ToneLook {}.ink, 0, 60 },
    { "TableText", "Table Text", 19, false, ToneLook {}.ink, 0, 20 },
    { "TableBullet", "Table Bullet", 19, false, ToneLook {}.ink, 0, 20, "<w:numPr><w:numId w:val=\"2\"/></w:numPr>" },
    { "TableGap", "Table Gap", 12, false, ToneLook {}.ink, 0, 0 },
    { "Header", "header", 16, false, quiet_ink, 0, 0 },
    { "Footer", "footer", 16, false, quiet_ink, 0, 0 },
};

std::string paragraph_style_xml(ParagraphStyle const& style)
{
    auto const outline = style.outline_level < 0 ? "" : fmt::format("<w:outlineLvl w:val=\"{}\"/>", style.outline_level);
    return fmt::format(
        "<w:style w:type=\"paragraph\" w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"Normal\"/>"
        "<w:next w:val=\"{}\"/><w:qFormat/>"
        "<w:pPr>{}<w:spacing w:before=\"{}\" w:after=\"{}\" w:line=\"259\" w:lineRule=\"auto\"/>{}</w:pPr>"
        "<w:rPr>{}<w:color w:val=\"{:06X}\"/><w:sz w:val=\"{}\"/><w:szCs w:val=\"{}\"/></w:rPr></w:style>",
        style.id, style.name, style.outline_level < 0 ? style.id : "Normal", style.paragraph_properties, style.before, style.after,
        outline, style.bold ? "<w:b/><w:bCs/>" : "", style.ink, style.size, style.size);
}

std::string table_style_xml()
{
    std::string borders;
    for (auto const side : { "top", "left", "bottom", "right", "insideH", "insideV" })
        borders += fmt::format("<w:{} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{:06X}\"/>", side, rule_ink);
    return fmt::format(
        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/>"
        "<w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>"
        "<w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
        "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/>"
        "<w:tblPr><w:tblBorders>{}</w:tblBorders><w:tblCellMar><w:top w:w=\"60\" w:type=\"dxa\"/><w:left w:w=\"100\" w:type=\"dxa\"/>"
        "<w:bottom w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"100\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>",
        borders);
}

/// One level: our lists are flat. `text` is "%1." or a bullet; the indents are in twentieths of a point.
std::string abstract_numbering(int id, std::string_view format, std::string_view text, int left, int hanging)
{
    return fmt::format(
        "<w:abstractNum w:abstractNumId=\"{}\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
        "<w:numFmt w:val=\"{}\"/><w:lvlText w:val=\"{}\"/><w:lvlJc w:val=\"left\"/>"
        "<w:pPr><w:ind w:left=\"{}\" w:hanging=\"{}\"/></w:pPr></w:lvl></w:abstractNum>",
        id, format, text, left, hanging);
}

} // namespace

std::string language_tag(std::string_view language)
{
    if (language == "fr")
        return "fr-FR";
    if (language == "en")
        return "en-GB";
    std::string tag(language);
    std::erase_if(tag, [](char character) { return !std::isalnum(static_cast<unsigned char>(character)) && character != '-'; });
    return tag;
}

std::string styles_xml(std::string_view language)
{
    auto xml = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:styles xmlns:w=\"{}\">"
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Calibri\"/>"
        "<w:color w:val=\"{:06X}\"/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/><w:lang w:val=\"{}\" w:eastAsia=\"{}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
        "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>",
        word_namespace, ToneLook {}.ink, language_tag(language), language_tag(language));
    for (auto const& style : paragraph_styles)
        xml += paragraph_style_xml(style);
    return xml + table_style_xml() + "</w:styles>";
}

std::string numbering_xml(int numbered_lists)
{
    auto xml = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:numbering xmlns:w=\"{}\">", word_namespace);
    xml += abstract_numbering(0, "bullet", "•", 360, 260);
    xml += abstract_numbering(1, "bullet", "•", 200, 200);
    xml += abstract_numbering(2, "decimal", "%1.", 400, 360);
    xml += abstract_numbering(3, "bullet", "☐", 420, 320);
    xml += abstract_numbering(4, "bullet", "☒", 420, 320);
    xml += fmt::format("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"0\"/></w:num>", bullet_numbering);
    xml += fmt::format("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/></w:num>", table_bullet_numbering);
    for (int list = 0; list < numbered_lists; ++list)
        xml += fmt::format("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"2\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
            first_list_numbering + list);
    xml += fmt::format("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"3\"/></w:num>", empty_box_numbering);
    xml += fmt::format("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"4\"/></w:num>", ticked_box_numbering);
    return xml + "</w:numbering>";
}

} // namespace toguna::formats::docx
