#include "people/held_data.hpp"

#include <boost/json.hpp>

namespace toguna::people {

namespace {

boost::json::value json_of(std::optional<Date> const& day)
{
    if (day)
        return boost::json::string(day->to_iso());
    return nullptr;
}

formats::DocumentCell cell(std::string text, formats::Tone tone = formats::Tone::None) { return { { { { std::move(text), tone == formats::Tone::Heading } } }, false, tone }; }

formats::DocumentRow row(std::vector<std::string> const& texts, bool header = false)
{
    formats::DocumentRow result { {}, header };
    for (auto const& text : texts)
        result.cells.push_back(cell(text, header ? formats::Tone::Heading : formats::Tone::None));
    return result;
}

} // namespace

std::string held_data_json(HeldData const& data)
{
    auto const& person = data.person;
    boost::json::array details;
    details.push_back(boost::json::object { { "kind", "email" }, { "value", person.email }, { "visibility", name_of(person.email_visibility) }, { "primary", true } });
    details.push_back(boost::json::object { { "kind", "phone" }, { "value", person.phone }, { "visibility", name_of(person.phone_visibility) }, { "primary", true } });
    for (auto const& detail : data.details)
        details.push_back(boost::json::object { { "kind", name_of(detail.kind) }, { "value", detail.value }, { "visibility", name_of(detail.visibility) }, { "primary", false } });
    boost::json::array affiliations;
    for (auto const& affiliation : person.affiliations)
        affiliations.push_back(boost::json::object { { "organization", affiliation.organization_name }, { "function", affiliation.function },
            { "from", affiliation.period.start().to_iso() }, { "until", json_of(affiliation.period.end()) } });
    boost::json::array posts;
    for (auto const& holding : data.posts)
        posts.push_back(boost::json::object { { "post", holding.post_label }, { "organization", holding.organization_name }, { "from", holding.period.start().to_iso() },
            { "until", json_of(holding.period.end()) } });
    return boost::json::serialize(boost::json::object { { "id", person.id.text() }, { "name", person.full_name }, { "language", person.language }, { "languages_spoken", person.spoken },
        { "consented_on", json_of(person.consented_on) }, { "contact_details", details }, { "affiliations", affiliations }, { "posts", posts }, { "references_elsewhere", data.elsewhere } });
}

formats::Document held_data_document(HeldData const& data, std::function<std::string(Text const&)> const& say, std::function<std::string(Date)> const& date, Instant now)
{
    auto const& person = data.person;
    auto const period = [&](Period const& days) { return days.end() ? say(tr("from {start} to {end}", { { "start", days.start() }, { "end", *days.end() } })) : say(tr("since {start}", { { "start", days.start() } })); };
    formats::Document document;
    document.title = say(tr("What is kept about {name}", { { "name", person.full_name } }));
    document.created = now;
    document.footer_left = "Toguna";

    auto const add_unless_empty = [&](formats::DocumentTable table) {
        if (table.rows.size() > 1) // more than its headings
            document.blocks.push_back(std::move(table));
    };

    formats::DocumentTable details { { 30, 40, 30 }, { row({ say(tr("Kind")), say(tr("Detail")), say(tr("Who sees it")) }, true) }, say(tr("Contact details")) };
    auto const add = [&](ContactKind kind, std::string const& value, Visibility visibility) {
        if (!value.empty())
            details.rows.push_back(row({ say(label_of(kind)), value, say(label_of(visibility)) }));
    };
    add(ContactKind::Email, person.email, person.email_visibility);
    add(ContactKind::Phone, person.phone, person.phone_visibility);
    for (auto const& detail : data.details)
        add(detail.kind, detail.value, detail.visibility);
    add_unless_empty(std::move(details));
    document.blocks.push_back(formats::Paragraph { { { say(tr("Languages spoken")) + " : " + (person.spoken.empty() ? "–" : person.spoken) } } });
    document.blocks.push_back(formats::Paragraph { { { say(tr("Agreed to be listed on")) + " : " + (person.consented_on ? date(*person.consented_on) : "–") } } });

    formats::DocumentTable affiliations { { 40, 30, 30 }, { row({ say(tr("Organisation")), say(tr("Function")), say(tr("Period")) }, true) }, say(tr("Affiliations")) };
    for (auto const& affiliation : person.affiliations)
        affiliations.rows.push_back(row({ affiliation.organization_name, affiliation.function, period(affiliation.period) }));
    add_unless_empty(std::move(affiliations));
    formats::DocumentTable posts { { 40, 30, 30 }, { row({ say(tr("Post")), say(tr("Organisation")), say(tr("Period")) }, true) }, say(tr("Posts")) };
    for (auto const& holding : data.posts)
        posts.rows.push_back(row({ holding.post_label, holding.organization_name, period(holding.period) }));
    add_unless_empty(std::move(posts));
    document.blocks.push_back(formats::Paragraph { { { say(trn("{count} entry elsewhere refers to this person: memberships, roles, actions, reminders.", "{count} entries elsewhere refer to this person: memberships, roles, actions, reminders.", data.elsewhere)) } } });
    return document;
}

} // namespace toguna::people
