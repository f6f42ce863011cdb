#pragma once
/// What the pages of focal points show: areas with and without one, the call, the candidacies.

#include "bodies/focal_point.hpp"
#include "bodies/member_pages.hpp"

namespace toguna::bodies {

struct FocalAreaRow {
    std::string name;
    std::string holders;     ///< who is focal point that day; empty: nobody
    std::string candidacies; ///< open ones, with their state
    web::Tag tag;            ///< « Avec point focal », « Sans point focal »
};

struct CandidacyRow {
    std::string path;
    std::string name;
    std::string areas;
    web::Tag state;
    std::string proposed_on;
};

struct FocalPointsView {
    std::string id;
    Rooms rooms;
    Rooms member_rooms;
    SafeHtml errors;
    SafeHtml once;
    web::TextField as_of;
    std::vector<FilterLink> levels;
    std::vector<FilterLink> kinds; ///< all, without, with
    std::string level;             ///< carried on by the form of the day
    std::string kind;
    std::string summary; ///< « Le 3 mars 2026, 3 zones sur 17 ont un point focal »
    std::vector<FocalAreaRow> areas;
    SafeHtml pages;
    std::vector<CandidacyRow> candidacies;
    std::string call;      ///< the open one, with its last day; empty: none
    bool may_propose = false;
    bool may_call = false;
    web::TextArea call_text;
    web::TextField closes_on;
};

struct CandidacyFormView {
    std::string id;
    Rooms rooms;
    SafeHtml errors;
    SafeHtml once;
    people::ChooserField organization;
    people::ChooserField person;
    web::TextArea areas;
    web::TextArea note;
};

struct CandidacyView {
    std::string id;
    std::string candidacy;
    Rooms rooms;
    SafeHtml errors;
    SafeHtml once;
    web::Tag state;
    web::Definitions definitions;
    std::vector<std::string> steps;
    bool may_decide = false;
    web::ChoiceField next;
    web::TextArea reason;
    web::ChoiceField area;
    people::ChooserField person;
    web::TextField starts_on;
    web::TextField ends_on;
};

std::vector<web::Route> focal_point_routes();
std::vector<web::Route> candidacy_routes();

web::Tag tag_of(CandidacyState state, web::Localization const& language);

} // namespace toguna::bodies
