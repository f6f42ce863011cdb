#include "contacts/channel_pages.hpp"

#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "contacts/book_store.hpp"
#include "contacts/channel.html.hpp"
#include "contacts/channel_forms.hpp"
#include "contacts/channels.html.hpp"
#include "contacts/pages.hpp"
#include "formats/sheet_writer.hpp"
#include "journal/store.hpp"
#include "people/chooser_store.hpp"
#include "people/read_date.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <algorithm>

namespace toguna::contacts {

namespace {

/// What was typed and refused.
struct Refused {
    Error error;
    std::optional<ChannelForm> form = {};
    std::string list = {};
};

Act act_of(web::Context& context) { return { journal::actor_of(context), context.now, context.chance }; }

std::string path_of(ChannelId const& id) { return "/channels/" + id.text(); }

std::vector<web::Option> kind_options(web::Localization const& language)
{
    std::vector<web::Option> options;
    for (auto const kind : channel_kinds())
        options.push_back({ std::string(name_of(kind)), language(label_of(kind)) });
    return options;
}

Result<ChannelFormView> form_view(db::Reader const& reader, web::Context const& context, ChannelForm const& form, std::string action, std::string button, Error const* error)
{
    auto const& language = context.language;
    auto const message = [&](std::string_view field) { return error ? web::message_for(error->fields, field, language) : std::string(); };
    ChannelFormView view { std::move(action), form.version, std::move(button), web::once_field(context), {}, {}, {}, {} };
    view.kind = { { "kind", language.t("Kind of channel"), {}, message("kind") }, kind_options(language), form.kind };
    view.name = { { "name", language.t("Name of the channel"), language.t("As its members see it."), message("name") }, form.name };
    view.link = { { "link", language.t("Invitation link"), language.t("Or the address of the mailing list. Whoever may see the body sees it."), message("link"), true }, form.link };
    view.administrator = TRY(people::person_field(reader, context, { "administrator", language.t("Who administers it"), {}, {}, true }, form.administrator, error));
    return view;
}

people::Viewer viewer_of(web::Context const& context, db::Reader const& reader, bodies::BodyId const& body)
{
    people::Viewer viewer;
    viewer.administers = context.visitor && context.visitor->administrator;
    viewer.shares_body = true;
    viewer.coordinates = context.may(reader, bodies::view_coordination, body.text());
    return viewer;
}

Result<std::vector<ContactEntry>> contacts_seen(web::Context const& context, db::Reader const& reader, bodies::BodyId const& body, Date day)
{
    return body_contacts(reader, body, day, viewer_of(context, reader, body), context.visitor ? context.visitor->person : std::string());
}

// ── The channels of a body ────────────────────────────────────────────────────────────────────────────────────────

Result<web::Reply> channels_page(web::Context& context, bodies::BodyId const& id, Refused const* refused)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(bodies::find_body(reader, id));
        auto const today = TRY(today_of(reader, context, body));
        auto const contacts = TRY(contacts_seen(context, reader, id, today));
        auto const enrolments = TRY(enrolments_in_body(reader, id, today));
        ChannelsView view { bodies::rooms_of(context, reader, body, bodies::Room::Members), refused ? web::error_summary(context, refused->error) : SafeHtml(), {}, {} };
        for (auto const& channel : TRY(list_channels(reader, id))) {
            std::vector<Enrolment> own;
            std::ranges::copy_if(enrolments, std::back_inserter(own), [&](auto const& enrolment) { return enrolment.channel == channel.id; });
            auto const compared = reconcile(contacts, own);
            view.rows.push_back({ channel.id.text(), channel.name, language(label_of(channel.kind)), compared.enrolled.size(), compared.missing.size(), compared.others.size(), channel.closed_on.has_value() });
        }
        if (context.may(reader, bodies::manage_members, id.text()))
            view.form = TRY(form_view(reader, context, refused && refused->form ? *refused->form : ChannelForm {}, "/bodies/" + id.text() + "/channels", language.t("Add"), refused ? &refused->error : nullptr));
        web::Page page { language(tr("Group channels of {body}", { { "body", body.short_name() } })), members_trail(context, body), "/bodies", html::channels(view, context.templates()), refused != nullptr };
        return web::page(context, std::move(page), refused ? 422 : 200);
    });
}

