#include "people/chooser_store.hpp"

#include "people/chooser_queries.hpp"
#include "people/normalise.hpp"
#include "people/person_store.hpp"
#include "people/search_patterns.hpp"
#include "people/store.hpp"

#include <algorithm>

namespace toguna::people {

namespace {

/// Enough to hold every namesake; whoever shares a name with more is asked for another word.
constexpr int most_namesakes = 64;

Result<std::vector<PersonName>> persons_with_words(db::Reader const& db, std::string_view words)
{
    if (search_text(words).empty())
        return std::vector<PersonName> {};
    auto const [first, second, third] = search_patterns(words);
    auto names = TRY(db.all(sql::persons_with_words, { { "first", first }, { "second", second }, { "third", third }, { "limit", most_namesakes } },
        [](db::Row const& row) { return PersonName { row.id<PersonId>(0), row.string(1) }; }));
    std::erase_if(names, [&](auto const& name) { return !matches(name.key, words); });
    return names;
}

Result<std::vector<OrganizationId>> organizations_with_words(db::Reader const& db, std::string_view words)
{
    if (search_text(words).empty())
        return std::vector<OrganizationId> {};
    auto const [first, second, third] = search_patterns(words);
    return db.all(sql::organizations_with_words,
        { { "first", first }, { "second", second }, { "third", third }, { "start", search_text(words) + "%" }, { "limit", most_candidates } },
        [](db::Row const& row) { return row.id<OrganizationId>(0); });
}

template<class IdType>
void add_candidates(Match<IdType>& match, std::vector<IdType> const& ids)
{
    for (auto const& id : ids)
        if (match.candidates.size() < most_candidates && std::find(match.candidates.begin(), match.candidates.end(), id) == match.candidates.end())
            match.candidates.push_back(id);
}

template<class IdType>
Result<IdType> decide(Chooses what, Chosen const& chosen, Match<IdType> const& match, std::string_view field)
{
    if (auto const id = decided_by(chosen, match))
        return *id;
    return fail(undecided(what, chosen, match.candidates.size(), field));
}

template<class IdType>
Result<std::optional<IdType>> if_typed(db::Reader const& db, Chosen const& chosen, std::string_view field, Result<IdType> (*resolve)(db::Reader const&, Chosen const&, std::string_view))
{
    if (chosen.is_empty())
        return std::optional<IdType> {};
    return std::optional(TRY(resolve(db, chosen, field)));
}

Result<Suggestion> describe_person(db::Reader const& db, PersonId const& id, Date today)
{
    auto line = TRY(db.first(sql::person_line, { { "person", id }, { "today", today } }, [&](db::Row const& row) {
        Suggestion suggestion { id.text(), row.string(0) };
        if (!row.is_null(1))
            suggestion.note = row.text(2).empty() ? row.string(1) : row.string(2);
        if (!row.is_null(3) && !row.text(3).empty())
            suggestion.note += ", " + row.string(3);
        return suggestion;
    }));
    if (!line)
        return fail(ErrorKind::NotFound, tr("This person is not known here."));
    return *std::move(line);
}

} // namespace

Result<PersonMatch> match_person(db::Reader const& db, std::string_view words)
{
    auto const names = TRY(persons_with_words(db, words));
    auto match = recognise_person(names, words);
    if (!match.exact) {
        std::vector<PersonId> ids;
        for (auto const& name : names)
            ids.push_back(name.id);
        add_candidates(match, ids);
    }
    return match;
}

Result<OrganizationMatch> match_organization(db::Reader const& db, std::string_view words)
{
    auto const key = search_text(words);
    if (key.empty())
        return OrganizationMatch {};
    // The usual case — a name as it is known — is one look into the index; only what is in doubt reads all names.
    auto const called = TRY(db.all(sql::organizations_called, { { "key", key } }, [](db::Row const& row) { return row.id<OrganizationId>(0); }));
    if (called.size() == 1)
        return OrganizationMatch { called.front(), {} };
    auto match = TRY(find_organization_by_name(db, words));
    if (!match.exact)
        add_candidates(match, TRY(organizations_with_words(db, words)));
    return match;
}

Result<PersonId> resolve_person(db::Reader const& db, Chosen const& chosen, std::string_view field)
{
    auto match = TRY(match_person(db, chosen.words));
    // Of many namesakes the one that was shown earlier stays chosen, although it is not among the first.
    if (auto const choice = PersonId::parse(chosen.choice); choice && !match.exact) {
        auto const names = TRY(persons_with_words(db, chosen.words));
        if (std::any_of(names.begin(), names.end(), [&](auto const& name) { return name.id == *choice; }))
            return *choice;
    }
    return decide(Chooses::Person, chosen, match, field);
}

Result<OrganizationId> resolve_organization(db::Reader const& db, Chosen const& chosen, std::string_view field)
{
    return decide(Chooses::Organization, chosen, TRY(match_organization(db, chosen.words)), field);
}

Result<std::optional<PersonId>> resolve_optional_person(db::Reader const& db, Chosen const& chosen, std::string_view field)
{
    return if_typed<PersonId>(db, chosen, field, resolve_person);
}

Result<std::optional<OrganizationId>> resolve_optional_organization(db::Reader const& db, Chosen const& chosen, std::string_view field)
{
    return if_typed<OrganizationId>(db, chosen, field, resolve_organization);
}

Result<Chosen> chosen_person(db::Reader const& db, PersonId const& id)
{
    return Chosen { TRY(find_person(db, id)).full_name, id.text() };
}

Result<Chosen> chosen_organization(db::Reader const& db, OrganizationId const& id)
{
    return Chosen { TRY(find_organization(db, id)).name, id.text() };
}

Result<std::vector<Suggestion>> suggest_persons(db::Reader const& db, std::string_view words, Date today)
{
    std::vector<PersonId> ids;
    for (auto const& name : TRY(persons_with_words(db, words)))
        if (ids.size() < most_candidates)
            ids.push_back(name.id);
    return describe_persons(db, ids, today);
}

Result<std::vector<Suggestion>> suggest_organizations(db::Reader const& db, std::string_view words)
{
    return describe_organizations(db, TRY(organizations_with_words(db, words)));
}

Result<std::vector<Suggestion>> describe_persons(db::Reader const& db, std::vector<PersonId> const& ids, Date today)
{
    std::vector<Suggestion> lines;
    for (auto const& id : ids)
        lines.push_back(TRY(describe_person(db, id, today)));
    return lines;
}

Result<std::vector<Suggestion>> describe_organizations(db::Reader const& db, std::vector<OrganizationId> const& ids)
{
    std::vector<Suggestion> lines;
    for (auto const& id : ids) {
        auto line = TRY(db.first(sql::organization_line, { { "organization", id } }, [&](db::Row const& row) { return Suggestion { id.text(), row.string(0), row.string(1) }; }));
        if (!line)
            return fail(ErrorKind::NotFound, tr("This organisation does not exist."));
        lines.push_back(*std::move(line));
    }
    return lines;
}

} // namespace toguna::people
