#include "web/multipart.hpp"

#include <algorithm>
#include <cctype>

namespace toguna::web {

namespace {

tl::unexpected<Error> damaged_upload(std::string detail)
{
    return fail(ErrorKind::Invalid, tr("The form arrived damaged. Go back and send it again."), "multipart: " + std::move(detail));
}

void replace_every(std::string& text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// The last segment, whichever slash the sender's system uses; without control letters.
std::string file_name_only(std::string name)
{
    replace_every(name, "%22", "\"");
    name.erase(0, name.find_last_of("/\\") + 1);
    std::erase_if(name, [](unsigned char letter) { return letter < 0x20 || letter == 0x7f; });
    return is_storable_text(name) ? name : std::string("fichier");
}

std::optional<std::string> header_line(std::string_view header, std::string_view name)
{
    while (!header.empty()) {
        auto const end = std::min(header.find("\r\n"), header.size());
        auto const line = header.substr(0, end);
        header.remove_prefix(std::min(end + 2, header.size()));
        auto const colon = line.find(':');
        if (colon != name.size() || !std::equal(name.begin(), name.end(), line.begin(), [](char expected, char found) {
                return expected == static_cast<char>(std::tolower(static_cast<unsigned char>(found)));
            }))
            continue;
        return std::string(line.substr(colon + 1));
    }
    return {};
}

} // namespace

MultipartParser::MultipartParser(std::string_view boundary, FormLimits limits)
    : m_delimiter("\r\n--" + std::string(boundary))
    , m_limits(limits)
    , m_pending("\r\n") // so that a body that starts with its boundary needs no rule of its own
{
}

Result<void> MultipartParser::feed(std::string_view bytes)
{
    // Large pieces are cut, so that what is pending stays small whatever the size of the upload.
    constexpr std::size_t piece = 64 * 1024;
    while (!bytes.empty()) {
        m_pending.append(bytes.substr(0, piece));
        bytes.remove_prefix(std::min(piece, bytes.size()));
        while (TRY(step())) { }
    }
    return {};
}

Result<MultipartParser::Parts> MultipartParser::finish()
{
    if (m_state != State::End)
        return damaged_upload("the closing boundary never came");
    return std::move(m_parts);
}

Result<bool> MultipartParser::step()
{
    switch (m_state) {
    case State::Preamble:
        return skip_preamble();
    case State::AfterBoundary:
        return read_after_boundary();
    case State::PartHeader:
        return read_part_header();
    case State::PartBody:
        return read_part_body();
    case State::End:
        m_pending.clear(); // an epilogue is allowed and says nothing
        return false;
    }
    return false;
}

Result<bool> MultipartParser::skip_preamble()
{
    auto const at = m_pending.find(m_delimiter);
    if (at == std::string::npos) {
        if (m_pending.size() > m_delimiter.size())
            m_pending.erase(0, m_pending.size() - m_delimiter.size());
        return false;
    }
    m_pending.erase(0, at + m_delimiter.size());
    m_state = State::AfterBoundary;
    return true;
}

Result<bool> MultipartParser::read_after_boundary()
{
    auto const spaces = std::min(m_pending.find_first_not_of(" \t"), m_pending.size());
    if (spaces > 64)
        return damaged_upload("a boundary followed by endless spaces");
    if (m_pending.size() < spaces + 2)
        return false;
    auto const sign = m_pending.substr(spaces, 2);
    if (sign == "\r\n") {
        // The line end stays: a part without any header line is then « CR LF CR LF » like every other header end.
        m_pending.erase(0, spaces);
        m_state = State::PartHeader;
    } else if (sign == "--" && spaces == 0) {
        m_state = State::End;
    } else {
        return damaged_upload("a boundary inside a line");
    }
    return true;
}

Result<bool> MultipartParser::read_part_header()
{
    auto const end = m_pending.find("\r\n\r\n");
    if (std::min(end, m_pending.size()) > m_limits.part_header_bytes)
        return fail(ErrorKind::TooLarge, tr("The form is too large. Send it in several parts."), "multipart: header of a part over the limit");
    if (end == std::string::npos)
        return false;
    TRY(start_part(std::string_view(m_pending).substr(0, end)));
    m_pending.erase(0, end + 4);
    m_state = State::PartBody;
    m_bytes.clear();
    return true;
}

Result<bool> MultipartParser::read_part_body()
{
    auto const at = m_pending.find(m_delimiter);
    if (at == std::string::npos) {
        if (m_pending.size() >= m_delimiter.size()) {
            auto const sure = m_pending.size() - m_delimiter.size() + 1;
            TRY(append_to_part(std::string_view(m_pending).substr(0, sure)));
            m_pending.erase(0, sure);
        }
        return false;
    }
    TRY(append_to_part(std::string_view(m_pending).substr(0, at)));
    m_pending.erase(0, at + m_delimiter.size());
    TRY(end_part());
    m_state = State::AfterBoundary;
    return true;
}

Result<void> MultipartParser::start_part(std::string_view header)
{
    auto const disposition = header_line(header, "content-disposition");
    auto name = disposition ? header_parameter(*disposition, "name") : std::nullopt;
    if (!name)
        return damaged_upload("a part without a name");
    replace_every(*name, "%22", "\"");
    if (!is_storable_text(*name))
        return damaged_upload("a name that is no UTF-8");
    m_name = std::move(*name);
    m_file_name.reset();
    if (auto file_name = header_parameter(*disposition, "filename"))
        m_file_name = file_name_only(std::move(*file_name));
    if (m_parts.fields.pairs().size() >= m_limits.fields || m_parts.files.size() > m_limits.files)
        return fail(ErrorKind::TooLarge, tr("The form is too large. Send it in several parts."), "multipart: too many parts");
    return {};
}

Result<void> MultipartParser::append_to_part(std::string_view bytes)
{
    if (!m_file_name && m_bytes.size() + bytes.size() > m_limits.field_bytes)
        return fail(ErrorKind::TooLarge, tr("The form is too large. Send it in several parts."), "multipart: value of a field over the limit");
    m_bytes.append(bytes);
    return {};
}

Result<void> MultipartParser::end_part()
{
    if (m_file_name) {
        // A file field left empty arrives as a part without name and bytes: no file was chosen.
        if (!m_file_name->empty() || !m_bytes.empty())
            m_parts.files.push_back({ m_name, *m_file_name, std::move(m_bytes) });
        if (m_parts.files.size() > m_limits.files)
            return fail(ErrorKind::TooLarge, tr("At most {count} files can be sent at once.", { { "count", m_limits.files } }), "multipart: too many files");
    } else if (!is_storable_text(m_bytes)) {
        return fail(ErrorKind::Invalid, tr("The form or the address holds letters that cannot be read. Type them again."), "multipart: value of " + m_name);
    } else {
        m_parts.fields.add(m_name, std::move(m_bytes));
    }
    m_bytes = {};
    return {};
}

} // namespace toguna::web
