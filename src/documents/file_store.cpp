#include "documents/file_store.hpp"

#include "documents/file_queries.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace toguna::documents {

namespace {

constexpr std::size_t piece_size = 1024 * 1024;

StoredFile read_file(db::Row const& row)
{
    return { row.id<FileId>(0), row.string(1), file_kind_from(row.text(2)).value_or(FileKind::Pdf), row.integer(3), row.string(4), row.string(5), row.instant(6) };
}

std::string facts_of(StoredFile const& file)
{
    return boost::json::serialize(boost::json::object { { "name", file.name }, { "size", file.size }, { "sha256", file.sha256 } });
}

} // namespace

Result<StoredFile> insert_file(db::Transaction& tx, AcceptedFile const& file, std::string const& body, journal::Actor const& actor, Instant now, Chance& chance)
{
    StoredFile const stored { new_id<FileTag>(now, chance), file.name, file.kind, static_cast<std::int64_t>(file.bytes.size()), sha256_hex(file.bytes), actor.person, now };
    TRY(tx.execute(sql::insert_file, { { "id", stored.id }, { "name", stored.name }, { "kind", name_of(stored.kind) }, { "size", stored.size },
        { "sha256", stored.sha256 }, { "added_by", stored.added_by }, { "now", now } }));
    int position = 0;
    for (std::size_t at = 0; at < file.bytes.size(); at += piece_size) {
        auto const piece = std::string_view(file.bytes).substr(at, piece_size);
        TRY(tx.execute(sql::insert_file_piece, { { "file", stored.id }, { "position", position++ }, { "bytes", db::Blob(piece.begin(), piece.end()) } }));
    }
    TRY(journal::record_event(tx, actor, { "documents.file_added", stored.id.text(), body, {}, facts_of(stored) }, now, chance));
    return stored;
}

Result<StoredFile> find_file(db::Reader const& db, FileId const& id)
{
    if (auto file = TRY(db.first(sql::file, { { "id", id } }, read_file)))
        return *std::move(file);
    return fail(ErrorKind::NotFound, tr("This file does not exist."));
}

Result<std::string> read_bytes(db::Reader const& db, StoredFile const& file)
{
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(file.size));
    TRY(db.each(sql::file_pieces, { { "id", file.id } }, [&](db::Row const& row) {
        auto const piece = row.blob(0);
        bytes.append(piece.begin(), piece.end());
    }));
    if (sha256_hex(bytes) != file.sha256)
        return fail(ErrorKind::Internal, tr("This file is no longer what was kept, so it is not handed out. Ask the administrator for the backup."), "hash differs: " + file.id.text());
    return bytes;
}

} // namespace toguna::documents
