#include "actions/import_pages.hpp"

#include "actions/plan_sections.hpp"
#include "actions/import_upload.html.hpp"
#include "base/hash.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "formats/table.hpp"

#include <charconv>

namespace toguna::actions {

namespace {

constexpr int imports_shown = 5;

struct UploadForm {
    std::string year;
    std::string pasted;
    web::UploadedFile const* file = nullptr; ///< null when none was chosen: browsers send an empty one

    static UploadForm decode(web::Request const& request)
    {
        UploadForm form { std::string(request.form.get("year")), std::string(request.form.get("pasted")) };
        for (auto const& file : request.files)
            if (file.field == "file" && !(file.name.empty() && file.bytes.empty()))
                form.file = &file;
        return form;
    }
};

tl::unexpected<Error> wrong(std::string field, Text message)
{
    return fail(Error { ErrorKind::Invalid, tr("The plan cannot be read yet."), { { std::move(field), std::move(message) } }, {} });
}

Result<int> year_of(UploadForm const& form)
{
    int year = 0;
    auto const* end = form.year.data() + form.year.size();
    auto const [stopped, problem] = std::from_chars(form.year.data(), end, year);
    if (problem != std::errc() || stopped != end || year < 1990 || year > 2100)
        return wrong("year", tr("Give a year such as 2026."));
    return year;
}

/// A refusal of the reader, put beside the field it is about.
template<class Value>
Result<Value> at_field(Result<Value> result, std::string const& field)
{
    if (result || (result.error().kind != ErrorKind::Invalid && result.error().kind != ErrorKind::TooLarge))
        return result;
    auto error = std::move(result).error();
    error.fields.push_back({ field, error.message });
    error.kind = ErrorKind::Invalid;
    return fail(std::move(error));
}

struct ReadUpload {
    formats::ForeignFile file;
    ImportSource source;
    std::string field; ///< where refusals belong
};

Result<ReadUpload> read_upload(UploadForm const& form)
{
    if (form.file) {
        auto file = TRY(at_field(formats::read_foreign_file(form.file->bytes, form.file->name), "file"));
        auto format = file.format;
        return ReadUpload { std::move(file), { form.file->name, blake2b_hex(form.file->bytes), std::move(format) }, "file" };
    }
    if (form.pasted.find_first_not_of(" \t\n") == std::string::npos)
        return wrong("file", tr("Choose the file of your plan, or paste its table below."));
    auto file = TRY(at_field(formats::read_pasted_text(form.pasted), "pasted"));
    return ReadUpload { std::move(file), { {}, blake2b_hex(form.pasted), "text" }, "pasted" };
}

ImportLine line_of(ImportSummary const& import, web::Context const& context)
{
    auto const& language = context.language;
    return { "/imports/" + import.id.text(), import.file_name.empty() ? language.t("pasted text") : import.file_name,
        language(tr("plan {year}, {when}, {who}", { { "year", std::to_string(import.year) }, { "when", language.date_time(import.at, context.time_zone()) }, { "who", import.author } })),
        import.undone_at.has_value() };
}

Result<web::Reply> upload_page(web::Context& context, bodies::BodyId const& id, UploadForm const& form, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(bodies::find_body(reader, id));
        auto const message = [&](std::string_view field) { return error ? web::message_for(error->fields, field, language) : std::string(); };
        UploadView view { bodies::rooms_of(context, reader, body, bodies::Room::Actions), id.text(), error ? web::error_summary(context, *error) : SafeHtml(), {}, {}, {}, {} };
        view.year = { { "year", language.t("Year of the plan"), {}, message("year") }, form.year, web::Width::Number };
        view.year.input_mode = "numeric";
        view.file = { { "file", language.t("File"), language.t("Word (.docx), Excel (.xlsx), OpenDocument (.odt, .ods), CSV or text, 20 MB at most."), message("file"), true },
            ".docx,.xlsx,.ods,.odt,.csv,.txt,.tsv,.md" };
        view.pasted = { { "pasted", language.t("Or paste the table"), language.t("Copied from Word, Excel, a mail or a PDF, with its headings."), message("pasted"), true }, form.pasted, 6 };
        for (auto const& import : TRY(list_imports(reader, id, imports_shown)))
            view.imports.push_back(line_of(import, context));
        web::Page page { language(tr("Load an action plan of {body}", { { "body", body.short_name() } })), bodies::trail_of(context, body), "/bodies",
            html::import_upload(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), error ? 422 : 200);
    });
}

Result<web::Reply> show_upload(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<bodies::BodyId>("body"));
    auto const today = TRY(context.db.read([&](db::Reader const& reader) { return today_of(reader, context, id); }));
    return upload_page(context, id, { std::to_string(today.year()), {} }, nullptr);
}

Result<ImportDraft> read_draft(web::Context& context, bodies::BodyId const& body, UploadForm const& form)
{
    auto const year = TRY(year_of(form));
    auto upload = TRY(read_upload(form));
    auto const known = TRY(context.db.read([&](db::Reader const& reader) -> Result<std::pair<Date, ImportMemory>> {
        return std::pair(TRY(today_of(reader, context, body)), TRY(read_import_memory(reader, body)));
    }));
    auto plan = TRY(at_field(read_plan(upload.file, year, known.first, function_titles(), known.second), upload.field));
    return ImportDraft { context.new_id<ImportDraftId>(), { body, year, std::move(plan), std::move(upload.source) }, context.now };
}

/// POST /bodies/:body/plans/import — nothing of the plan is written yet, only a draft that its author sees.
Result<web::Reply> create_draft(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<bodies::BodyId>("body"));
    auto const form = UploadForm::decode(request);
    auto const draft = read_draft(context, id, form);
    if (!draft && draft.error().kind == ErrorKind::Invalid)
        return upload_page(context, id, form, &draft.error());
    auto const& read = TRY(draft);
    return context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(context.require(tx, bodies::edit_plan, id.text()));
        TRY(insert_import_draft(tx, read, context.visitor->account));
        return web::see_other("/imports/drafts/" + read.id.text());
    });
}

} // namespace

std::vector<web::Crumb> import_trail(web::Context const& context, bodies::Body const& body)
{
    auto trail = bodies::trail_of(context, body);
    trail.push_back({ context.language.t("Load a plan"), "/bodies/" + body.id.text() + "/plans/import" });
    return trail;
}

Result<Date> today_of(db::Reader const& db, web::Context const& context, bodies::BodyId const& body)
{
    return web::local_date(context.now, TRY(bodies::time_zone_of(db, TRY(bodies::find_body(db, body)))));
}

Result<std::string> body_of_draft_in_path(db::Reader const& db, web::Request const& request)
{
    return TRY(body_of_import_draft(db, TRY(request.id<ImportDraftId>("draft")))).text();
}

Result<std::string> body_of_import_in_path(db::Reader const& db, web::Request const& request)
{
    return TRY(find_import_summary(db, TRY(request.id<ImportId>("import")))).body.text();
}

std::vector<web::Route> upload_routes()
{
    using enum web::Method;
    auto const access = web::by_right(bodies::edit_plan, bodies::body_in_path);
    return {
        { Get, "/bodies/:body/plans/import", show_upload, access },
        { Post, "/bodies/:body/plans/import", create_draft, access },
    };
}

std::vector<web::Route> import_routes()
{
    std::vector<web::Route> routes;
    for (auto const& group : { upload_routes(), draft_routes(), draft_row_routes(), import_result_routes() })
        routes.insert(routes.end(), group.begin(), group.end());
    return routes;
}

} // namespace toguna::actions
