#pragma once
/// A ZIP file with a manifest of checksums: what `backup` and `export` write and `restore` and `import` trust only after checking.

#include "base/result.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

struct zip;

namespace toguna::app {

/// Writes beside the target and renames at the end: there is never half an archive under the final name.
class ArchiveWriter {
public:
    static Result<ArchiveWriter> create(std::string const& path);
    ArchiveWriter(ArchiveWriter&&) noexcept;
    ~ArchiveWriter(); ///< without `finish`, nothing is left behind

    /// Entries are read from the disk when the archive is finished.
    Result<void> add_file(std::string const& name, std::string const& path);
    Result<void> add_text(std::string const& name, std::string const& text);
    /// Adds manifest.json: `fields` (JSON object text without the checksums) and the BLAKE2b of every entry.
    Result<void> finish(std::string const& kind, std::map<std::string, std::string> const& fields);
    /// A directory for files that exist only until `finish`.
    std::string const& scratch() const { return m_scratch; }

private:
    ArchiveWriter(std::string path, std::string scratch);
    std::string m_path;
    std::string m_scratch;
    std::map<std::string, std::string> m_entries; ///< name in the archive → file on disk
};

/// Opens an archive of ours and checks every entry against the manifest before anything is used.
class ArchiveReader {
public:
    /// Invalid, with what was found and what was expected, for any other file, a truncated or altered one.
    static Result<ArchiveReader> open(std::string const& path);
    ArchiveReader(ArchiveReader&&) noexcept;
    ~ArchiveReader();

    std::string const& kind() const { return m_kind; }
    std::map<std::string, std::string> const& fields() const { return m_fields; }
    /// Names and checksums, the manifest left out.
    std::map<std::string, std::string> const& entries() const { return m_checksums; }

    Result<void> extract(std::string const& name, std::string const& path) const;
    /// Line by line, however large the entry is.
    Result<void> each_line(std::string const& name, std::function<Result<void>(std::string_view)> const& visit) const;

private:
    ArchiveReader() = default;
    Result<void> each_piece(std::string const& name, std::function<Result<void>(std::string_view)> const& visit) const;
    Result<void> check() const;

    std::string m_path;
    std::unique_ptr<zip, void (*)(zip*)> m_zip { nullptr, nullptr };
    std::string m_kind;
    std::map<std::string, std::string> m_fields;
    std::map<std::string, std::string> m_checksums;
};

} // namespace toguna::app
