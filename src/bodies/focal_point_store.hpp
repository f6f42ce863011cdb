#pragma once
/// Calls and candidacies in the database; focal points themselves are mandates.

#include "bodies/focal_point.hpp"
#include "db/database.hpp"

namespace toguna::bodies {

/// An area as a list shows it.
struct NamedArea {
    geography::AdminAreaId id;
    std::string name;
    int level = 1;
};

/// A candidacy with the names a list shows.
struct NamedCandidacy {
    FocalCandidacy candidacy;
    std::string organization_name;
    std::string organization_acronym;
    std::string person_name; ///< empty without a person
    std::vector<NamedArea> areas = {};

    std::string const& organization_short_name() const { return organization_acronym.empty() ? organization_name : organization_acronym; }
};

struct FocalStep {
    CandidacyState state = CandidacyState::Proposed;
    Date taken_on;
    std::string reason;
    std::string by_name; ///< empty when nobody is known
};

/// Latest first.
Result<std::vector<FocalCall>> list_focal_calls(db::Reader const& db, BodyId const& body);
Result<void> insert_focal_call(db::Transaction& tx, FocalCall const& call);

/// Those proposed until the day: open ones first, then the latest; two statements.
Result<std::vector<NamedCandidacy>> list_candidacies(db::Reader const& db, BodyId const& body, Date day);
Result<NamedCandidacy> find_candidacy(db::Reader const& db, FocalCandidacyId const& id);
Result<std::vector<FocalStep>> steps_of(db::Reader const& db, FocalCandidacyId const& id);

/// The candidacy is `checked` first; its first step is written too.
Result<void> insert_candidacy(db::Transaction& tx, FocalCandidacy const& candidacy, std::optional<people::PersonId> const& by);

/// Who took the step, when and why.
struct StepTaken {
    Date day;
    std::string reason = {};
    std::optional<people::PersonId> by = {};
};
/// See advance. Conflict when somebody took another step in between.
Result<FocalCandidacy> save_candidacy_step(db::Transaction& tx, FocalCandidacy const& candidacy, CandidacyState next, StepTaken const& step);
/// Confirms, and inserts the mandate in the same transaction; refused as insert_mandate refuses.
Result<Mandate> confirm_candidacy(db::Transaction& tx, FocalCandidacy const& candidacy, Confirmation const& confirmation, MandateId const& mandate, StepTaken const& step);

} // namespace toguna::bodies
