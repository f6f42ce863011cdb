#include "geography/area_import_store.hpp"

#include "base/search_text.hpp"
#include "geography/area_names.hpp"
#include "geography/area_queries.hpp"
#include "geography/area_store.hpp"
#include "geography/import_queries.hpp"
#include "geography/store.hpp"

#include <boost/json.hpp>

#include <map>

namespace toguna::geography {

namespace {

constexpr auto drafts_last = std::chrono::hours(24 * 30);

/// Writes a plan; knows under which id each area of the file goes on.
class Writer {
public:
    Writer(db::Transaction& tx, AreaImportPlan const& plan, Instant now, Chance& chance) : m_tx(tx), m_plan(plan), m_now(now), m_chance(chance) { }

    Result<void> write()
    {
        // What ends makes room for its code first.
        for (auto const& change : m_plan.changes)
            if (change.change == AreaChange::Retired || change.change == AreaChange::Moved)
                TRY(end(*change.before));
        for (auto const& change : m_plan.changes)
            if (change.before && change.after && change.change != AreaChange::Moved)
                TRY(go_on(change));
            else if (change.after)
                TRY(begin(change));
        return {};
    }

private:
    std::string place(PCode const& code) const { return std::string(place_digits(code, m_plan.country.iso2, m_plan.country.code)); }

    Result<void> end(AdminArea const& before)
    {
        auto area = TRY(find_area(m_tx, before.id));
        area.validity = TRY(Period::from(area.validity.start(), m_plan.valid_from.plus_days(-1)));
        return update_area(m_tx, area);
    }

    Result<void> go_on(PlannedChange const& change)
    {
        m_ids.emplace(place(change.after->code), change.before->id);
        if (change.change == AreaChange::Unchanged)
            return {};
        auto area = TRY(find_area(m_tx, change.before->id));
        area.p_code = change.after->code;
        if (change.change == AreaChange::Renamed)
            rename(area, change.after->name);
        return update_area(m_tx, area);
    }

    /// The former name stays with its last day, unless it was only another spelling, the code itself, or of that very day.
    void rename(AdminArea& area, std::string const& name) const
    {
        bool const was_a_name = name_key(area.name) != name_key(name) && !(area.p_code && name_key(area.name) == name_key(area.p_code->text()));
        if (was_a_name && area.validity.start() < m_plan.valid_from)
            area.other_names.push_back({ area.name, m_plan.valid_from.plus_days(-1) });
        area.name = name;
    }

    Result<void> begin(PlannedChange const& change)
    {
        auto const& read = *change.after;
        AdminArea area { .id = new_id<AdminAreaTag>(m_now, m_chance), .country = m_plan.country.code, .level = read.level, .p_code = read.code, .name = read.name,
            .validity = Period::since(m_plan.valid_from), .edition = m_plan.edition, .replaces = change.replaces };
        for (auto const& other : read.other_names)
            area.other_names.push_back({ other });
        if (read.parent)
            area.parent = TRY(id_of(*read.parent));
        m_ids.emplace(place(read.code), area.id);
        return insert_area(m_tx, area);
    }

    Result<AdminAreaId> id_of(PCode const& code) const
    {
        if (auto const found = m_ids.find(place(code)); found != m_ids.end())
            return found->second;
        return TRY(find_area_by_p_code(m_tx, m_plan.country.code, code.text(), m_plan.valid_from)).id;
    }

