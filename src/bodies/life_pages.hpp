#pragma once
/// What the page of a body's life shows.

#include "bodies/life_store.hpp"
#include "bodies/pages.hpp"
#include "bodies/profile.hpp"

namespace toguna::bodies {

/// The life of one body, with what its reviews are counted by.
struct LifeFacts {
    std::vector<LifeEvent> events;
    std::vector<SignOfLife> activities;
    std::optional<Crisis> crisis;

    std::optional<LifeState> state(Date day) const { return state_on(events, day); }
    std::vector<Review> reviews(BodyKind kind, Date today) const { return reviews_due(kind, events, activities, crisis ? &*crisis : nullptr, today); }
};
Result<LifeFacts> read_life(db::Reader const& db, BodyProfile const& profile);

/// « activé », with its shape and colour; without a word when nothing is known.
web::Tag state_tag(std::optional<LifeState> state, web::Localization const& language);

struct LifeRow {
    std::string id;
    std::string day;
    web::Tag state;
    std::string reason;
    SafeHtml decision;
    bool may_withdraw = false;
};
struct ReviewRow {
    std::string review;
    std::string due;
    std::string rule;
    bool is_late = false;
};
struct ActivityRow {
    std::string day;
    std::string kind;
    std::string words;
};
struct LifeView {
    std::string id;
    Rooms rooms;
    SafeHtml errors;
    web::Tag today;
    std::string continued_by; ///< path of the body that continues this one, or empty
    std::string continued_name;
    std::string rest_proposal;
    std::vector<LifeRow> steps;
    std::vector<ReviewRow> reviews;
    std::vector<ActivityRow> activities;
    bool may_edit = false;
    SafeHtml once;
    web::SelectField state;
    web::TextField day;
    web::TextArea reason;
    web::TextField decision;
    web::TextField link;
    web::SelectField kind;
    web::TextField activity_day;
    web::TextField words;
};

} // namespace toguna::bodies
