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

using Block = std::variant<Heading, Paragraph, List, DocumentTable, PageBreak>;

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

std::string write_pdf(Document const& document);
std::string write_docx(Document const& document);
SafeHtml write_html(Document const& document);

} // namespace toguna::formats
