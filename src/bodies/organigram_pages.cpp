#include "bodies/organigram_pages.hpp"

#include "bodies/organigram.html.hpp"
#include "bodies/organigram_document.hpp"
#include "bodies/organigram_store.hpp"
#include "bodies/store.hpp"
#include "geography/store.hpp"
#include "people/normalise.hpp"
#include "people/read_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace toguna::bodies {

namespace {

constexpr int most_notes = 5;
constexpr int report_bow = 32;

/// What was asked: a country or what stands below one body, and a day.
struct Asked {
    std::optional<geography::CountryCode> country;
    std::optional<BodyId> body;
    Date day;
    std::string typed_day;
    std::optional<Error> error;
};

/// The countries somebody may look at, and the bodies they may open; administrators: all, without a list.
struct Sight {
    bool everything = false;
    std::set<std::string> countries;
    std::set<std::string> bodies;

    bool may_open(BodyId const& body) const { return everything || bodies.contains(body.text()); }
};

Result<Sight> sight_of(web::Context const& context, db::Reader const& reader)
{
    Sight sight;
    sight.everything = context.visitor->administrator;
    if (sight.everything) {
        for (auto const& body : TRY(list_bodies(reader, { .limit = 1000, .shown = ShownBodies::Current })))
            sight.countries.insert(body.country.text());
        return sight;
    }
    if (auto const person = people::PersonId::parse(context.visitor->person))
        for (auto const& body : TRY(bodies_of_person(reader, *person, context.today()))) {
            sight.countries.insert(body.country.text());
            sight.bodies.insert(body.id.text());
        }
    return sight;
}

Result<Asked> asked_of(web::Request const& request, web::Context const& context, db::Reader const& reader, Sight const& sight)
{
    Asked asked { {}, BodyId::parse(request.query.get("body")), context.today(), people::tidy(request.query.get("on")), {} };
    if (!asked.typed_day.empty()) {
        auto const day = people::read_date(asked.typed_day, asked.day);
        asked.day = day.value_or(asked.day);
        if (!day)
            asked.error = Error { ErrorKind::Invalid, tr("This day cannot be read."), { { "on", people::unreadable_date(asked.typed_day) } }, {} };
    }
    asked.country = asked.body ? std::optional(TRY(find_body(reader, *asked.body)).country) : geography::CountryCode::parse(request.query.get("country"));
    if (!asked.country && !sight.countries.empty())
        asked.country = geography::CountryCode::trusted(*sight.countries.begin());
    if (asked.country && !sight.everything && !sight.countries.contains(asked.country->text()))
        return fail(ErrorKind::Forbidden, tr("You belong to no body of this country today: its organigram is for those who do."));
    return asked;
}

std::vector<std::string> notes_of(StandingBody const& body, web::Localization const& language)
{
    std::vector<std::string> notes;
    if (body.state && !is_active(body.state))
        notes.push_back(language(label_of(*body.state)));
    int count = 0;
    for (auto const& holder : body.holders) {
        bool const is_shown = coordinates(holder.role) || holder.role == MandateRole::LeadAgency;
        if (is_shown && count++ < most_notes)
            notes.push_back(language(tr("{role}: {organization}", { { "role", label_of(holder.role) }, { "organization", holder.name } })));
    }
    return notes;
}

/// Only what stands below one body, however deep.
std::vector<OrganigramBody> below(std::vector<OrganigramBody> const& bodies, BodyId const& root)
{
    std::set<BodyId> inside { root };
    for (std::size_t before = 0; before != inside.size();) {
        before = inside.size();
        for (auto const& body : bodies)
            if (body.parent && inside.contains(*body.parent))
                inside.insert(body.id);
    }
    std::vector<OrganigramBody> chosen;
    std::copy_if(bodies.begin(), bodies.end(), std::back_inserter(chosen), [&](OrganigramBody const& body) { return inside.contains(body.id); });
    return chosen;
}

Result<std::vector<OrganigramBody>> read_bodies(db::Reader const& reader, Asked const& asked, web::Localization const& language)
{
    if (!asked.country)
        return std::vector<OrganigramBody> {};
    std::vector<OrganigramBody> bodies;
    for (auto const& body : TRY(bodies_on(reader, *asked.country, asked.day)))
        bodies.push_back({ body.id, body.name, notes_of(body, language), body.parent, body.reports_to });
    return asked.body ? below(bodies, *asked.body) : bodies;
}

std::string parent_line(OrganigramBox const& parent, OrganigramBox const& child)
{
    int const from_y = parent.y + parent.height / 2;
    int const to_y = child.y + child.height / 2;
    return fmt::format("M{} {}H{}V{}H{}", parent.x + parent.width, from_y, (parent.x + parent.width + child.x) / 2, to_y, child.x);
}

DrawnLine report_line(OrganigramBox const& from, OrganigramBox const& to)
{
    int const from_x = from.x + from.width;
    int const to_x = to.x + to.width;
    int const from_y = from.y + from.height / 2 - 6;
    int const to_y = to.y + to.height / 2 + 6;
    int const bow = std::max(from_x, to_x) + report_bow;
    return { fmt::format("M{} {}C{} {} {} {} {} {}", from_x, from_y, bow, from_y, bow, to_y, to_x + 8, to_y), fmt::format("M{} {}l9 -5v10z", to_x, to_y), true };
}

DrawnBox drawn(OrganigramBox const& box, std::string path)
{
    DrawnBox result { box.x, box.y, box.width, box.height, std::move(path), {} };
    int y = box.y + 22;
    for (auto const& line : box.name_lines) {
        result.lines.push_back({ box.x + 10, y, true, line });
        y += 18;
    }
    for (auto const& line : box.note_lines) {
        result.lines.push_back({ box.x + 10, y - 2, false, line });
        y += 15;
    }
    return result;
}

void write_entry(HtmlWriter& writer, OrganigramBody const& body, std::string const& path, std::string const& reports, web::Localization const& language)
{
    writer.raw("<li>");
    if (path.empty())
        writer.plain(body.name);
    else
        writer.text(web::link(body.name, path));
    for (auto const& note : body.notes) {
        writer.raw("<br><small>");
        writer.plain(note);
        writer.raw("</small>");
    }
    if (!reports.empty()) {
        writer.raw("<br><small>");
        writer.plain(language(tr("reports to: {body}", { { "body", reports } })));
        writer.raw("</small>");
    }
}

/// The same tree as nested lists.
SafeHtml list_of(std::vector<OrganigramBody> const& bodies, Organigram const& organigram, Sight const& sight, web::Localization const& language)
{
    std::string markup;
    HtmlWriter writer(markup);
    int depth = -1;
    for (auto const& box : organigram.boxes) {
        auto const& body = bodies[box.body];
        for (; depth > box.depth; --depth)
            writer.raw("</li></ul>");
        writer.raw(depth < box.depth ? "<ul>" : "</li>");
        depth = box.depth;
        auto const above = body.reports_to ? std::find_if(bodies.begin(), bodies.end(), [&](auto const& other) { return other.id == *body.reports_to; }) : bodies.end();
        write_entry(writer, body, sight.may_open(body.id) ? "/bodies/" + body.id.text() : "", above == bodies.end() ? "" : above->name, language);
    }
    for (; depth >= 0; --depth)
        writer.raw("</li></ul>");
    return SafeHtml::trusted(std::move(markup));
}

void draw(OrganigramView& view, std::vector<OrganigramBody> const& bodies, Sight const& sight, web::Localization const& language)
{
    auto const organigram = lay_out(bodies);
    view.width = organigram.width;
    view.height = organigram.height;
    for (auto const& box : organigram.boxes)
        view.boxes.push_back(drawn(box, sight.may_open(bodies[box.body].id) ? "/bodies/" + bodies[box.body].id.text() : ""));
    for (auto const& link : organigram.links) {
        auto const& from = organigram.boxes[link.from];
        auto const& to = organigram.boxes[link.to];
        view.lines.push_back(link.is_report ? report_line(from, to) : DrawnLine { parent_line(from, to), {}, false });
    }
    view.list = list_of(bodies, organigram, sight, language);
}

Result<std::string> title_of(db::Reader const& reader, Asked const& asked, web::Localization const& language)
{
    if (asked.body)
        return language(tr("Organigram of {body}", { { "body", TRY(find_body(reader, *asked.body)).name } }));
    if (!asked.country)
        return language.t("Organigram");
    return language(tr("Organigram – {country}", { { "country", TRY(geography::find_country(reader, *asked.country)).name(language.language()) } }));
}

std::string query_of(Asked const& asked)
{
    return (asked.body ? "?body=" + asked.body->text() : "?country=" + (asked.country ? asked.country->text() : "")) + "&on=" + asked.day.to_iso();
}

Result<web::Reply> show_organigram(web::Request const& request, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const sight = TRY(sight_of(context, reader));
        auto const asked = TRY(asked_of(request, context, reader, sight));
        auto const bodies = TRY(read_bodies(reader, asked, language));
        OrganigramView view;
        view.errors = asked.error ? web::error_summary(context, *asked.error) : SafeHtml();
        view.title = language(tr("{title}, state on {date}", { { "title", TRY(title_of(reader, asked, language)) }, { "date", asked.day } }));
        view.body = asked.body ? asked.body->text() : "";
        view.whole = asked.body ? "/organigram?country=" + asked.country->text() + "&on=" + asked.day.to_iso() : "";
        if (!asked.body)
            for (auto const& country : TRY(country_options(context, reader)))
                if (sight.countries.contains(country.value) || (asked.country && asked.country->text() == country.value))
                    view.country.options.push_back(country);
        static_cast<web::FieldFrame&>(view.country) = { "country", language.t("Country") };
        view.country.value = asked.country ? asked.country->text() : "";
        view.on = web::date_field({ "on", language.t("As of"), {}, asked.error ? web::message_for(asked.error->fields, "on", language) : "", true }, asked.typed_day, language);
        draw(view, bodies, sight, language);
        view.docx = "/organigram/export.docx" + query_of(asked);
        view.pdf = "/organigram/export.pdf" + query_of(asked);
        web::Page page { view.title, { { language.t("Home"), "/" }, { language.t("Bodies"), "/bodies" } }, "/bodies", html::organigram(view, context.templates()), asked.error.has_value() };
        return web::page(context, std::move(page), asked.error ? 422 : 200);
    });
}

