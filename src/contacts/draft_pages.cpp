#include "contacts/pages.hpp"

#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "contacts/draft.html.hpp"
#include "contacts/import.html.hpp"
#include "journal/store.hpp"
#include "people/pages.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <algorithm>

namespace toguna::contacts {

namespace {

constexpr int names_shown = 50;

Result<web::Reply> draft_page(web::Request const& request, web::Context& context, ContactDraftId const& id, Error const* refused)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const draft = TRY(find_draft(reader, id, context.visitor->account));
        if (draft.saved_as)
            return web::see_other(find_import(reader, *draft.saved_as) ? "/contacts/imports/" + draft.saved_as->text() : "/bodies/" + draft.body->text() + "/members");
        auto const body = TRY(bodies::find_body(reader, *draft.body));
        auto const view = TRY(draft_view(request, context, reader, draft, refused));
        auto trail = members_trail(context, body);
        trail.push_back({ context.language.t("Import a contact list"), "/bodies/" + body.id.text() + "/contacts/import" });
        web::Page page { context.language(tr("Contact list for {body}", { { "body", body.short_name() } })), std::move(trail), "/bodies", html::draft(view, context.templates()), refused != nullptr };
        return web::page(context, std::move(page), !refused ? 200 : refused->kind == ErrorKind::Conflict ? 409 : 422);
    });
}

Result<web::Reply> show_draft(web::Request const& request, web::Context& context)
{
    return draft_page(request, context, TRY(request.id<ContactDraftId>("contact_draft")), nullptr);
}

/// The draft of the visitor, who must still be allowed to manage the members of its body.
Result<ContactDraft> writable_draft(db::Transaction& tx, web::Context const& context, ContactDraftId const& id)
{
    auto draft = TRY(find_draft(tx, id, context.visitor->account));
    TRY(context.require(tx, bodies::manage_members, draft.body->text()));
    if (draft.saved_as)
        return fail(ErrorKind::Conflict, tr("This list is saved already."));
    return draft;
}

/// A refusal that belongs on the page, or the reply with a notice.
Result<web::Reply> page_or_notice(web::Request const& request, web::Context& context, ContactDraftId const& id, Result<web::Reply> done, Text notice)
{
    if (!done && (done.error().kind == ErrorKind::Invalid || done.error().kind == ErrorKind::Conflict))
        return draft_page(request, context, id, &done.error());
    return web::with_notice(request, context, TRY(done), notice);
}

/// POST /contacts/drafts/:contact_draft/columns
Result<web::Reply> change_columns(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<ContactDraftId>("contact_draft"));
    auto const done = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        auto draft = TRY(writable_draft(tx, context, id));
        for (std::size_t number = 0; number < draft.grid.tables.size(); ++number) {
            auto& columns = draft.grid.tables[number].columns;
            for (std::size_t column = 0; column < columns.size(); ++column)
                if (auto const role = column_role_from(request.form.get(column_field(number, column))))
                    columns[column].role = *role;
        }
        TRY(update_draft(tx, draft));
        return web::see_other("/contacts/drafts/" + id.text());
    });
    return page_or_notice(request, context, id, done, tr("The list was read again with these columns."));
}

/// POST /contacts/drafts/:contact_draft/decisions
Result<web::Reply> decide(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<ContactDraftId>("contact_draft"));
    auto const done = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        auto draft = TRY(writable_draft(tx, context, id));
        auto const list = read_list(draft.grid);
        auto const take = [&](std::string const& field, std::string const& key) {
            auto decision = decision_from(request.form.get(field));
            if (decision && decision->kind != Decision::Kind::Done)
                draft.decisions[key] = *std::move(decision);
        };
        for (std::size_t place = 0; place < list.organizations.size(); ++place)
            take(organization_field(place), decision_key(list.organizations[place]));
        for (auto const& row : list.people)
            if (!draft.decisions.contains(row.key) || draft.decisions.at(row.key).kind != Decision::Kind::Done)
                take(row_field(row.key), row.key);
        TRY(update_draft(tx, draft));
        return web::see_other("/contacts/drafts/" + id.text());
    });
    return page_or_notice(request, context, id, done, tr("Your decisions are in the draft."));
}

/// Rows that were not certain stay in the draft; without any, the draft is done.
Result<bool> keep_what_waits(db::Transaction& tx, ContactDraft draft, ContactImport const& import)
{
    for (auto const& row : import.rows)
        draft.decisions[row] = { Decision::Kind::Done };
    auto const list = read_list(draft.grid);
    auto const outcomes = match(list, TRY(read_directory(tx, draft.starts_on)), draft.decisions);
    bool const waits = outcomes.undecided() > 0;
    if (waits)
        TRY(update_draft(tx, draft));
    else
        TRY(close_draft(tx, draft, import.id));
    return waits;
}

