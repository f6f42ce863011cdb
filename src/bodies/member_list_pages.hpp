#pragma once
/// The list of members: what was asked for, its rows, its sheet.

#include "bodies/as_of_forms.hpp"
#include "bodies/member_pages.hpp"
#include "formats/sheet_writer.hpp"

namespace toguna::bodies {

struct MemberListRequest {
    BodyId body;
    AsOf as_of;
    std::optional<MembershipStatus> status = {};
    std::optional<people::OrganizationType> type = {};

    static MemberListRequest decode(web::Request const& request, Date today);
    /// The address of the same list, or of its export with `ending` "/export.xlsx".
    std::string address(std::string const& ending = {}) const;
    std::vector<MemberGroup> chosen_of(std::vector<MemberGroup> const& groups) const;
};

/// The filters, the day and the empty state; rows and rooms are filled in by the handler.
MembersView members_view(Body const& body, MemberListRequest const& asked, std::vector<MemberGroup> const& all, web::Localization const& language);
/// « 12 organisations ou personnes », « État au 3 mars 2026 : 12 organisations ou personnes ».
std::string list_caption(MemberListRequest const& asked, int count, web::Localization const& language);
MemberListRow member_list_row(MemberGroup const& group, ActivityReading const& activity, web::Localization const& language);

/// A row for each membership: organisation, person, seat, status, period, who decides, activity.
formats::Sheet member_sheet(std::vector<MemberGroup> const& groups, ActivityReading const& activity, std::string const& title, web::Localization const& language);

} // namespace toguna::bodies
