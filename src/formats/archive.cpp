#include "formats/archive.hpp"

#include "formats/xml.hpp"

#include <array>

#include <zip.h>

namespace toguna::formats {

namespace {

constexpr zip_int64_t most_parts = 10'000;
/// Deflate cannot exceed 1032:1 and office XML stays under 100:1; only what is also big is worth a refusal.
constexpr zip_uint64_t highest_ratio = 500;
constexpr zip_uint64_t ratio_matters_from = 10 * 1024 * 1024;

std::string folded_part_name(std::string_view name)
{
    std::string folded(name);
    for (auto& character : folded) {
        if (character == '\\')
            character = '/';
        else if (character >= 'A' && character <= 'Z')
            character = static_cast<char>(character - 'A' + 'a');
    }
    return folded;
}

bool climbs_out(std::string_view name)
{
    if (name.starts_with('/') || (name.size() > 1 && name[1] == ':'))
        return true;
    return name == ".." || name.starts_with("../") || name.ends_with("/..") || name.find("/../") != std::string_view::npos;
}

Error damaged_archive(std::string detail)
{
    return { ErrorKind::Invalid,
        tr("This file is incomplete or damaged: it starts like a DOCX, XLSX or ODS file, but it cannot be unpacked. "
           "Download or copy it again, or open it and save it once more."),
        {}, std::move(detail) };
}

Error unpacks_to_too_much(std::size_t limit)
{
    return { ErrorKind::TooLarge,
        tr("This file unpacks to more than {limit} MB, which is more than a document with tables needs. "
           "Copy the table alone into a new file and try again.",
            { { "limit", limit / (1024 * 1024) } }) };
}

} // namespace

void Archive::Close::operator()(zip* archive) const { zip_discard(archive); }

Result<Archive> Archive::open(std::string_view bytes, ReadLimits const& limits)
{
    zip_error_t error;
    zip_error_init(&error);
    auto* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    auto* const handle = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    std::string const detail = handle ? "" : zip_error_strerror(&error);
    zip_error_fini(&error);
    if (!handle) {
        if (source)
            zip_source_free(source);
        return fail(damaged_archive(detail));
    }
    Archive archive(std::unique_ptr<zip, Close>(handle), limits);
    TRY(archive.list_parts());
    return archive;
}

Result<void> Archive::list_parts()
{
    auto const count = zip_get_num_entries(m_zip.get(), 0);
    if (count > most_parts)
        return fail(ErrorKind::TooLarge,
            tr("This file holds {count} parts; a document holds at most {limit}. Copy the table alone into a new file and try again.",
                { { "count", std::int64_t { count } }, { "limit", std::int64_t { most_parts } } }));
    zip_uint64_t announced = 0;
    for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
        zip_stat_t stat;
        if (zip_stat_index(m_zip.get(), index, 0, &stat) != 0 || !(stat.valid & ZIP_STAT_NAME))
            return fail(damaged_archive("no directory entry"));
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
            return fail(ErrorKind::Invalid, tr("This file is protected by a password. Open it, remove the password, save it and try again."));
        auto name = folded_part_name(stat.name);
        if (climbs_out(name))
            return fail(ErrorKind::Invalid,
                tr("This file holds a part named « {name} », which no document has. Open it in Word, Excel or LibreOffice and save it again.",
                    { { "name", stat.name } }));
        auto const size = stat.valid & ZIP_STAT_SIZE ? stat.size : 0;
        announced = size > m_limits.unpacked_bytes - std::min<zip_uint64_t>(announced, m_limits.unpacked_bytes) ? m_limits.unpacked_bytes + 1 : announced + size;
        if (announced > m_limits.unpacked_bytes)
            return fail(unpacks_to_too_much(m_limits.unpacked_bytes));
        if (size > ratio_matters_from && (stat.valid & ZIP_STAT_COMP_SIZE) && size / highest_ratio > stat.comp_size)
            return fail(unpacks_to_too_much(ratio_matters_from));
        m_parts.emplace(std::move(name), index);
    }
    return {};
}

bool Archive::has(std::string_view part) const { return m_parts.contains(folded_part_name(part)); }

bool Archive::has_part_starting(std::string_view beginning) const
{
    auto const first = m_parts.lower_bound(beginning);
    return first != m_parts.end() && first->first.starts_with(beginning);
}

bool Archive::has_part_ending(std::string_view ending) const
{
    for (auto const& [name, index] : m_parts)
        if (name.ends_with(ending))
            return true;
    return false;
}

Result<void> Archive::unpack(std::string_view part, std::function<Result<void>(std::string_view)> const& receive)
{
    auto const found = m_parts.find(folded_part_name(part));
    if (found == m_parts.end())
        return fail(damaged_archive("missing part " + std::string(part)));
    struct CloseFile {
        void operator()(zip_file_t* file) const { zip_fclose(file); }
    };
    std::unique_ptr<zip_file_t, CloseFile> const file(zip_fopen_index(m_zip.get(), found->second, 0));
    if (!file)
        return fail(damaged_archive(zip_strerror(m_zip.get())));
    std::vector<char> piece(128 * 1024);
    std::size_t part_size = 0;
    while (true) {
        auto const length = zip_fread(file.get(), piece.data(), piece.size());
        if (length < 0)
            return fail(damaged_archive("cannot unpack " + std::string(part)));
        if (length == 0)
            return {};
        part_size += static_cast<std::size_t>(length);
        m_unpacked += static_cast<std::size_t>(length);
        // What the directory announces may lie: what comes out is counted too.
        if (part_size > m_limits.part_bytes)
            return fail(unpacks_to_too_much(m_limits.part_bytes));
        if (m_unpacked > m_limits.unpacked_bytes)
            return fail(unpacks_to_too_much(m_limits.unpacked_bytes));
        TRY(receive({ piece.data(), static_cast<std::size_t>(length) }));
    }
}

Result<std::string> Archive::read(std::string_view part)
{
    std::string content;
    TRY(unpack(part, [&](std::string_view piece) -> Result<void> {
        content.append(piece);
        return {};
    }));
    return content;
}

Result<void> Archive::parse(std::string_view part, XmlHandler& handler)
{
    XmlParser parser(handler);
    TRY(unpack(part, [&](std::string_view piece) { return parser.feed(piece); }));
    return parser.finish();
}

Result<void> Archive::parse_if_present(std::string_view part, XmlHandler& handler)
{
    if (!has(part))
        return {};
    return parse(part, handler);
}

} // namespace toguna::formats
