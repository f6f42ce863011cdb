#pragma once
/// Posts of an organisation and who held them.

#include "people/chooser_pages.hpp"
#include "people/post.hpp"
#include "web/field.hpp"
#include "web/parts.hpp"
#include "web/router.hpp"

namespace toguna::people {

struct PostForm {
    std::string label = {};
    std::string duty_station = {};
    std::string time_share = {};
    std::string version = "1";

    static PostForm decode(web::Request const& request);
    static PostForm encode(Post const& post);
    /// Invalid, field by field.
    Result<Post> post(PostId id, OrganizationId organization) const;
};

struct HolderForm {
    Chosen person = {};
    std::string starts_on = {};

    static HolderForm decode(web::Request const& request);
    /// `person` is what the words resolved to; its refusal joins those of the other fields. An empty day is today.
    Result<PostHolding> holding(PostHoldingId id, PostId post, Result<PersonId> const& person, Date today) const;
};

struct PostFormView {
    std::string action;
    std::string cancel;
    std::string version;
    SafeHtml errors;
    SafeHtml once;
    web::TextField label;
    web::TextField duty_station;
    web::TextField time_share;
};

struct HoldingRow {
    std::string id;
    std::string person;
    std::string person_path;
    std::string period;
    bool is_open = false;
};

struct PostView {
    std::string id;
    web::Definitions definitions;
    std::vector<HoldingRow> rows;
    bool may_edit = false;
    SafeHtml errors;
    SafeHtml once;
    ChooserField person;
    web::TextField starts_on;
};

std::vector<web::Route> post_routes();

} // namespace toguna::people
