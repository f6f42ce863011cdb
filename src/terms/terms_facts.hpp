#pragma once
/// What terms of reference say of one body, read once: change the agency, and every paragraph follows (S0-2).

#include "base/date.hpp"
#include "bodies/commitment.hpp"
#include "bodies/mandate.hpp"
#include "terms/place.hpp"
#include "web/localization.hpp"

#include <functional>
#include <optional>

namespace toguna::terms {

struct Party {
    std::string name = {};
    std::string acronym = {};
};

/// A title of the reference library as it is cited.
struct CitedNorm {
    std::string title;
    std::string issuer;
    std::string edition; ///< « révisé en juillet 2015 », or empty
};

/// A line of the engagement form.
struct PromisedCommitment {
    bodies::CommitmentSubject subject = bodies::CommitmentSubject::Other;
    std::string text;
};

/// Empty means unknown.
struct TermsFacts {
    std::string body_name = {};
    std::string body_name_english = {}; ///< an English alias, where there is one
    std::string body_acronym = {};
    std::string sector = {};
    Text level = {};                    ///< an adjective: « national »
    std::vector<std::string> areas = {};
    std::string country_french = {};
    std::string country_english = {};
    std::string counterpart = {};
    std::string parent_name = {};
    std::string mandate = {};
    std::string objectives = {};
    std::optional<Party> lead_agency = {};
    std::string coordinator = {};
    std::optional<Party> co_agency = {};
    std::string co_coordinator = {};
    std::optional<int> time_share = {}; ///< percent
    std::optional<Date> signed_on = {};
    std::optional<Date> valid_until = {};
    std::optional<CitedNorm> norm = {};
    std::vector<PromisedCommitment> commitments = {};      ///< of the letter; empty: those that letters usually hold
    std::vector<std::string> lead_commitments = {};        ///< of the other side (S0-29)
    std::vector<std::string> functions = {};
    std::vector<std::string> members = {};
    std::map<std::string, std::string, std::less<>> details = {}; ///< typed places by code; lists have an item a line
};

/// The values of a template written in the language of `words`. The sector is the rest of the name when nobody said it:
/// « Cluster Nutrition » is about « Nutrition ».
PlaceValues values_of(TermsFacts const& facts, web::Localization const& words);

/// The same facts for a form to be filled by hand: the body stays, the parties, persons and dates go (S0-65).
TermsFacts without_engagement(TermsFacts facts);

} // namespace toguna::terms
