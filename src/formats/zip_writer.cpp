#include "formats/zip_writer.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace toguna::formats {

namespace {

struct ZipErrorGuard {
    ZipErrorGuard() { zip_error_init(&error); }
    ~ZipErrorGuard() { zip_error_fini(&error); }
    ZipErrorGuard(ZipErrorGuard const&) = delete;
    ZipErrorGuard& operator=(ZipErrorGuard const&) = delete;

    zip_error_t error {};
};

void demand(bool condition)
{
    if (!condition)
        throw std::runtime_error("The ZIP archive could not be written in memory");
}

void add_entry(zip_t* archive, ZipEntry const& entry)
{
    // DOS date of 1980-01-01: (year - 1980) << 9 | month << 5 | day.
    static constexpr zip_uint16_t first_dos_day = 0 << 9 | 1 << 5 | 1;
    auto* const source = zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
    demand(source != nullptr);
    auto const index = zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0)
        zip_source_free(source);
    demand(index >= 0);
    demand(zip_file_set_dostime(archive, zip_uint64_t(index), 0, first_dos_day, 0) == 0);
}

std::string read_whole(zip_source_t* source)
{
    std::string bytes;
    demand(zip_source_open(source) == 0);
    zip_source_seek(source, 0, SEEK_END);
    bytes.resize(std::size_t(std::max<zip_int64_t>(zip_source_tell(source), 0)));
    zip_source_seek(source, 0, SEEK_SET);
    demand(zip_source_read(source, bytes.data(), bytes.size()) == zip_int64_t(bytes.size()));
    zip_source_close(source);
    return bytes;
}

} // namespace

std::string write_zip(std::vector<ZipEntry> const& entries)
{
    ZipErrorGuard guard;
    std::unique_ptr<zip_source_t, decltype(&zip_source_free)> const source(zip_source_buffer_create(nullptr, 0, 0, &guard.error), zip_source_free);
    demand(source != nullptr);
    zip_source_keep(source.get()); // zip_close gives up one reference; the bytes are read through ours
    std::unique_ptr<zip_t, decltype(&zip_discard)> archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, &guard.error), zip_discard);
    if (!archive)
        zip_source_free(source.get());
    demand(archive != nullptr);
    for (auto const& entry : entries)
        add_entry(archive.get(), entry);
    demand(zip_close(archive.get()) == 0);
    archive.release();
    return read_whole(source.get());
}

} // namespace toguna::formats
