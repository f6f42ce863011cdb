#include "people/chooser_pages.hpp"

#include "people/chooser_store.hpp"
#include "web/reply.hpp"

#include <boost/json.hpp>

namespace toguna::people {

namespace {

ChooserField begun(web::Context const& context, web::FieldFrame frame, Chosen const& chosen, Error const* error, std::string suggestions)
{
    if (error)
        frame.error = web::message_for(error->fields, frame.name, context.language);
    return { std::move(frame), chosen.words, std::move(suggestions), {}, chosen.choice };
}

void show_candidates(ChooserField& field, std::vector<Suggestion> const& candidates)
{
    for (auto const& candidate : candidates)
        field.candidates.push_back({ candidate.id, candidate.name, candidate.note });
}

Result<web::Reply> suggestions(std::vector<Suggestion> const& lines)
{
    boost::json::array list;
    for (auto const& line : lines)
        list.push_back(boost::json::object { { "name", line.name }, { "note", line.note } });
    return web::json(boost::json::serialize(list));
}

Result<web::Reply> show_person_suggestions(web::Request const& request, web::Context& context)
{
    return suggestions(TRY(context.db.read([&](db::Reader const& reader) { return suggest_persons(reader, request.query.get("q"), context.today()); })));
}

Result<web::Reply> show_organization_suggestions(web::Request const& request, web::Context& context)
{
    return suggestions(TRY(context.db.read([&](db::Reader const& reader) { return suggest_organizations(reader, request.query.get("q")); })));
}

} // namespace

std::string ChooserField::candidate_id(web::Option const& candidate) const { return name + "_choice-" + candidate.value; }

Result<ChooserField> person_field(db::Reader const& reader, web::Context const& context, web::FieldFrame frame, Chosen const& chosen, Error const* error)
{
    auto field = begun(context, std::move(frame), chosen, error, "/people/suggest");
    if (error && !chosen.is_empty())
        show_candidates(field, TRY(describe_persons(reader, TRY(match_person(reader, chosen.words)).candidates, context.today())));
    return field;
}

Result<ChooserField> organization_field(db::Reader const& reader, web::Context const& context, web::FieldFrame frame, Chosen const& chosen, Error const* error)
{
    auto field = begun(context, std::move(frame), chosen, error, "/organizations/suggest");
    if (error && !chosen.is_empty())
        show_candidates(field, TRY(describe_organizations(reader, TRY(match_organization(reader, chosen.words)).candidates)));
    return field;
}

std::vector<web::Route> chooser_routes()
{
    return {
        { web::Method::Get, "/people/suggest", show_person_suggestions, web::signed_in() },
        { web::Method::Get, "/organizations/suggest", show_organization_suggestions, web::signed_in() },
    };
}

} // namespace toguna::people
