#include "bodies/troika_store.hpp"

#include "bodies/mandate_store.hpp"
#include "bodies/troika_queries.hpp"
#include "people/store.hpp"

namespace toguna::bodies {

namespace {

/// Organisation, name, acronym, type from column `first` on.
TroikaMember read_member(db::Row const& row, int first)
{
    auto acronym = row.string(first + 2);
    return { row.id<people::OrganizationId>(first), acronym.empty() ? row.string(first + 1) : std::move(acronym),
        people::organization_type_from(row.text(first + 3)).value_or(people::OrganizationType::Other) };
}

bool is_seat(MandateRole role)
{
    return role == MandateRole::DonorIncoming || role == MandateRole::DonorLead || role == MandateRole::DonorOutgoing;
}

} // namespace

Result<Troika> troika_on(db::Reader const& db, BodyId const& body, Date day)
{
    Troika troika;
    TRY(db.each(sql::troika_seats, { { "body", body }, { "day", day } }, [&](db::Row const& row) {
        auto const role = mandate_role_from(row.text(0));
        auto& seat = role == MandateRole::DonorLead ? troika.lead : role == MandateRole::DonorIncoming ? troika.incoming : troika.outgoing;
        seat = read_member(row, 1);
    }));
    return troika;
}

Result<std::vector<Mandate>> troika_seats_on(db::Reader const& db, BodyId const& body, Date day)
{
    std::vector<Mandate> seats;
    for (auto const& named : TRY(mandates_on(db, body, day)))
        if (is_seat(named.mandate.role))
            seats.push_back(named.mandate);
    return seats;
}

Result<TroikaMember> troika_member(db::Reader const& db, people::OrganizationId const& id)
{
    auto const organization = TRY(people::find_organization(db, id));
    return TroikaMember { organization.id, organization.short_name(), organization.type };
}

Result<CompositionRule> composition_rule_of(db::Reader const& db, BodyId const& body)
{
    CompositionRule rule;
    TRY(db.each(sql::troika_rule_of, { { "body", body } }, [&](db::Row const& row) {
        if (auto const type = people::organization_type_from(row.text(0)))
            rule.push_back({ *type, static_cast<int>(row.integer(1)) });
    }));
    return rule;
}

Result<void> replace_composition_rule(db::Transaction& tx, BodyId const& body, CompositionRule const& given)
{
    auto const rule = TRY(checked(given));
    TRY(tx.execute(sql::delete_troika_rule, { { "body", body } }));
    for (auto const& minimum : rule)
        TRY(tx.execute(sql::insert_troika_minimum, { { "body", body }, { "organization_type", people::name_of(minimum.type) }, { "minimum", minimum.count } }));
    return {};
}

Result<std::vector<RotationTurn>> rotation_turns_of(db::Reader const& db, BodyId const& body)
{
    return db.all(sql::rotation_turns_of, { { "body", body } }, [](db::Row const& row) {
        return RotationTurn { row.id<RotationTurnId>(0), row.id<BodyId>(1), read_member(row, 2), row.date(6) };
    });
}

Result<void> insert_rotation_turn(db::Transaction& tx, RotationTurn const& turn)
{
    if (TRY(tx.number(sql::count_turns_on, { { "body", turn.body }, { "starts_on", turn.starts_on } })) > 0)
        return fail(ErrorKind::Conflict, tr("Another turn is planned on that day: choose another day, or remove that turn."));
    TRY(tx.execute(sql::insert_rotation_turn, { { "id", turn.id }, { "body", turn.body }, { "organization", turn.entrant.organization }, { "starts_on", turn.starts_on } }));
    return {};
}

Result<void> delete_rotation_turn(db::Transaction& tx, BodyId const& body, RotationTurnId const& id)
{
    if (TRY(tx.execute(sql::delete_rotation_turn, { { "id", id }, { "body", body } })) == 0)
        return fail(ErrorKind::NotFound, tr("This turn does not exist."));
    return {};
}

Result<void> write_rotation(db::Transaction& tx, Rotation const& rotation)
{
    for (auto const& id : rotation.ended)
        TRY(end_mandate(tx, id, rotation.last_day_before));
    for (auto const& mandate : rotation.begun)
        TRY(insert_mandate(tx, mandate));
    return {};
}

} // namespace toguna::bodies
