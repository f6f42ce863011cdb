#pragma once
/// One document model, three writers: the same blocks become a page, a PDF and a DOCX with the same words and figures.

#include "base/result.hpp"
#include "base/html.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace toguna::formats {

/// Text with emphasis. Already in the reader's language.
struct Run {
    std::string text;
    bool bold = false;
    bool italic = false;
};
using Inline = std::vector<Run>;

struct Heading {
    int level = 1; ///< 1–4
    std::string text;
};
struct Paragraph {
    Inline runs;
    enum class Style { Normal, Lead, Small } style = Style::Normal;
};
struct List {
    std::vector<Inline> items;
    bool numbered = false;
    std::vector<bool> ticks = {}; ///< one per item: a box, ticked or empty, stands for the bullet
};
/// « Nom de l’organisation : ……… »: without a value, dots to the margin, for a pen.
struct FormLine {
    std::string label;
    std::string value = {};
};

/// Shading and ink are chosen by meaning, so that each writer keeps them readable in black and white.
enum class Tone { None, Heading, Section, Good, Satisfactory, Unsatisfactory, Weak, Muted };

struct DocumentCell {
    std::vector<Inline> paragraphs; ///< one or several
    bool is_list = false;           ///< paragraphs are list items
    Tone tone = Tone::None;
    int column_span = 1;
    int row_span = 1; ///< the covered places of later rows are left out of those rows
    enum class Align { Start, Center, End } align = Align::Start;
};
struct DocumentRow {
    std::vector<DocumentCell> cells;
    bool header = false; ///< repeated at the top of each page
};
struct DocumentTable {
    std::vector<double> widths; ///< shares of the text width, one per column
    std::vector<DocumentRow> rows;
    std::string caption;
};
struct PageBreak { };

using Block = std::variant<Heading, Paragraph, List, FormLine, DocumentTable, PageBreak>;

struct Document {
    std::string title;
    std::string subtitle;
    std::string language = "fr";
    std::string author;
    std::string header_left;  ///< small, on each page
    std::string footer_left;  ///< « Toguna · état au 23 novembre 2026 »; page n / N is added by the writers
    std::string page_word = "Page"; ///< translated by the caller
    bool landscape = false;
    Instant created;          ///< the only time inside the file: same input, same bytes
    std::vector<Block> blocks;
};

/// Text that a format cannot hold (control characters, broken UTF-8) is dropped or replaced; widths give way to long words;
/// spans beyond a table are clipped. Throws only when memory is exhausted.

/// A4, tagged, with its language; set in DejaVu Sans.
std::string write_pdf(Document const& document);

/// A4 with Word's built-in styles, so that the reader's own template can restyle it.
std::string write_docx(Document const& document);

/// A fragment for a page that shows the title as its h1: headings start at h2. Looks are classes of the style sheet: tone-good …,
/// align-center, align-end, lead, small, width-5 … width-100 on col, page-break, form-line with its blank, ticks on ul.
SafeHtml write_html(Document const& document);

} // namespace toguna::formats
