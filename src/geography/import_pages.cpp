#include "base/hash.hpp"
#include "base/read_date.hpp"
#include "base/search_text.hpp"
#include "geography/area_import.html.hpp"
#include "geography/area_pages.hpp"
#include "geography/area_upload.html.hpp"
#include "geography/store.hpp"
#include "journal/store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <algorithm>

namespace toguna::geography {

namespace {

struct UploadForm {
    std::string country;
    std::string valid_from;
    std::string edition;
    web::UploadedFile const* file = nullptr; ///< null when none was chosen: browsers send an empty one

    static UploadForm decode(web::Request const& request)
    {
        UploadForm form { std::string(request.form.get("country")), std::string(request.form.get("valid_from")), std::string(request.form.get("edition")) };
        for (auto const& file : request.files)
            if (file.field == "file" && !(file.name.empty() && file.bytes.empty()))
                form.file = &file;
        return form;
    }

    /// Empty: what the file says.
    Result<std::optional<Date>> day(Date today) const
    {
        if (tidy(valid_from).empty())
            return std::optional<Date>();
        if (auto const read = read_date(valid_from, today))
            return std::optional<Date>(*read);
        return fail(Error { ErrorKind::Invalid, tr("This file cannot be imported yet."), { { "valid_from", unreadable_date(valid_from) } }, {} });
    }
};

/// A refusal that belongs to no other field is about the file.
template<class Value>
Result<Value> at_file(Result<Value> result)
{
    if (result || !result.error().fields.empty() || (result.error().kind != ErrorKind::Invalid && result.error().kind != ErrorKind::TooLarge))
        return result;
    auto const message = result.error().message;
    return fail(Error { ErrorKind::Invalid, message, { { "file", message } }, result.error().detail });
}

Result<web::Reply> upload_page(web::Context& context, UploadForm const& form, Error const* error)
{
    auto const& language = context.language;
    auto const message = [&](std::string_view field) { return error ? web::message_for(error->fields, field, language) : std::string(); };
    AreaUploadView view { error ? web::error_summary(context, *error) : SafeHtml(), {}, {}, {}, {} };
    view.file = { { "file", language.t("File"), language.t("Excel (.xlsx), OpenDocument (.ods) or CSV with columns such as ADM1_FR and ADM1_PCODE, 20 MB at most."), message("file") }, ".xlsx,.ods,.csv" };
    view.country = { { "country", language.t("Country"), {}, message("country"), true }, {}, form.country };
    for (auto const& country : TRY(context.db.read([](db::Reader const& reader) { return list_countries(reader); })))
        view.country.options.push_back({ country.code.text(), country.name(language.language()) });
    std::sort(view.country.options.begin(), view.country.options.end(), [&](auto const& left, auto const& right) { return language.less(left.label, right.label); });
    view.country.options.insert(view.country.options.begin(), web::Option { "", language.t("As the file says") });
    view.valid_from = web::date_field({ "valid_from", language.t("First day of this edition"), language.t("Empty: what the file says. Areas that are not in the file end the day before."), message("valid_from"), true },
        form.valid_from, language);
    view.edition = { { "edition", language.t("Name of the edition"), language.t("Empty: what the file says, or the year."), message("edition"), true }, form.edition, web::Width::Half };
    web::Page page { language.t("Import areas"), trail_of_areas(context), "/areas", html::area_upload(view, context.templates()), error != nullptr };
    return web::page(context, std::move(page), error ? 422 : 200);
}

/// GET /areas/import
Result<web::Reply> show_upload(web::Request const&, web::Context& context) { return upload_page(context, {}, nullptr); }

Result<AreaDraft> read_upload(web::Context& context, UploadForm const& form)
{
    if (!form.file)
        return fail(Error { ErrorKind::Invalid, tr("This file cannot be imported yet."), { { "file", tr("Choose a file.") } }, {} });
    auto const day = TRY(form.day(context.today()));
    auto const file = TRY(formats::read_foreign_file(form.file->bytes, form.file->name));
    return context.db.read([&](db::Reader const& reader) -> Result<AreaDraft> {
        auto const chosen = CountryCode::parse(form.country);
        auto const country = chosen ? *chosen : TRY(country_of_file(reader, file));
        auto const plan = TRY(plan_import(reader, file, country, day, form.edition));
        return AreaDraft { context.new_id<AreaDraftId>(), country, plan.valid_from, plan.edition, form.file->name, form.file->bytes };
    });
}

/// POST /areas/import — nothing is written yet, only a draft that its author sees.
Result<web::Reply> create_draft(web::Request const& request, web::Context& context)
{
    auto const form = UploadForm::decode(request);
    auto const draft = at_file(read_upload(context, form));
    if (!draft && draft.error().kind == ErrorKind::Invalid)
        return upload_page(context, form, &draft.error());
    auto const& read = TRY(draft);
    return context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(insert_area_draft(tx, read, context.visitor->account, context.now));
        return web::see_other("/areas/import/" + read.id.text());
    });
}

Result<AreaDraft> draft_in_path(db::Reader const& db, web::Request const& request, web::Context const& context)
{
    return find_area_draft(db, TRY(request.id<AreaDraftId>("draft")), context.visitor->account);
}