Result<web::Reply> show_channels(web::Request const& request, web::Context& context) { return channels_page(context, TRY(request.id<bodies::BodyId>("body")), nullptr); }

Result<web::Reply> create_channel(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<bodies::BodyId>("body"));
    auto const form = ChannelForm::decode(request);
    auto const channel_id = context.new_id<ChannelId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, bodies::manage_members, id.text()));
            auto const administrator = TRY(people::refusable(people::resolve_optional_person(tx, form.administrator, "administrator")));
            TRY(insert_channel(tx, TRY(form.value({ .id = channel_id, .body = id, .name = {} }, administrator)), act_of(context)));
            return web::see_other(path_of(channel_id));
        });
    });
    if (!saved && saved.error().kind == ErrorKind::Invalid) {
        Refused const refused { saved.error(), form };
        return channels_page(context, id, &refused);
    }
    return web::with_notice(request, context, TRY(saved), tr("The channel was added. Paste the list of who is on it."));
}

// ── One channel ───────────────────────────────────────────────────────────────────────────────────────────────────

struct Asked {
    Date day;
    std::string typed = {};
    bool is_unreadable = false;
};

Asked asked_day(web::Request const& request, Date today)
{
    auto const typed = std::string(request.query.get("as_of"));
    if (typed.find_first_not_of(" \t\n") == std::string::npos)
        return { today, {} };
    auto const day = people::read_date(typed, today);
    return { day.value_or(today), typed, !day };
}

web::Definitions definitions_of(db::Reader const& reader, web::Context const& context, Channel const& channel)
{
    auto const& language = context.language;
    web::Definitions definitions { { language.t("Kind of channel"), web::escaped(language(label_of(channel.kind))) } };
    if (!channel.link.empty())
        definitions.push_back({ language.t("Invitation link"), web::escaped(channel.link) });
    if (channel.administrator)
        if (auto const chosen = people::chosen_person(reader, *channel.administrator))
            definitions.push_back({ language.t("Who administers it"), web::escaped(chosen->words) });
    if (channel.closed_on)
        definitions.push_back({ language.t("Closed on"), web::escaped(language.date(*channel.closed_on)) });
    return definitions;
}

