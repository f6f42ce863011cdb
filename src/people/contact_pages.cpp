#include "people/contact_pages.hpp"

#include "journal/store.hpp"
#include "people/contact_form.html.hpp"
#include "people/contact_store.hpp"
#include "people/contacts.html.hpp"
#include "people/pages.hpp"
#include "people/person_store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace toguna::people {

namespace {

std::string contacts_path(PersonId const& person) { return "/people/" + person.text() + "/contacts"; }

std::vector<web::Crumb> contact_trail(web::Context const& context, Person const& person)
{
    return { { context.language.t("Home"), "/" }, { context.language.t("People"), "/people" }, { person.full_name, "/people/" + person.id.text() } };
}

/// The person, when the visitor may keep their details.
Result<Person> kept_person(web::Context const& context, db::Reader const& reader, PersonId const& id)
{
    auto person = TRY(find_person(reader, id));
    if (!Looking(context, reader).may_keep(person.id))
        TRY(context.require(reader, edit_directory, ""));
    if (person.is_erased)
        return fail(ErrorKind::NotFound, tr("This person is not known here."));
    return person;
}

/// NotFound for a detail that is not the person's, or not for the visitor's eyes.
Result<ContactDetail> kept_detail(web::Context const& context, db::Reader const& reader, Person const& person, ContactDetailId const& id)
{
    auto const viewer = Looking(context, reader).at(person.id);
    for (auto const& detail : TRY(contact_details_of(reader, person.id)))
        if (detail.id == id && visible(detail, viewer))
            return detail;
    return fail(ErrorKind::NotFound, tr("This contact detail does not exist any more."));
}

/// The journal says what kind of detail changed, never the detail.
Result<void> record_contact(db::Transaction& tx, web::Context const& context, std::string event, ContactDetail const& detail)
{
    TRY(journal::record_event(tx, journal::actor_of(context),
        { std::move(event), detail.person.text(), {}, {}, boost::json::serialize(boost::json::object { { "kind", name_of(detail.kind) }, { "visibility", name_of(detail.visibility) } }) },
        context.now, context.chance));
    return {};
}

Result<web::Reply> show_contacts(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<PersonId>("person"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const person = TRY(kept_person(context, reader, id));
        auto const viewer = Looking(context, reader).at(person.id);
        ContactsView view { person.id.text(), {} };
        for (auto const& detail : TRY(contact_details_of(reader, person.id)))
            if (visible(detail, viewer))
                view.rows.push_back({ detail.id.text(), language(label_of(detail.kind)), detail.value, language(label_of(detail.visibility)) });
        return web::page(context, { language.t("Contact details"), contact_trail(context, person), "/people", html::contacts(view, context.templates()) });
    });
}

Result<web::Reply> contact_form_page(web::Context& context, PersonId const& id, std::string const& detail, ContactForm const& form, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const person = TRY(kept_person(context, reader, id));
        auto const frame = [&](std::string name, std::string label, std::string hint = {}) {
            return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "" };
        };
        auto const path = contacts_path(person.id);
        ContactFormView view { detail.empty() ? path : path + "/" + detail, path, detail.empty() ? "" : path + "/" + detail + "/removal", error ? web::error_summary(context, *error) : SafeHtml(),
            web::once_field(context), {}, {}, {} };
        view.kind = { frame("kind", language.t("Kind")), {}, { form.kind }, false, true };
        for (auto const kind : contact_kinds())
            view.kind.options.push_back({ std::string(name_of(kind)), language(label_of(kind)) });
        view.value = { frame("value", language.t("Number, address or name")), form.value, web::Width::Half, "text", "off" };
        view.visibility = { frame("visibility", language.t("Who sees it")), visibility_options(language), { form.visibility } };
        web::Page page { detail.empty() ? language.t("Add a contact detail") : language.t("Change a contact detail"), contact_trail(context, person), "/people",
            html::contact_form(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), error ? 422 : 200);
    });
}

Result<web::Reply> new_contact(web::Request const& request, web::Context& context)
{
    return contact_form_page(context, TRY(request.id<PersonId>("person")), {}, {}, nullptr);
}

Result<web::Reply> create_contact(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<PersonId>("person"));
    auto const form = ContactForm::decode(request);
    auto const detail_id = context.new_id<ContactDetailId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const person = TRY(kept_person(context, tx, id));
            auto const detail = TRY(form.detail(detail_id, person.id));
            TRY(insert_contact_detail(tx, detail));
            TRY(record_contact(tx, context, "people.contact_added", detail));
            return web::see_other(contacts_path(person.id));
        });
    });
    if (!saved && saved.error().kind == ErrorKind::Invalid)
        return contact_form_page(context, id, {}, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The contact detail was added."));
}