Result<AreaImportPlan> plan_of_draft(db::Reader const& db, AreaDraft const& draft)
{
    return plan_import(db, TRY(formats::read_foreign_file(draft.file, draft.file_name)), draft.country, draft.valid_from, draft.edition);
}

/// What stands under the figure.
Text counted(AreaChange change, std::int64_t count)
{
    switch (change) {
    case AreaChange::Added: return trn("area added", "areas added", count);
    case AreaChange::Renamed: return trn("area renamed", "areas renamed", count);
    case AreaChange::Coded: return trn("P-code given to an area", "P-codes given to areas", count);
    case AreaChange::Moved: return trn("area moved", "areas moved", count);
    case AreaChange::Retired: return trn("area that ends", "areas that end", count);
    case AreaChange::Unchanged: return trn("area unchanged", "areas unchanged", count);
    }
    return {};
}

web::Figures figures_of(AreaImportPlan const& plan, web::Localization const& language)
{
    web::Figures figures;
    for (auto const change : { AreaChange::Added, AreaChange::Renamed, AreaChange::Coded, AreaChange::Moved, AreaChange::Retired, AreaChange::Unchanged })
        if (auto const count = plan.count(change); count > 0)
            figures.push_back({ language.number(count), language(counted(change, count)) });
    if (!plan.problems.empty())
        figures.push_back({ language.number(static_cast<std::int64_t>(plan.problems.size())), language.t("Refused rows"), {}, web::Look::Blocked });
    return figures;
}

AreaImportView import_view(web::Request const& request, web::Context const& context, AreaDraft const& draft, AreaImportPlan const& plan)
{
    auto const& language = context.language;
    AreaImportView view { .id = draft.id.text(), .lead = {}, .file = draft.file_name, .once = web::once_field(context), .figures = figures_of(plan, language), .set_aside = {}, .problems = {}, .changes = {}, .pages = {} };
    view.lead = language(tr("{country}, edition {edition}, valid since {date}", { { "country", plan.country.name(language.language()) }, { "edition", plan.edition }, { "date", plan.valid_from } }));
    for (auto const& sentence : plan.set_aside)
        view.set_aside.push_back(language(sentence));
    for (auto const& problem : plan.problems)
        view.problems.emplace_back(problem.place.empty() ? std::string() : language(problem.place), language(problem.message));
    std::vector<PlannedChange const*> changes;
    for (auto const& change : plan.changes)
        if (change.change != AreaChange::Unchanged)
            changes.push_back(&change);
    auto const pagination = web::paginate(static_cast<int>(changes.size()), request.query.get("page"));
    auto const first = static_cast<std::size_t>(pagination.page - 1) * web::rows_per_page;
    for (auto place = first; place < std::min(changes.size(), first + web::rows_per_page); ++place) {
        auto const& change = *changes[place];
        view.changes.push_back({ language(label_of(change.change)), language(level_label(plan.country.code, change.level)), change.code, change.name, change.former_name });
    }
    view.pages = web::pagination_links(context, request, pagination);
    view.changes_nothing = plan.changes_nothing();
    view.may_write = plan.problems.empty() && !view.changes_nothing;
    return view;
}

/// GET /areas/import/:draft
Result<web::Reply> show_draft(web::Request const& request, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const draft = TRY(draft_in_path(reader, request, context));
        auto const view = import_view(request, context, draft, TRY(plan_of_draft(reader, draft)));
        auto trail = trail_of_areas(context);
        trail.push_back({ context.language.t("Import areas"), "/areas/import" });
        return web::page(context, { context.language.t("What this file changes"), std::move(trail), "/areas", html::area_import(view, context.templates()) });
    });
}

/// POST /areas/import/:draft/save — planned again inside the transaction: somebody may have imported in between.
Result<web::Reply> save_draft(web::Request const& request, web::Context& context)
{
    auto reply = TRY(context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const draft = TRY(draft_in_path(tx, request, context));
            auto const plan = TRY(plan_of_draft(tx, draft));
            TRY(write_area_import(tx, plan, { journal::actor_of(context), draft.file_name, blake2b_hex(draft.file) }, context.now, context.chance));
            TRY(delete_area_draft(tx, draft.id));
            return web::see_other("/areas/" + draft.country.text());
        });
    }));
    return web::with_notice(request, context, std::move(reply), tr("The areas were imported."));
}

/// POST /areas/import/:draft/discard
Result<web::Reply> discard_draft(web::Request const& request, web::Context& context)
{
    return context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(delete_area_draft(tx, TRY(draft_in_path(tx, request, context)).id));
        return web::see_other("/areas/import");
    });
}

} // namespace

std::vector<web::Route> import_routes()
{
    using enum web::Method;
    auto const access = web::administrator();
    return {
        { Get, "/areas/import", show_upload, access },
        { Post, "/areas/import", create_draft, access },
        { Get, "/areas/import/:draft", show_draft, access },
        { Post, "/areas/import/:draft/save", save_draft, access },
        { Post, "/areas/import/:draft/discard", discard_draft, access },
    };
}

} // namespace toguna::geography