std::vector<OtherLine> other_lines(Reconciliation const& compared, Directory const& directory, std::vector<ContactEntry> const& contacts)
{
    std::vector<people::PersonId> members;
    for (auto const& contact : contacts)
        members.push_back(contact.person);
    std::ranges::sort(members);
    std::vector<OtherLine> lines;
    for (auto const* enrolment : compared.others) {
        OtherLine line { enrolment->id.text(), enrolment->entry, {}, {} };
        if (enrolment->person) {
            auto const* person = directory.person(*enrolment->person);
            line.person = person ? person->full_name : std::string();
        } else {
            for (auto const* person : directory.persons_resembling_entry(enrolment->entry, members))
                line.candidates.push_back({ person->id.text(), person->full_name });
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

void fill_comparison(ChannelView& view, Channel const& channel, Reconciliation const& compared, web::Localization const& language)
{
    for (auto const* entry : compared.missing) {
        auto const reach = reach_for(channel.kind, *entry);
        view.missing.push_back({ entry->person.text(), entry->name, entry->organization_short, reach });
        if (!reach.empty())
            view.to_copy += reach + "\n";
    }
    for (auto const* entry : compared.enrolled)
        view.enrolled.push_back(entry->organization_short.empty() ? entry->name : entry->name + ", " + entry->organization_short);
    auto const figure = [&](std::size_t count, std::string label) { return web::Figure { language.number(std::int64_t(count)), std::move(label) }; };
    view.figures = { figure(compared.enrolled.size(), language.t("members on the channel")), figure(compared.missing.size(), language.t("members missing")),
        figure(compared.others.size(), language.t("on the channel, not members")) };
}

Result<web::Reply> channel_page(web::Request const& request, web::Context& context, ChannelId const& id, Refused const* refused)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const channel = TRY(find_channel(reader, id));
        auto const body = TRY(bodies::find_body(reader, channel.body));
        auto const today = TRY(today_of(reader, context, body));
        auto const asked = asked_day(request, today);
        auto const contacts = TRY(contacts_seen(context, reader, body.id, asked.day));
        auto const enrolments = TRY(enrolments_on(reader, id, asked.day));
        auto const compared = reconcile(contacts, enrolments);
        ChannelView view;
        view.id = id.text();
        view.rooms = bodies::rooms_of(context, reader, body, bodies::Room::Members);
        view.errors = refused ? web::error_summary(context, refused->error) : SafeHtml();
        view.once = web::once_field(context);
        view.definitions = definitions_of(reader, context, channel);
        view.is_closed = channel.closed_on.has_value();
        view.may_edit = context.may(reader, bodies::manage_members, body.id.text());
        view.query = asked.day == today ? std::string() : "?as_of=" + asked.day.to_iso();
        view.as_of = web::date_field({ "as_of", language.t("As of"), language.t("Empty: today."), asked.is_unreadable ? language(people::unreadable_date(asked.typed)) : std::string(), true }, asked.typed, language);
        fill_comparison(view, channel, compared, language);
        if (!compared.others.empty())
            view.others = other_lines(compared, TRY(read_directory(reader, asked.day)), contacts);
        if (view.may_edit) {
            auto const message = refused ? web::message_for(refused->error.fields, "list", language) : std::string();
            view.list = { { "list", language.t("List of the channel"), language.t("Names, numbers or addresses, as the channel shows them: one a line or separated by commas."), message }, refused ? refused->list : std::string(), 6 };
            auto form = ChannelForm::encode(channel);
            if (channel.administrator)
                form.administrator = TRY(people::chosen_person(reader, *channel.administrator));
            view.form = TRY(form_view(reader, context, refused && refused->form ? *refused->form : form, path_of(id) + "/edit", language.t("Save"), refused && refused->form ? &refused->error : nullptr));
        }
        auto trail = members_trail(context, body);
        trail.push_back({ language.t("Group channels"), "/bodies/" + body.id.text() + "/channels" });
        web::Page page { channel.name, std::move(trail), "/bodies", html::channel(view, context.templates()), refused != nullptr || asked.is_unreadable };
        return web::page(context, std::move(page), refused ? refused->error.kind == ErrorKind::Conflict ? 409 : 422 : asked.is_unreadable ? 422 : 200);
    });
}

Result<web::Reply> show_channel(web::Request const& request, web::Context& context) { return channel_page(request, context, TRY(request.id<ChannelId>("channel")), nullptr); }

/// The channel, its body's day, and the right to change it, asked inside the transaction.
struct Writable {
    Channel channel;
    Date today;
};
Result<Writable> writable(db::Transaction& tx, web::Context const& context, ChannelId const& id)
{
    auto channel = TRY(find_channel(tx, id));
    TRY(context.require(tx, bodies::manage_members, channel.body.text()));
    auto const today = TRY(today_of(tx, context, TRY(bodies::find_body(tx, channel.body))));
    return Writable { std::move(channel), today };
}

/// One write to a channel: refused, its page comes back with what was typed.
template<class Effect>
Result<web::Reply> write_channel(web::Request const& request, web::Context& context, Refused typed, Text const& notice, Effect const& effect)
{
    auto const id = TRY(request.id<ChannelId>("channel"));
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const at = TRY(writable(tx, context, id));
            TRY(effect(tx, at));
            return web::see_other(path_of(id));
        });
    });
    if (!saved && (saved.error().kind == ErrorKind::Invalid || saved.error().kind == ErrorKind::Conflict)) {
        typed.error = saved.error();
        return channel_page(request, context, id, &typed);
    }
    return web::with_notice(request, context, TRY(saved), notice);
}

Result<web::Reply> change_channel(web::Request const& request, web::Context& context)
{
    auto const form = ChannelForm::decode(request);
    return write_channel(request, context, { {}, form }, tr("The channel was changed."), [&](db::Transaction& tx, Writable const& at) -> Result<void> {
        auto const administrator = TRY(people::refusable(people::resolve_optional_person(tx, form.administrator, "administrator")));
        return update_channel(tx, TRY(form.value(at.channel, administrator)), act_of(context));
    });
}

Result<web::Reply> close_channel(web::Request const& request, web::Context& context)
{
    return write_channel(request, context, {}, tr("The channel is closed; its lists stay."), [&](db::Transaction& tx, Writable const& at) -> Result<void> {
        auto channel = at.channel;
        if (channel.closed_on)
            return fail(ErrorKind::Conflict, tr("This channel is closed already."));
        channel.closed_on = at.today;
        return update_channel(tx, channel, act_of(context));
    });
}

