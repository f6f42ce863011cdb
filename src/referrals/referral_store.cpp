#include "referrals/referral_store.hpp"

#include "referrals/referral_queries.hpp"

namespace toguna::referrals {

namespace {

Referral read_referral(db::Row const& row)
{
    Referral referral { .id = row.id<ReferralId>(0), .body = row.id<bodies::BodyId>(1), .kind = referral_kind_from(row.text(2)).value_or(ReferralKind::SupportRequest),
        .year = static_cast<int>(row.integer(3)), .number = static_cast<int>(row.integer(4)), .title = row.string(5), .text = row.string(6), .topic = row.string(7), .origin = row.string(8),
        .area = row.optional_id<geography::AdminAreaId>(9), .partner = row.optional_id<people::OrganizationId>(10), .opened_on = row.date(11),
        .opened_by = row.optional_id<people::PersonId>(12), .responsible = row.optional_id<people::PersonId>(13), .due_on = row.optional_date(14),
        .state = referral_state_from(row.text(15)).value_or(ReferralState::Opened) };
    if (!row.is_null(16))
        referral.within_mandate = row.boolean(16);
    referral.committee = row.optional_id<bodies::BodyId>(17);
    referral.version = row.integer(18);
    return referral;
}

NamedReferral read_named(db::Row const& row)
{
    return { read_referral(row), row.string(19), row.string(20), row.string(21), row.string(22), row.string(23), row.string(24), row.string(25),
        referral_state_from(row.text(26)).value_or(ReferralState::Opened) };
}

Result<void> write_step(db::Transaction& tx, Referral const& referral, ReferralStep step, std::string const& words, std::optional<people::PersonId> const& by, Date day)
{
    TRY(tx.execute(sql::insert_step,
        { { "referral", referral.id }, { "step", name_of(step) }, { "state", name_of(referral.state) }, { "taken_on", day }, { "words", words }, { "person", by } }));
    return {};
}

} // namespace

Result<NamedReferral> find_referral(db::Reader const& db, ReferralId const& id)
{
    if (auto named = TRY(db.first(sql::referral, { { "id", id } }, read_named)))
        return *std::move(named);
    return fail(ErrorKind::NotFound, tr("This followed file does not exist."));
}

Result<std::vector<NamedReferral>> list_referrals(db::Reader const& db, bodies::BodyId const& body, Date day)
{
    return db.all(sql::referrals_of_body, { { "body", body }, { "day", day } }, read_named);
}

Result<std::vector<StepTaken>> steps_of(db::Reader const& db, ReferralId const& id)
{
    return db.all(sql::steps, { { "referral", id } }, [](db::Row const& row) {
        return StepTaken { static_cast<int>(row.integer(0)), referral_step_from(row.text(1)).value_or(ReferralStep::Open), referral_state_from(row.text(2)).value_or(ReferralState::Opened), row.date(3),
            row.string(4), row.string(5) };
    });
}

Result<std::vector<ReferralLink>> links_of(db::Reader const& db, ReferralId const& id)
{
    return db.all(sql::links, { { "referral", id } },
        [](db::Row const& row) { return ReferralLink { link_kind_from(row.text(0)).value_or(LinkKind::Document), row.string(1), row.string(2) }; });
}

Result<std::optional<bodies::BodyId>> committee_of(db::Reader const& db, bodies::BodyId const& body)
{
    return db.first(sql::committee_of, { { "body", body } }, [](db::Row const& row) { return row.id<bodies::BodyId>(0); });
}

Result<Referral> insert_referral(db::Transaction& tx, Referral const& given)
{
    auto referral = TRY(checked(given));
    referral.year = referral.opened_on.year();
    referral.number = static_cast<int>(TRY(tx.number(sql::last_number, { { "body", referral.body }, { "kind", name_of(referral.kind) }, { "year", referral.year } }))) + 1;
    TRY(tx.execute(sql::insert_referral,
        { { "id", referral.id }, { "body", referral.body }, { "kind", name_of(referral.kind) }, { "year", referral.year }, { "number", referral.number }, { "title", referral.title },
            { "text", referral.text }, { "topic", referral.topic }, { "origin", referral.origin }, { "area", referral.area }, { "partner", referral.partner },
            { "opened_on", referral.opened_on }, { "opened_by", referral.opened_by }, { "responsible", referral.responsible }, { "due_on", referral.due_on } }));
    TRY(write_step(tx, referral, ReferralStep::Open, "", referral.opened_by, referral.opened_on));
    return referral;
}

Result<Referral> save_step(db::Transaction& tx, Referral const& referral, ReferralStep step, StepWords const& with, std::optional<people::PersonId> const& by, Date day)
{
    auto const after = TRY(advance(referral, step, with));
    if (TRY(tx.execute(sql::update_referral,
            { { "id", after.id }, { "responsible", after.responsible }, { "due_on", after.due_on }, { "state", name_of(after.state) }, { "within_mandate", after.within_mandate },
                { "committee", after.committee }, { "version", after.version } })) == 0)
        return fail(ErrorKind::Conflict, tr("Somebody took another step while you were reading. Open the page again."));
    TRY(write_step(tx, after, step, with.words, by, day));
    return after;
}

Result<void> insert_link(db::Transaction& tx, ReferralId const& referral, ReferralLink const& given)
{
    auto const link = TRY(checked(given));
    TRY(tx.execute(sql::insert_link, { { "referral", referral }, { "kind", name_of(link.kind) }, { "words", link.words }, { "address", link.address } }));
    return {};
}

} // namespace toguna::referrals