Result<web::Reply> edit_contact(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<PersonId>("person"));
    auto const detail_id = TRY(request.id<ContactDetailId>("contact"));
    auto const detail = TRY(context.db.read([&](db::Reader const& reader) -> Result<ContactDetail> {
        return kept_detail(context, reader, TRY(kept_person(context, reader, id)), detail_id);
    }));
    return contact_form_page(context, id, detail_id.text(), ContactForm::encode(detail), nullptr);
}

Result<web::Reply> change_contact(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<PersonId>("person"));
    auto const detail_id = TRY(request.id<ContactDetailId>("contact"));
    auto const form = ContactForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        auto const person = TRY(kept_person(context, tx, id));
        TRY(kept_detail(context, tx, person, detail_id));
        auto const detail = TRY(form.detail(detail_id, person.id));
        TRY(update_contact_detail(tx, detail));
        TRY(record_contact(tx, context, "people.contact_changed", detail));
        return web::see_other(contacts_path(person.id));
    });
    if (!saved && saved.error().kind == ErrorKind::Invalid)
        return contact_form_page(context, id, detail_id.text(), form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("Your changes were saved."));
}

Result<web::Reply> remove_contact(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<PersonId>("person"));
    auto const detail_id = TRY(request.id<ContactDetailId>("contact"));
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        auto const person = TRY(kept_person(context, tx, id));
        auto const detail = TRY(kept_detail(context, tx, person, detail_id));
        TRY(delete_contact_detail(tx, person.id, detail_id));
        TRY(record_contact(tx, context, "people.contact_removed", detail));
        return web::see_other(contacts_path(person.id));
    });
    return web::with_notice(request, context, TRY(saved), tr("The contact detail was removed."));
}

} // namespace

Looking::Looking(web::Context const& context, db::Reader const& reader)
    : m_context(context), m_reader(reader), m_keeps_directory(context.may(reader, edit_directory, ""))
{
}

Viewer Looking::at(PersonId const& person) const
{
    Viewer viewer;
    viewer.administers = m_context.visitor && m_context.visitor->administrator;
    viewer.is_the_person = m_context.visitor && m_context.visitor->person == person.text();
    viewer.coordinates = m_keeps_directory;
    if (!viewer.administers && !viewer.is_the_person && !viewer.coordinates)
        viewer.shares_body = m_context.may(m_reader, see_member_details, person.text());
    return viewer;
}

bool Looking::may_keep(PersonId const& person) const
{
    return m_keeps_directory || (m_context.visitor && m_context.visitor->person == person.text());
}

Result<web::Definitions> visible_details(db::Reader const& reader, web::Localization const& language, Person const& person, Viewer const& viewer)
{
    web::Definitions definitions;
    auto const add = [&](ContactKind kind, std::string const& value) {
        definitions.push_back({ language(label_of(kind)), kind == ContactKind::Email ? web::link(value, "mailto:" + value) : web::escaped(value) });
    };
    if (!person.email.empty() && visible(person.email_visibility, viewer))
        add(ContactKind::Email, person.email);
    if (!person.phone.empty() && visible(person.phone_visibility, viewer))
        add(ContactKind::Phone, person.phone);
    for (auto const& detail : TRY(contact_details_of(reader, person.id)))
        if (visible(detail, viewer))
            add(detail.kind, detail.value);
    return definitions;
}

std::vector<web::Option> visibility_options(web::Localization const& language)
{
    std::vector<web::Option> options;
    for (auto const visibility : visibilities())
        options.push_back({ std::string(name_of(visibility)), language(label_of(visibility)) });
    return options;
}

std::vector<web::Route> contact_routes()
{
    using enum web::Method;
    return {
        { Get, "/people/:person/contacts", show_contacts, web::signed_in() },
        { Post, "/people/:person/contacts", create_contact, web::signed_in() },
        { Get, "/people/:person/contacts/new", new_contact, web::signed_in() },
        { Get, "/people/:person/contacts/:contact", edit_contact, web::signed_in() },
        { Post, "/people/:person/contacts/:contact", change_contact, web::signed_in() },
        { Post, "/people/:person/contacts/:contact/removal", remove_contact, web::signed_in() },
    };
}

} // namespace toguna::people