struct Exported {
    formats::Document document;
    std::string name;
};

Result<Exported> exported(web::Request const& request, web::Context const& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<Exported> {
        auto const& language = context.file_language;
        auto const asked = TRY(asked_of(request, context, reader, TRY(sight_of(context, reader))));
        if (asked.error)
            return fail(*asked.error);
        auto const title = TRY(title_of(reader, asked, language));
        return Exported { organigram_document(TRY(read_bodies(reader, asked, language)), { title, asked.day, context.now }, language), title + " " + asked.day.to_iso() };
    });
}

Result<web::Reply> export_docx(web::Request const& request, web::Context& context)
{
    auto const file = TRY(exported(request, context));
    return web::download(formats::write_docx(file.document), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", file.name + ".docx");
}

Result<web::Reply> export_pdf(web::Request const& request, web::Context& context)
{
    auto const file = TRY(exported(request, context));
    return web::download(formats::write_pdf(file.document), "application/pdf", file.name + ".pdf");
}

} // namespace

std::vector<web::Route> organigram_routes()
{
    using enum web::Method;
    return {
        { Get, "/organigram", show_organigram, web::signed_in() },
        { Get, "/organigram/export.docx", export_docx, web::signed_in() },
        { Get, "/organigram/export.pdf", export_pdf, web::signed_in() },
    };
}

} // namespace toguna::bodies