    db::Transaction& m_tx;
    AreaImportPlan const& m_plan;
    Instant m_now;
    Chance& m_chance;
    std::map<std::string, AdminAreaId> m_ids;
};

std::string facts_of(AreaImportPlan const& plan, AreaImportSource const& source)
{
    boost::json::object facts { { "country", plan.country.code.text() }, { "edition", plan.edition }, { "valid_from", plan.valid_from.to_iso() }, { "file", source.file_name },
        { "hash", source.file_hash } };
    for (auto const change : { AreaChange::Added, AreaChange::Renamed, AreaChange::Coded, AreaChange::Moved, AreaChange::Retired, AreaChange::Unchanged })
        facts[name_of(change)] = plan.count(change);
    return boost::json::serialize(facts);
}

} // namespace

Result<AreaImportPlan> plan_import(db::Reader const& db, formats::ForeignFile const& foreign, CountryCode const& code, std::optional<Date> valid_from, std::string const& edition)
{
    auto const country = TRY(find_country(db, code));
    auto const file = TRY(read_area_file(foreign, country));
    auto const day = valid_from ? valid_from : file.valid_on;
    if (!day)
        return fail(Error { ErrorKind::Invalid, tr("This file cannot be imported yet."), { { "valid_from", tr("The file does not say since when its areas are valid: give the day.") } }, {} });
    AreaImportOrder const order { *day, tidy(edition) };
    std::vector<AdminArea> existing;
    TRY(db.each(sql::areas_of_country, { { "country", code }, { "day", *day } }, [&](db::Row const& row) { existing.push_back(read_area_row(row)); }));
    return plan_area_import(file, country, order, existing);
}

Result<CountryCode> country_of_file(db::Reader const& db, formats::ForeignFile const& file)
{
    auto const countries = TRY(list_countries(db));
    std::vector<CountryCode> found;
    for (auto const& written : TRY(countries_named(file)))
        for (auto const& country : countries)
            if (auto const key = name_key(written); key == name_key(country.code.text()) || key == name_key(country.iso2))
                found.push_back(country.code);
    if (found.size() == 1)
        return found.front();
    auto const message = found.empty() ? tr("The file does not say which country it is of: choose it.") : tr("The file holds several countries: choose one.");
    return fail(Error { ErrorKind::Invalid, tr("This file cannot be imported yet."), { { "country", message } }, {} });
}

Result<void> write_area_import(db::Transaction& tx, AreaImportPlan const& plan, AreaImportSource const& source, Instant now, Chance& chance)
{
    if (!plan.problems.empty())
        return fail(ErrorKind::Invalid, tr("Rows of this file are refused, so nothing of it was written. Correct the file and load it again."));
    if (plan.changes_nothing())
        return {};
    TRY(Writer(tx, plan, now, chance).write());
    TRY(journal::record_event(tx, source.actor, { "geography.areas_imported", plan.country.code.text(), {}, {}, facts_of(plan, source) }, now, chance));
    return {};
}

Result<void> insert_area_draft(db::Transaction& tx, AreaDraft const& draft, std::string const& account, Instant now)
{
    TRY(tx.execute(sql::delete_old_area_drafts, { { "before", now - drafts_last } }));
    TRY(tx.execute(sql::insert_area_draft,
        { { "id", draft.id }, { "country", draft.country }, { "valid_from", draft.valid_from }, { "edition", draft.edition }, { "file_name", draft.file_name },
            { "file", db::Blob(draft.file.begin(), draft.file.end()) }, { "account", account }, { "now", now } }));
    return {};
}

Result<AreaDraft> find_area_draft(db::Reader const& db, AreaDraftId const& id, std::string const& account)
{
    auto const draft = TRY(db.first(sql::area_draft, { { "id", id }, { "account", account } }, [&](db::Row const& row) {
        auto const bytes = row.blob(4);
        return AreaDraft { id, CountryCode::trusted(row.string(0)), row.date(1), row.string(2), row.string(3), std::string(bytes.begin(), bytes.end()) };
    }));
    if (draft)
        return *draft;
    return fail(ErrorKind::NotFound, tr("This import of areas is no longer there. It was written, thrown away, or is older than 30 days: load the file again."));
}

Result<void> delete_area_draft(db::Transaction& tx, AreaDraftId const& id)
{
    TRY(tx.execute(sql::delete_area_draft, { { "id", id } }));
    return {};
}

} // namespace toguna::geography
