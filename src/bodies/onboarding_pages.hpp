#pragma once
/// What the pages of onboarding show: the new members and the checklist of the body; the ticks of one member.

#include "bodies/membership_store.hpp"
#include "bodies/pages.hpp"
#include "people/chooser_pages.hpp"

namespace toguna::bodies {

struct NewMemberRow {
    std::string path;
    std::string name;
    std::string since;
    std::string buddy;
    std::string done; ///< « 3 sur 8 · 37 % », « n.d. » without a list
};

struct ChecklistRow {
    std::string id;
    std::string text;
    bool may_retire = false;
};

struct OnboardingListView {
    std::string id;
    Rooms rooms;
    Rooms member_rooms;
    SafeHtml errors;
    SafeHtml once;
    bool may_edit = false;
    std::vector<NewMemberRow> rows;
    std::int64_t total = 0;
    SafeHtml pages;
    std::vector<ChecklistRow> items;
    web::TextField text;
};

/// On the page of one member.
struct MemberOnboardingView {
    std::string path; ///< of the form
    std::string heading;
    std::string buddy_name;
    bool may_edit = false;
    SafeHtml once;
    web::ChoiceField items; ///< each with who ticked it and when as its hint
    people::ChooserField buddy;
};

/// The part of a member's page that is about onboarding; empty when the body has no list.
Result<SafeHtml> member_onboarding(db::Reader const& reader, web::Context const& context, Membership const& membership, Date today, people::Chosen const* typed_buddy = nullptr, Error const* error = nullptr);

std::vector<web::Route> onboarding_routes();

} // namespace toguna::bodies
