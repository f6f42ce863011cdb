#include "app/archive_file.hpp"

#include "base/hash.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>
#include <zip.h>

#include <array>
#include <filesystem>
#include <fstream>

namespace toguna::app {

namespace {

namespace files = std::filesystem;

constexpr auto manifest_name = "manifest.json";

tl::unexpected<Error> cannot_write(std::string const& path, std::string detail)
{
    return fail(ErrorKind::Unavailable, tr("{path} cannot be written. Check the free space and the rights of the folder.", { { "path", path } }), std::move(detail));
}

Result<std::string> checksum_of(std::string const& path)
{
    std::ifstream file(path, std::ios::binary);
    Blake2b hash;
    std::array<char, 1 << 16> piece;
    while (file.read(piece.data(), piece.size()) || file.gcount() > 0)
        hash.add({ piece.data(), static_cast<std::size_t>(file.gcount()) });
    if (!file.eof())
        return cannot_write(path, "reading back failed");
    return hash.hex();
}

} // namespace

// ── Writing ──────────────────────────────────────────────────────────────────────────────────────────────────────

ArchiveWriter::ArchiveWriter(std::string path, std::string scratch) : m_path(std::move(path)), m_scratch(std::move(scratch)) { }

ArchiveWriter::ArchiveWriter(ArchiveWriter&& other) noexcept
    : m_path(std::move(other.m_path)), m_scratch(std::exchange(other.m_scratch, {})), m_entries(std::move(other.m_entries))
{
}

ArchiveWriter::~ArchiveWriter()
{
    std::error_code ignored;
    if (!m_scratch.empty())
        files::remove_all(m_scratch, ignored);
}

Result<ArchiveWriter> ArchiveWriter::create(std::string const& path)
{
    auto const scratch = path + ".part";
    std::error_code problem;
    files::remove_all(scratch, problem);
    files::create_directories(scratch, problem);
    if (problem)
        return cannot_write(path, problem.message());
    return ArchiveWriter(path, scratch);
}

Result<void> ArchiveWriter::add_file(std::string const& name, std::string const& path)
{
    m_entries[name] = path;
    return {};
}

Result<void> ArchiveWriter::add_text(std::string const& name, std::string const& text)
{
    auto const path = fmt::format("{}/text-{}", m_scratch, m_entries.size());
    std::ofstream file(path, std::ios::binary);
    if (!(file << text << std::flush))
        return cannot_write(m_path, "writing " + name);
    return add_file(name, path);
}

Result<void> ArchiveWriter::finish(std::string const& kind, std::map<std::string, std::string> const& fields)
{
    boost::json::object checksums;
    for (auto const& [name, path] : m_entries)
        checksums[name] = TRY(checksum_of(path));
    boost::json::object manifest { { "format", "toguna-archive-1" }, { "kind", kind } };
    for (auto const& [name, value] : fields)
        manifest[name] = value;
    manifest["checksums"] = std::move(checksums);
    TRY(add_text(manifest_name, boost::json::serialize(manifest) + "\n"));

    auto const temporary = m_scratch + "/archive.zip";
    int code = 0;
    auto* archive = zip_open(temporary.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (!archive)
        return cannot_write(m_path, fmt::format("zip_open: {}", code));
    for (auto const& [name, path] : m_entries)
        if (auto* source = zip_source_file(archive, path.c_str(), 0, -1); !source || zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0) {
            zip_discard(archive);
            return cannot_write(m_path, "adding " + name);
        }
    if (zip_close(archive) != 0) {
        std::string const reason = zip_strerror(archive);
        zip_discard(archive);
        return cannot_write(m_path, reason);
    }
    std::error_code problem;
    files::rename(temporary, m_path, problem);
    if (problem)
        return cannot_write(m_path, problem.message());
    return {};
}

// ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────

ArchiveReader::ArchiveReader(ArchiveReader&&) noexcept = default;
ArchiveReader::~ArchiveReader() = default;

Result<ArchiveReader> ArchiveReader::open(std::string const& path)
{
    auto const refused = [&](std::string detail) {
        return fail(ErrorKind::Invalid, tr("{path} is not a whole Toguna archive: it is another kind of file, or it was cut short or altered. Take another copy.", { { "path", path } }),
            std::move(detail));
    };
    if (!files::exists(path))
        return fail(ErrorKind::NotFound, tr("There is no file {path}.", { { "path", path } }));
    ArchiveReader reader;
    reader.m_path = path;
    int code = 0;
    reader.m_zip = { zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code), [](zip* archive) { zip_discard(archive); } };
    if (!reader.m_zip)
        return refused(fmt::format("zip_open: {}", code));

    std::string text;
    if (auto read = reader.each_piece(manifest_name, [&](std::string_view piece) -> Result<void> { text += piece; return {}; }); !read)
        return refused("no manifest");
    boost::system::error_code problem;
    auto const manifest = boost::json::parse(text, problem);
    if (problem || !manifest.is_object() || !manifest.as_object().contains("checksums") || !manifest.at("checksums").is_object())
        return refused("manifest unreadable");
    for (auto const& [name, value] : manifest.as_object())
        if (value.is_string())
            reader.m_fields[std::string(name)] = std::string(value.as_string());
    if (reader.m_fields["format"] != "toguna-archive-1")
        return refused("format " + reader.m_fields["format"]);
    reader.m_kind = reader.m_fields["kind"];
    for (auto const& [name, value] : manifest.at("checksums").as_object())
        reader.m_checksums[std::string(name)] = value.is_string() ? std::string(value.as_string()) : std::string();
    if (auto sound = reader.check(); !sound)
        return refused(sound.error().detail);
    return reader;
}

Result<void> ArchiveReader::check() const
{
    for (auto const& [name, expected] : m_checksums) {
        // An entry is never written outside the folder it is restored to.
        if (name.starts_with('/') || name.find("..") != std::string::npos)
            return fail(ErrorKind::Invalid, {}, "entry name " + name);
        Blake2b hash;
        TRY(each_piece(name, [&](std::string_view piece) -> Result<void> { hash.add(piece); return {}; }));
        if (hash.hex() != expected)
            return fail(ErrorKind::Invalid, {}, "checksum of " + name);
    }
    return {};
}

Result<void> ArchiveReader::each_piece(std::string const& name, std::function<Result<void>(std::string_view)> const& visit) const
{
    auto const close = [](zip_file_t* file) { zip_fclose(file); };
    std::unique_ptr<zip_file_t, decltype(close)> file(zip_fopen(m_zip.get(), name.c_str(), 0), close);
    if (!file)
        return fail(ErrorKind::Invalid, tr("{path} is not a whole Toguna archive: it is another kind of file, or it was cut short or altered. Take another copy.", { { "path", m_path } }),
            "missing entry " + name);
    std::array<char, 1 << 16> piece;
    zip_int64_t count = 0;
    while ((count = zip_fread(file.get(), piece.data(), piece.size())) > 0)
        TRY(visit({ piece.data(), static_cast<std::size_t>(count) }));
    if (count < 0)
        return fail(ErrorKind::Invalid, {}, "entry cannot be read: " + name);
    return {};
}

Result<void> ArchiveReader::extract(std::string const& name, std::string const& path) const
{
    std::error_code problem;
    files::create_directories(files::path(path).parent_path(), problem);
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    TRY(each_piece(name, [&](std::string_view piece) -> Result<void> {
        if (!out.write(piece.data(), static_cast<std::streamsize>(piece.size())))
            return cannot_write(path, "extracting " + name);
        return {};
    }));
    if (!out.flush())
        return cannot_write(path, "extracting " + name);
    return {};
}

Result<void> ArchiveReader::each_line(std::string const& name, std::function<Result<void>(std::string_view)> const& visit) const
{
    std::string rest;
    TRY(each_piece(name, [&](std::string_view piece) -> Result<void> {
        rest += piece;
        std::size_t start = 0;
        for (auto end = rest.find('\n'); end != std::string::npos; end = rest.find('\n', start)) {
            TRY(visit(std::string_view(rest).substr(start, end - start)));
            start = end + 1;
        }
        rest.erase(0, start);
        return {};
    }));
    if (!rest.empty())
        return fail(ErrorKind::Invalid, tr("{path} is not a whole Toguna archive: it is another kind of file, or it was cut short or altered. Take another copy.", { { "path", m_path } }),
            "last line cut in " + name);
    return {};
}

} // namespace toguna::app