/// POST /contacts/drafts/:contact_draft/save
Result<web::Reply> save_draft(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<ContactDraftId>("contact_draft"));
    Text notice = tr("The contact list is recorded.");
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto draft = TRY(writable_draft(tx, context, id));
            TRY(context.require(tx, people::edit_directory, ""));
            if (std::to_string(draft.version) != request.form.get("version"))
                return fail(ErrorKind::Conflict, tr("This draft was changed in another window. Look at it once more, then save."));
            draft.with_members = request.form.get("with_members") == "yes";
            auto const import = TRY(write_contacts(tx, draft, { journal::actor_of(context), context.now, context.chance }));
            bool const waits = TRY(keep_what_waits(tx, draft, import));
            if (import.changed_nothing()) {
                notice = tr("Nothing changed: everybody of this list was known already.");
                return web::see_other(waits ? "/contacts/drafts/" + id.text() : "/bodies/" + draft.body->text() + "/members");
            }
            return web::see_other("/contacts/imports/" + import.id.text());
        });
    });
    return page_or_notice(request, context, id, saved, notice);
}

/// POST /contacts/drafts/:contact_draft/discard
Result<web::Reply> discard_draft(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<ContactDraftId>("contact_draft"));
    auto const reply = TRY(context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        auto const draft = TRY(writable_draft(tx, context, id));
        TRY(delete_draft(tx, id));
        return web::see_other("/bodies/" + draft.body->text() + "/contacts/import");
    }));
    return web::with_notice(request, context, reply, tr("The draft is gone; nobody was added."));
}

web::Definitions definitions_of(ContactImport const& import, web::Context const& context)
{
    auto const& language = context.language;
    auto const counted = [&](std::int64_t count) { return web::escaped(language.number(count)); };
    return { { language.t("File"), web::escaped(import.file_name.empty() ? language.t("pasted text") : import.file_name) },
        { language.t("Saved by"), web::escaped(import.author + ", " + language.date_time(import.at, context.time_zone())) },
        { language.t("Day of the list"), web::escaped(language.date(import.starts_on)) }, { language.t("Persons added"), counted(import.persons_added) },
        { language.t("Persons known before"), counted(import.persons_known) }, { language.t("Organisations added"), counted(import.organizations_added) },
        { language.t("Affiliations added"), counted(import.affiliations_added) }, { language.t("Addresses and numbers filled in"), counted(import.details_added) },
        { language.t("Memberships added"), counted(import.members_added) } };
}

Result<web::Reply> show_import(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<ContactImportId>("contact_import"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const import = TRY(find_import(reader, id));
        auto const body = TRY(bodies::find_body(reader, *import.body));
        ImportView view { body.id.text(), {}, definitions_of(import, context), {}, {}, {}, {} };
        auto const drafts = TRY(list_drafts(reader, body.id, context.visitor->account));
        if (auto const same = std::ranges::find(drafts, import.file_name, &DraftLine::file_name); same != drafts.end())
            view.draft = "/contacts/drafts/" + same->id.text();
        for (auto const& withheld : import.withheld)
            view.withheld.push_back(context.language(sentence_of(withheld)));
        auto const pagination = web::paginate(int(import.persons_added), request.query.get("page"), names_shown);
        view.pages = web::pagination_links(context, request, pagination);
        view.persons = TRY(imported_persons(reader, id, names_shown, (pagination.page - 1) * names_shown));
        view.organizations = TRY(imported_organizations(reader, id, names_shown));
        return web::page(context, { context.language(tr("Contact list imported into {body}", { { "body", body.short_name() } })), members_trail(context, body), "/bodies", html::import(view, context.templates()) });
    });
}

Result<std::string> body_of_draft_in_path(db::Reader const& db, web::Request const& request)
{
    return TRY(body_of_draft(db, TRY(request.id<ContactDraftId>("contact_draft")))).text();
}

/// An import without a body came by command: it is for administrators.
Result<std::string> body_of_import_in_path(db::Reader const& db, web::Request const& request)
{
    auto const import = TRY(find_import(db, TRY(request.id<ContactImportId>("contact_import"))));
    return import.body ? import.body->text() : std::string();
}

} // namespace

std::vector<web::Route> draft_routes()
{
    using enum web::Method;
    auto const access = web::by_right(bodies::manage_members, body_of_draft_in_path);
    return {
        { Get, "/contacts/drafts/:contact_draft", show_draft, access },
        { Post, "/contacts/drafts/:contact_draft/columns", change_columns, access },
        { Post, "/contacts/drafts/:contact_draft/decisions", decide, access },
        { Post, "/contacts/drafts/:contact_draft/save", save_draft, access },
        { Post, "/contacts/drafts/:contact_draft/discard", discard_draft, access },
    };
}

std::vector<web::Route> import_routes()
{
    return { { web::Method::Get, "/contacts/imports/:contact_import", show_import, web::by_right(bodies::manage_members, body_of_import_in_path) } };
}

} // namespace toguna::contacts
