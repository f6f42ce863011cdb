#include "terms/template_store.hpp"

#include "terms/terms_queries.hpp"
#include "terms/terms_template.hpp"

namespace toguna::terms {

namespace {

TemplateVersion read_version_row(db::Row const& row) { return { row.string(0), row.integer(1), row.string(2), row.string(3), row.instant(4) }; }

TemplateVersion shipped_version(ShippedTemplate const& shipped) { return { std::string(shipped.code), 0, std::string(source_of(shipped)), {} }; }

} // namespace

Result<ShippedTemplate const*> shipped_or_missing(std::string_view code)
{
    auto const* shipped = find_shipped(code);
    if (!shipped)
        return fail(ErrorKind::NotFound, tr("There is no such template."));
    return shipped;
}

Result<TemplateVersion> current_version(db::Reader const& db, ShippedTemplate const& shipped)
{
    auto stored = TRY(db.first(sql::current_template_version, { { "code", shipped.code } }, read_version_row));
    return stored ? std::move(*stored) : shipped_version(shipped);
}

Result<TemplateVersion> find_version(db::Reader const& db, ShippedTemplate const& shipped, std::int64_t version)
{
    if (version == 0)
        return shipped_version(shipped);
    auto stored = TRY(db.first(sql::template_version, { { "code", shipped.code }, { "version", version } }, read_version_row));
    if (!stored)
        return fail(ErrorKind::NotFound, tr("This version of the template does not exist."));
    return std::move(*stored);
}

Result<std::vector<TemplateVersion>> list_versions(db::Reader const& db, std::string_view code)
{
    return db.all(sql::template_versions, { { "code", code } }, read_version_row);
}

Result<TemplateVersion> ensure_version(db::Transaction& tx, ShippedTemplate const& shipped, std::string const& note, Instant now)
{
    auto current = TRY(current_version(tx, shipped));
    if (current.version > 0)
        return current;
    current.version = 1;
    current.note = note;
    current.created = now;
    TRY(tx.execute(sql::insert_template_version, { { "code", shipped.code }, { "version", 1 }, { "source", current.source }, { "note", note }, { "now", now } }));
    return current;
}

Result<std::int64_t> insert_version(db::Transaction& tx, ShippedTemplate const& shipped, std::int64_t seen, std::string const& source, std::string const& note, Instant now)
{
    TRY(parse_template(source, shipped.language));
    auto const current = TRY(current_version(tx, shipped));
    if (current.version != seen)
        return fail(ErrorKind::Conflict, tr("Somebody saved another version of this template while you were writing. Read it, then save again: what you typed is still here."));
    auto const version = current.version + 1;
    TRY(tx.execute(sql::insert_template_version, { { "code", shipped.code }, { "version", version }, { "source", source }, { "note", note }, { "now", now } }));
    return version;
}

} // namespace toguna::terms
