#pragma once
/// Who of a list is known already, who is new, and where a person must decide.

#include "contacts/contact_list.hpp"
#include "contacts/directory.hpp"

#include <map>
#include <variant>

namespace toguna::contacts {

/// What a person said about a row or an organisation of the draft; kept with it.
struct Decision {
    enum class Kind { New, Existing, LeaveOut, Done } kind = Kind::New; ///< Done: saved before
    std::string target = {}; ///< id of the person or organisation
    bool operator==(Decision const&) const = default;
};
std::string to_text(Decision const& decision); ///< "new", "existing:0abc…", "leave_out", "done"
std::optional<Decision> decision_from(std::string_view text);

/// By key of the row, or "organization:" and the key of the organisation.
using Decisions = std::map<std::string, Decision>;
std::string decision_key(ListedOrganization const& organization);

enum class Standing { Existing, New, Undecided, LeftOut, Done };

/// One row and what becomes of it.
struct PersonOutcome {
    ContactRow const* row = nullptr;
    Standing standing = Standing::New;
    std::optional<people::PersonId> person = {};
    std::vector<people::PersonId> candidates = {};
    Text reason = {};          ///< why it is not certain
    bool waits = false;        ///< certain itself, but its organisation is not
};

struct OrganizationOutcome {
    ListedOrganization const* listed = nullptr;
    Standing standing = Standing::New;
    std::optional<people::OrganizationId> organization = {};
    std::vector<people::OrganizationId> candidates = {};
};

struct Outcomes {
    std::vector<PersonOutcome> people;
    std::vector<OrganizationOutcome> organizations;

    std::size_t count(Standing standing) const; ///< of people
    std::size_t undecided() const;              ///< people and organisations
    std::size_t ready() const;                  ///< people who can be saved now
    OrganizationOutcome const* find(std::string_view organization_key) const;
};

/// The same words in any order are the same person when organisation or address agree or nothing contradicts; the same address
/// with a word of the name too. Everything else that resembles waits for a person (S2-15). Organisations by any name (S2-16, S2-17).
Outcomes match(ContactList const& list, Directory const& directory, Decisions const& decisions);

} // namespace toguna::contacts
