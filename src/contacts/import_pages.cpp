#include "contacts/pages.hpp"

#include "base/hash.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "contacts/contact_cards.hpp"
#include "contacts/upload.html.hpp"
#include "people/read_date.hpp"

namespace toguna::contacts {

namespace {

constexpr int imports_shown = 5;

struct UploadForm {
    std::string pasted = {};
    std::string starts_on = {};
    web::UploadedFile const* file = nullptr; ///< null when none was chosen: browsers send an empty one

    static UploadForm decode(web::Request const& request)
    {
        UploadForm form { std::string(request.form.get("pasted")), std::string(request.form.get("starts_on")) };
        for (auto const& file : request.files)
            if (file.field == "file" && !(file.name.empty() && file.bytes.empty()))
                form.file = &file;
        return form;
    }
};

tl::unexpected<Error> wrong(std::string field, Text message)
{
    return fail(Error { ErrorKind::Invalid, tr("The list cannot be read yet."), { { std::move(field), std::move(message) } }, {} });
}

/// A refusal of the reader, put beside the field it is about.
Result<ContactGrid> at_field(Result<ContactGrid> result, std::string const& field)
{
    if (result || (result.error().kind != ErrorKind::Invalid && result.error().kind != ErrorKind::TooLarge))
        return result;
    return wrong(field, result.error().message);
}

Result<Date> first_day(UploadForm const& form, Date today)
{
    if (form.starts_on.find_first_not_of(" \t\n") == std::string::npos)
        return today;
    auto const day = people::read_date(form.starts_on, today);
    if (!day)
        return wrong("starts_on", people::unreadable_date(form.starts_on));
    if (*day > today)
        return wrong("starts_on", tr("A list is of today or of an earlier day."));
    return *day;
}

Result<ContactDraft> read_draft(web::Context& context, bodies::BodyId const& body, UploadForm const& form, Date today)
{
    auto const since = TRY(first_day(form, today));
    auto const id = context.new_id<ContactDraftId>();
    if (form.file) {
        auto grid = TRY(at_field(read_contact_file(form.file->bytes, form.file->name), "file"));
        return ContactDraft { id, body, { form.file->name, blake2b_hex(form.file->bytes) }, since, true, std::move(grid), {}, 1, context.now };
    }
    if (form.pasted.find_first_not_of(" \t\n") == std::string::npos)
        return wrong("file", tr("Choose the file of your list, or paste the list below."));
    auto grid = TRY(at_field(read_contact_text(form.pasted), "pasted"));
    return ContactDraft { id, body, { {}, blake2b_hex(form.pasted) }, since, true, std::move(grid), {}, 1, context.now };
}

std::string file_words(std::string const& file_name, web::Localization const& language) { return file_name.empty() ? language.t("pasted text") : file_name; }

Result<web::Reply> upload_page(web::Context& context, bodies::BodyId const& id, UploadForm const& form, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(bodies::find_body(reader, id));
        auto const message = [&](std::string_view field) { return error ? web::message_for(error->fields, field, language) : std::string(); };
        UploadView view { bodies::rooms_of(context, reader, body, bodies::Room::Members), id.text(), error ? web::error_summary(context, *error) : SafeHtml(), {}, {}, {}, {}, {} };
        view.file = { { "file", language.t("File"), language.t("Excel (.xlsx), OpenDocument (.ods, .odt), Word (.docx), CSV, vCard (.vcf) or text, 20 MB at most."), message("file"), true },
            ".xlsx,.ods,.odt,.docx,.csv,.tsv,.txt,.vcf" };
        view.pasted = { { "pasted", language.t("Or paste the list"), language.t("A table from Excel or Word, one person a line, the addresses of a mail, the participants of a group."), message("pasted"), true },
            form.pasted, 8 };
        view.starts_on = web::date_field({ "starts_on", language.t("Day of the list"), language.t("Empty: today. Affiliations and memberships start on that day."), message("starts_on"), true }, form.starts_on, language);
        auto const when = [&](Instant at) { return language.date_time(at, context.time_zone()); };
        for (auto const& draft : TRY(list_drafts(reader, id, context.visitor->account)))
            view.drafts.push_back({ "/contacts/drafts/" + draft.id.text(), file_words(draft.file_name, language), when(draft.created_at) });
        for (auto const& import : TRY(list_imports(reader, id, imports_shown)))
            view.imports.push_back({ "/contacts/imports/" + import.id.text(), file_words(import.file_name, language), when(import.at) + ", " + import.author });
        web::Page page { language(tr("Import a contact list into {body}", { { "body", body.short_name() } })), members_trail(context, body), "/bodies",
            html::upload(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), error ? 422 : 200);
    });
}

Result<web::Reply> show_upload(web::Request const& request, web::Context& context)
{
    return upload_page(context, TRY(request.id<bodies::BodyId>("body")), {}, nullptr);
}

/// POST /bodies/:body/contacts/import — nothing is in the directory yet, only a draft that its author sees.
Result<web::Reply> create_draft(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<bodies::BodyId>("body"));
    auto const form = UploadForm::decode(request);
    auto const today = TRY(context.db.read([&](db::Reader const& reader) -> Result<Date> { return today_of(reader, context, TRY(bodies::find_body(reader, id))); }));
    auto const draft = read_draft(context, id, form, today);
    if (!draft && draft.error().kind == ErrorKind::Invalid)
        return upload_page(context, id, form, &draft.error());
    auto const& read = TRY(draft);
    return context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(context.require(tx, bodies::manage_members, id.text()));
        TRY(insert_draft(tx, read, context.visitor->account));
        return web::see_other("/contacts/drafts/" + read.id.text());
    });
}

} // namespace

std::vector<web::Crumb> members_trail(web::Context const& context, bodies::Body const& body)
{
    auto trail = bodies::trail_of(context, body);
    trail.push_back({ context.language.t("Members"), "/bodies/" + body.id.text() + "/members" });
    return trail;
}

Result<Date> today_of(db::Reader const& db, web::Context const& context, bodies::Body const& body)
{
    return web::local_date(context.now, TRY(bodies::time_zone_of(db, body)));
}

std::vector<web::Route> upload_routes()
{
    using enum web::Method;
    auto const access = web::by_right(bodies::manage_members, bodies::body_in_path);
    return {
        { Get, "/bodies/:body/contacts/import", show_upload, access },
        { Post, "/bodies/:body/contacts/import", create_draft, access },
    };
}

} // namespace toguna::contacts
