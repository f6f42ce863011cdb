#include "app/demo/member_story.hpp"

#include "app/demo/country.hpp"
#include "bodies/focal_point_store.hpp"
#include "bodies/member_rule_store.hpp"
#include "bodies/membership_store.hpp"
#include "bodies/onboarding_store.hpp"
#include "bodies/participation_store.hpp"
#include "geography/area_store.hpp"
#include "web/localization.hpp"

#include <array>

namespace toguna::app::demo {

namespace {

using enum bodies::ParticipationState;

/// The regions of the country, in the order of `area_of`.
constexpr std::array<std::string_view, 5> regions { "Boukari", "Haut-Sirem", "Lac Dorim", "Plateaux", "Sirémané" };

/// An id that every deed of the story finds again without remembering it.
geography::AdminAreaId area_of(std::size_t region) { return geography::AdminAreaId::trusted("demoregion00000000000000" + std::to_string(region)); }

Result<void> settle_regions(db::Transaction& tx, Date since)
{
    for (std::size_t place = 0; place < regions.size(); ++place) {
        geography::AdminArea area { .id = area_of(place), .country = country().code, .level = 1, .name = std::string(regions[place]), .validity = Period::since(since), .edition = "démonstration" };
        TRY(geography::insert_area(tx, area));
    }
    return {};
}

void tell_rules(Story& story, Settlers const& settlers)
{
    auto const day = at_hour(story.today().plus_days(-340), 11);
    story.tell(day, "awa-sanou", [&settlers](db::Transaction& tx, actions::Act const&) {
        bodies::MemberRule rule;
        rule.criteria = { 6, 50, 3, 60 };
        rule.quorum = "La moitié des organisations membres, dont la coordination";
        return bodies::save_member_rule(tx, settlers.bodies.at("NUT"), rule);
    });
    story.tell(day, "ingrid-halvarsen", [&settlers](db::Transaction& tx, actions::Act const&) {
        bodies::MemberRule rule { .most_persons = 2, .one_titular = true, .alternate_decides = true };
        rule.quorum = "Deux tiers des partenaires";
        return bodies::save_member_rule(tx, settlers.bodies.at("PTF"), rule);
    });
}

struct Attendance {
    std::string_view organization;
    std::array<bodies::ParticipationState, 6> meetings; ///< the latest first, one a month
    std::array<bodies::ParticipationState, 3> reports;  ///< the latest first
};

constexpr std::array<Attendance, 9> attendance { {
    { "UNICEF", { Present, Present, Present, Present, Present, Present }, { Done, Done, Done } },
    { "DNN", { Present, Excused, Present, Present, Present, Present }, { Done, Done, Late } },
    { "ASP", { Present, Present, Absent, Late, Present, Present }, { Done, Done, Done } },
    { "PAM", { Excused, Present, Present, Present, Absent, Present }, { Done, Late, Done } },
    { "NSF", { Present, Present, Present, Absent, Present, Present }, { Done, Done, Done } },
    { "GRADI", { Absent, Absent, Present, Absent, Absent, Absent }, { Absent, Late, Absent } },
    { "CRT", { Present, Absent, Present, Present, Absent, Present }, { Done, Done, Absent } },
    { "SOLID-T", { Present, Present, Absent, Absent, Present, Absent }, { Late, Late, Done } },
    { "RFD", { Absent, Excused, Absent, Absent, Present, Absent }, { Done, Absent, Absent } },
} };

void tell_participation(Story& story, Settlers const& settlers)
{
    for (std::size_t ago = 0; ago < 6; ++ago) {
        auto const day = working_day(story.today().plus_days(-15 - 30 * static_cast<int>(ago)));
        story.tell(at_hour(day, 16), "clemence-batiano", [&settlers, ago, day](db::Transaction& tx, actions::Act const&) -> Result<void> {
            auto const& body = settlers.bodies.at("NUT");
            for (auto const& one : attendance) {
                auto const& organization = settlers.organizations.at(one.organization);
                TRY(bodies::save_participation(tx, { body, organization, bodies::ParticipationKind::Meeting, day, one.meetings[ago], day }));
                if (ago < one.reports.size())
                    TRY(bodies::save_participation(tx, { body, organization, bodies::ParticipationKind::Report, day.plus_days(-10), one.reports[ago], day }));
            }
            return {};
        });
    }
}

void tell_newcomers(Story& story, Settlers const& settlers)
{
    auto const arrival = story.today().plus_days(-35);
    story.tell(at_hour(arrival, 10), "awa-sanou", [&settlers, arrival](db::Transaction& tx, actions::Act const& act) -> Result<void> {
        auto const& body = settlers.bodies.at("NUT");
        auto const newcomer = settlers.organizations.at("TERRE-VIE");
        auto const candidate = new_id<bodies::MembershipTag>(act.now, act.chance);
        TRY(bodies::insert_membership(tx, { candidate, body, newcomer, {}, bodies::MembershipStatus::Candidate, Period::since(arrival.plus_days(-30)), bodies::MembershipSeat::Titular, "Lettre de demande", {} }));
        TRY(bodies::save_status(tx, candidate, new_id<bodies::MembershipTag>(act.now, act.chance), bodies::MembershipStatus::Member, arrival, "Décision de la réunion mensuelle"));
        TRY(bodies::insert_membership(tx, { new_id<bodies::MembershipTag>(act.now, act.chance), body, settlers.organizations.at("EPT"), {}, bodies::MembershipStatus::Candidate, Period::since(arrival.plus_days(15)), bodies::MembershipSeat::Titular, "Demande reçue par courriel", {} }));
        std::vector<bodies::OnboardingItemId> items;
        for (auto const& text : bodies::standard_onboarding()) {
            items.push_back(new_id<bodies::OnboardingItemTag>(act.now, act.chance));
            TRY(bodies::insert_onboarding_item(tx, { items.back(), body, 1, web::localization("fr")(text) }));
        }
        for (std::size_t place = 0; place < 3; ++place)
            TRY(bodies::insert_onboarding_tick(tx, { items[place], bodies::holder_of(newcomer), arrival.plus_days(static_cast<int>(place)), settlers.persons.at("awa-sanou") }));
        return bodies::save_buddy(tx, body, bodies::holder_of(newcomer), settlers.persons.at("mariama-kontao"));
    });
}

void tell_focal_points(Story& story, Settlers const& settlers)
{
    auto const opened = story.today().plus_days(-60);
    story.tell(at_hour(opened, 9), "awa-sanou", [&settlers, opened](db::Transaction& tx, actions::Act const& act) -> Result<void> {
        TRY(settle_regions(tx, opened.plus_days(-600)));
        return bodies::insert_focal_call(tx, { new_id<bodies::FocalCallTag>(act.now, act.chance), settlers.bodies.at("NUT"), "Un point focal par région, pour relayer les réunions et les rapports", opened, opened.plus_days(90) });
    });
    story.tell(at_hour(opened.plus_days(8), 9), "haoua-tinguiri", [&settlers, opened](db::Transaction& tx, actions::Act const& act) -> Result<void> {
        auto const person = settlers.persons.at("haoua-tinguiri");
        bodies::FocalCandidacy const candidacy { .id = new_id<bodies::FocalCandidacyTag>(act.now, act.chance), .body = settlers.bodies.at("NUT"), .organization = settlers.organizations.at("ASP"), .person = person,
            .areas = { area_of(3) }, .note = "Bureau et deux véhicules sur place", .proposed_on = opened.plus_days(8) };
        TRY(bodies::insert_candidacy(tx, candidacy, person));
        TRY(bodies::confirm_candidacy(tx, candidacy, { area_of(3), 1, person, Period::since(opened.plus_days(20)) }, new_id<bodies::MandateTag>(act.now, act.chance),
            { opened.plus_days(20), "Confirmé en réunion mensuelle", settlers.persons.at("awa-sanou") }));
        return {};
    });
    story.tell(at_hour(opened.plus_days(12), 9), "mariama-kontao", [&settlers, opened](db::Transaction& tx, actions::Act const& act) -> Result<void> {
        bodies::FocalCandidacy candidacy { .id = new_id<bodies::FocalCandidacyTag>(act.now, act.chance), .body = settlers.bodies.at("NUT"), .organization = settlers.organizations.at("NSF"), .person = {},
            .areas = { area_of(0), area_of(1) }, .note = "Boukari ou Haut-Sirem, selon les besoins", .proposed_on = opened.plus_days(12) };
        TRY(bodies::insert_candidacy(tx, candidacy, settlers.persons.at("mariama-kontao")));
        TRY(bodies::save_candidacy_step(tx, candidacy, bodies::CandidacyState::Foreseen, { opened.plus_days(20), "À confirmer avec la direction régionale", settlers.persons.at("awa-sanou") }));
        return {};
    });
}

} // namespace

void tell_members(Story& story, Settlers const& settlers)
{
    tell_rules(story, settlers);
    tell_participation(story, settlers);
    tell_newcomers(story, settlers);
    tell_focal_points(story, settlers);
}

} // namespace toguna::app::demo