Result<web::Reply> read_list(web::Request const& request, web::Context& context)
{
    auto const typed = std::string(request.form.get("list"));
    bool const is_whole = request.form.get("is_whole") == "yes";
    return write_channel(request, context, { {}, {}, typed }, tr("The list was read and compared with the members."), [&](db::Transaction& tx, Writable const& at) -> Result<void> {
        TRY(write_list(tx, at.channel, TRY(read_channel_list(typed)), is_whole, at.today, act_of(context)));
        return {};
    });
}

Result<people::PersonId> person_in(web::Request const& request)
{
    if (auto const person = people::PersonId::parse(request.form.get("person")))
        return *person;
    return fail(ErrorKind::NotFound, tr("This person is not known here."));
}

Result<web::Reply> enrol_person(web::Request const& request, web::Context& context)
{
    auto const person = TRY(person_in(request));
    return write_channel(request, context, {}, tr("Noted: this person is on the channel."), [&](db::Transaction& tx, Writable const& at) { return enrol(tx, at.channel, person, at.today, act_of(context)); });
}

Result<web::Reply> recognise_person(web::Request const& request, web::Context& context)
{
    auto const entry = TRY(request.id<EnrolmentId>("entry"));
    auto const person = TRY(person_in(request));
    return write_channel(request, context, {}, tr("Noted: this entry is that person."), [&](db::Transaction& tx, Writable const& at) { return recognise(tx, at.channel, entry, person, act_of(context)); });
}

Result<web::Reply> export_channel(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<ChannelId>("channel"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.file_language;
        auto const channel = TRY(find_channel(reader, id));
        auto const today = TRY(today_of(reader, context, TRY(bodies::find_body(reader, channel.body))));
        auto const asked = asked_day(request, today);
        if (asked.is_unreadable)
            return fail(ErrorKind::Invalid, people::unreadable_date(asked.typed));
        auto const contacts = TRY(contacts_seen(context, reader, channel.body, asked.day));
        auto const enrolments = TRY(enrolments_on(reader, id, asked.day));
        auto const compared = reconcile(contacts, enrolments);
        formats::Sheet sheet { channel.name, {}, { { language.t("Name") }, { language.t("Organisation") }, { language.t("Address or number") }, { language.t("State") } }, {} };
        for (auto const& [entries, state] : { std::pair(&compared.missing, language.t("missing")), std::pair(&compared.enrolled, language.t("on the channel")) })
            for (auto const* entry : *entries)
                sheet.rows.push_back({ { entry->name, entry->organization_short, reach_for(channel.kind, *entry), state } });
        for (auto const* other : compared.others)
            sheet.rows.push_back({ { other->entry, std::string(), std::string(), language.t("not a member") } });
        return web::download(formats::write_csv(sheet), "text/csv; charset=utf-8", channel.name + " – " + asked.day.to_iso() + ".csv");
    });
}

Result<std::string> body_of_channel_in_path(db::Reader const& db, web::Request const& request)
{
    return TRY(find_channel(db, TRY(request.id<ChannelId>("channel")))).body.text();
}

} // namespace

std::vector<web::Route> channel_routes()
{
    using enum web::Method;
    auto const readers = web::by_right(bodies::view_body, body_of_channel_in_path);
    auto const writers = web::by_right(bodies::manage_members, body_of_channel_in_path);
    return {
        { Get, "/bodies/:body/channels", show_channels, web::by_right(bodies::view_body, bodies::body_in_path) },
        { Post, "/bodies/:body/channels", create_channel, web::by_right(bodies::manage_members, bodies::body_in_path) },
        { Get, "/channels/:channel", show_channel, readers },
        { Get, "/channels/:channel/export.csv", export_channel, readers },
        { Post, "/channels/:channel/edit", change_channel, writers },
        { Post, "/channels/:channel/closure", close_channel, writers },
        { Post, "/channels/:channel/list", read_list, writers },
        { Post, "/channels/:channel/enrolments", enrol_person, writers },
        { Post, "/channels/:channel/entries/:entry", recognise_person, writers },
    };
}

} // namespace toguna::contacts
