#include "people/my_data_pages.hpp"

#include "formats/document.hpp"
#include "journal/store.hpp"
#include "people/contact_store.hpp"
#include "people/data_requests.html.hpp"
#include "people/erasure.html.hpp"
#include "people/erasure_store.hpp"
#include "people/held_data.hpp"
#include "people/my_data.html.hpp"
#include "people/normalise.hpp"
#include "people/pages.hpp"
#include "people/person_store.hpp"
#include "people/post_store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <algorithm>

namespace toguna::people {

namespace {

constexpr std::size_t longest_note = 1'000;

Result<HeldData> held_data(db::Reader const& reader, PersonId const& id)
{
    auto person = TRY(find_person(reader, id));
    HeldData data { person, TRY(contact_details_of(reader, person.id)), TRY(holdings_of_person(reader, person.id)), TRY(count_references_elsewhere(reader, person.id)) };
    return data;
}

formats::Document document_of(HeldData const& data, web::Localization const& language, Instant now)
{
    auto document = held_data_document(data, [&](Text const& text) { return language(text); }, [&](Date day) { return language.date(day); }, now);
    document.language = language.language();
    return document;
}

/// The journal must not keep what was asked to be forgotten: only that something was asked.
Result<void> record_own(db::Transaction& tx, web::Context const& context, std::string kind, PersonId const& person)
{
    TRY(journal::record_event(tx, journal::actor_of(context), { std::move(kind), person.text(), {}, {}, {} }, context.now, context.chance));
    return {};
}

Result<web::Reply> show_my_data(web::Request const&, web::Context& context)
{
    auto const id = TRY(visiting_person(context));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const data = TRY(held_data(reader, id));
        MyDataView view { data.person.id.text(), formats::write_html(document_of(data, language, context.now)), web::once_field(context), false, false, {} };
        for (auto const& request : TRY(open_data_requests(reader, data.person.id)))
            (request.kind == DataRequestKind::Erase ? view.has_asked : view.has_left) = true;
        view.note = { { "note", language.t("A word to the administrator"), {}, {}, true } };
        view.note.rows = 2;
        return web::page(context, { language.t("My data"), { { language.t("Home"), "/" } }, {}, html::my_data(view, context.templates()) });
    });
}

Result<web::Reply> download_my_data(web::Request const& request, web::Context& context)
{
    auto const data = TRY(context.db.read([&](db::Reader const& reader) -> Result<HeldData> { return held_data(reader, TRY(visiting_person(context))); }));
    if (request.path.ends_with(".json"))
        return web::download(held_data_json(data), "application/json", "mes-donnees.json");
    return web::download(formats::write_docx(document_of(data, context.file_language, context.now)),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "mes-donnees.docx");
}

Result<web::Reply> leave(web::Request const& request, web::Context& context)
{
    auto const id = TRY(visiting_person(context));
    auto const request_id = context.new_id<DataRequestId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(end_everything(tx, id, context.today()));
            auto const open = TRY(open_data_requests(tx, id));
            if (std::none_of(open.begin(), open.end(), [](auto const& asked) { return asked.kind == DataRequestKind::Left; }))
                TRY(insert_data_request(tx, { request_id, id, DataRequestKind::Left, {}, context.now }));
            TRY(record_own(tx, context, "people.person_left", id));
            return web::see_other("/my-data");
        });
    });
    return web::with_notice(request, context, TRY(saved), tr("Your affiliations and posts end today. The coordination is asked to end your roles."));
}

Result<web::Reply> ask_erasure(web::Request const& request, web::Context& context)
{
    auto const id = TRY(visiting_person(context));
    auto const request_id = context.new_id<DataRequestId>();
    auto const note = tidy(request.form.get("note"));
    if (length_of(note) > longest_note)
        return fail(ErrorKind::Invalid, tr("This is longer than {limit} characters: shorten it.", { { "limit", longest_note } }));
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        auto const open = TRY(open_data_requests(tx, id));
        if (std::none_of(open.begin(), open.end(), [](auto const& asked) { return asked.kind == DataRequestKind::Erase; })) {
            TRY(insert_data_request(tx, { request_id, id, DataRequestKind::Erase, note, context.now }));
            TRY(record_own(tx, context, "people.erasure_asked", id));
        }
        return web::see_other("/my-data");
    });
    return web::with_notice(request, context, TRY(saved), tr("Your wish was passed on to the administrators."));
}

Result<web::Reply> show_requests(web::Request const&, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        DataRequestsView view { {}, { language.t("No open request"), language.t("Whoever asks to be forgotten, or says that they left, under “My data” appears here."), language.t("People"), "/people" } };
        for (auto const& request : TRY(open_data_requests(reader)))
            view.rows.push_back({ request.id.text(), request.person.text(), request.person_name, language(label_of(request.kind)), request.note,
                language.date_time(request.asked_at, context.time_zone()), request.kind == DataRequestKind::Erase });
        return web::page(context, { language.t("Requests about personal data"), { { language.t("Home"), "/" }, { language.t("People"), "/people" } }, "/people", html::data_requests(view, context.templates()) });
    });
}

Result<web::Reply> settle_request(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<DataRequestId>("request"));
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(answer_data_request(tx, id, context.now));
        TRY(journal::record_event(tx, journal::actor_of(context), { "people.request_settled", id.text(), {}, {}, {} }, context.now, context.chance));
        return web::see_other("/people/requests");
    });
    return web::with_notice(request, context, TRY(saved), tr("The request is settled."));
}

Result<web::Reply> confirm_erasure(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<PersonId>("person"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const person = TRY(find_person(reader, id));
        if (person.id != id || person.is_erased)
            return web::see_other("/people/" + person.id.text());
        web::Page page { language.t("Erase a person"), { { language.t("Home"), "/" }, { language.t("People"), "/people" }, { person.full_name, "/people/" + id.text() } }, "/people",
            html::erasure({ id.text(), person.full_name, web::once_field(context) }, context.templates()) };
        return web::page(context, std::move(page));
    });
}

Result<web::Reply> create_erasure(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<PersonId>("person"));
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const person = TRY(find_person(tx, id));
            // The event first: whoever erases themselves leaves no name beside it either.
            TRY(record_own(tx, context, "people.person_erased", person.id));
            TRY(erase_person(tx, person.id, context.today(), context.now));
            return web::see_other("/people/" + person.id.text());
        });
    });
    return web::with_notice(request, context, TRY(saved), tr("The person was erased."));
}

} // namespace

std::vector<web::Route> my_data_routes()
{
    using enum web::Method;
    return {
        { Get, "/my-data", show_my_data, web::signed_in() },
        { Get, "/my-data/export.json", download_my_data, web::signed_in() },
        { Get, "/my-data/export.docx", download_my_data, web::signed_in() },
        { Post, "/my-data/leave", leave, web::signed_in() },
        { Post, "/my-data/erasure", ask_erasure, web::signed_in() },
        { Get, "/people/requests", show_requests, web::administrator() },
        { Post, "/people/requests/:request", settle_request, web::administrator() },
        { Get, "/people/:person/erasure", confirm_erasure, web::administrator() },
        { Post, "/people/:person/erasure", create_erasure, web::administrator() },
    };
}

} // namespace toguna::people
