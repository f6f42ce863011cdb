#pragma once
/// What stands around the tables of a text document: it names them.

#include "formats/table.hpp"

#include <string>
#include <vector>

namespace toguna::formats {

enum class ParagraphRole { Normal, Heading, Title };

/// Collects the paragraphs outside tables in reading order.
class Surroundings {
public:
    /// An empty text is no paragraph.
    void add(std::string text, ParagraphRole role);
    /// A description of the table that starts here: its number, the heading above it, the paragraphs since the table before.
    Table describe_table();
    /// Gives the paragraphs and the title to the file; a title of its properties is kept when no paragraph says one.
    void give_to(ForeignFile& file) &&;

private:
    std::vector<std::string> m_paragraphs;
    std::size_t m_first_since_table = 0;
    std::string m_heading;
    std::string m_title;
    int m_tables = 0;
};

} // namespace toguna::formats
