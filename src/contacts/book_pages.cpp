#include "contacts/book_pages.hpp"

#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "contacts/book.html.hpp"
#include "contacts/book_store.hpp"
#include "contacts/contact_document.hpp"
#include "contacts/pages.hpp"
#include "people/read_date.hpp"

#include <algorithm>
#include <array>

namespace toguna::contacts {

namespace {

constexpr int entries_shown = 100;

/// What the address asks for.
struct Asked {
    std::optional<bodies::BodyId> body; ///< empty: the directory
    Grouping grouping = Grouping::Organization;
    Date as_of;
    std::string typed_as_of = {};
    bool is_unreadable = false;

    std::string path() const { return body ? "/bodies/" + body->text() + "/contacts" : std::string("/contacts"); }
    std::string query(Grouping shown, Date today) const { return "?group=" + std::string(name_of(shown)) + (as_of == today ? "" : "&as_of=" + as_of.to_iso()); }
};

/// The list and what stands above it.
struct Book {
    std::optional<bodies::Body> body;
    Date today;
    std::vector<ContactEntry> entries;
};

Result<Asked> asked_of(web::Request const& request, web::Context const& context)
{
    Asked asked { {}, grouping_from(request.query.get("group")).value_or(Grouping::Organization), context.today(), std::string(request.query.get("as_of")) };
    if (request.parameters.contains("body"))
        asked.body = TRY(request.id<bodies::BodyId>("body"));
    if (asked.typed_as_of.find_first_not_of(" \t\n") == std::string::npos)
        return asked;
    auto const day = people::read_date(asked.typed_as_of, context.today());
    asked.is_unreadable = !day;
    asked.as_of = day.value_or(asked.as_of);
    return asked;
}

/// Who opens the list of a body shares it, or administers; the guard asked.
people::Viewer viewer_of(web::Context const& context, db::Reader const& reader, std::optional<bodies::BodyId> const& body)
{
    people::Viewer viewer;
    viewer.administers = context.visitor && context.visitor->administrator;
    viewer.shares_body = body.has_value();
    viewer.coordinates = body && context.may(reader, bodies::view_coordination, body->text());
    return viewer;
}

Result<Book> read_book(web::Context const& context, db::Reader const& reader, Asked const& asked)
{
    auto const viewer = viewer_of(context, reader, asked.body);
    if (!asked.body)
        return Book { {}, context.today(), TRY(directory_contacts(reader, asked.as_of, viewer)) };
    auto body = TRY(bodies::find_body(reader, *asked.body));
    auto const today = TRY(today_of(reader, context, body));
    auto entries = TRY(body_contacts(reader, body.id, asked.as_of, viewer, context.visitor ? context.visitor->person : std::string()));
    return Book { std::move(body), today, std::move(entries) };
}

std::string title_of(Book const& book, web::Localization const& language)
{
    return book.body ? language(tr("Contacts of {body}", { { "body", book.body->short_name() } })) : language.t("Contacts of everybody");
}

BookLine line_of(ContactEntry const& entry, web::Localization const& language)
{
    BookLine line { "/people/" + entry.person.text(), entry.name, entry.organization_short, entry.function, role_words(entry, language), entry.emails };
    line.reach.insert(line.reach.end(), entry.phones.begin(), entry.phones.end());
    if (!entry.whatsapp.empty())
        line.reach.push_back("WhatsApp " + entry.whatsapp);
    if (!entry.skype.empty())
        line.reach.push_back("Skype " + entry.skype);
    return line;
}

/// One page of the groups: a group that goes on on the next page has its title there again.
std::vector<BookSection> sections_of(std::vector<ContactGroup> const& groups, std::size_t first, web::Localization const& language)
{
    std::vector<BookSection> sections;
    std::size_t place = 0;
    for (auto const& group : groups) {
        BookSection section { group.title.empty() ? group.name : language(group.title), {} };
        for (auto const* entry : group.entries) {
            if (place >= first && place < first + entries_shown)
                section.lines.push_back(line_of(*entry, language));
            ++place;
        }
        if (!section.lines.empty())
            sections.push_back(std::move(section));
    }
    return sections;
}

void fill_links(BookView& view, Asked const& asked, Date today, web::Localization const& language)
{
    for (auto const grouping : groupings())
        view.groupings.push_back({ language(label_of(grouping)), asked.path() + asked.query(grouping, today), grouping == asked.grouping });
    for (auto const* extension : { "xlsx", "csv", "docx", "pdf" })
        view.files.push_back({ extension, asked.path() + "/export." + extension + asked.query(asked.grouping, today) });
    view.files.push_back({ language.t("cards (vCard)"), asked.path() + "/export.vcf" + asked.query(asked.grouping, today) });
}

Result<web::Reply> show_book(web::Request const& request, web::Context& context)
{
    auto const asked = TRY(asked_of(request, context));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const book = TRY(read_book(context, reader, asked));
        BookView view;
        if (book.body) {
            view.rooms = bodies::rooms_of(context, reader, *book.body, bodies::Room::Members);
            view.body = book.body->id.text();
            view.may_import = context.may(reader, bodies::manage_members, view.body);
        }
        view.totals = language(totals_of(book.entries));
        view.grouping = std::string(name_of(asked.grouping));
        auto const message = asked.is_unreadable ? language(people::unreadable_date(asked.typed_as_of)) : std::string();
        view.as_of = web::date_field({ "as_of", language.t("As of"), language.t("Empty: today. Roles and affiliations are those of the day, addresses and numbers today’s."), message, true }, asked.typed_as_of, language);
        fill_links(view, asked, book.today, language);
        auto const groups = grouped(book.entries, asked.grouping);
        std::size_t shown = 0;
        for (auto const& group : groups)
            shown += group.entries.size();
        auto const pagination = web::paginate(int(shown), request.query.get("page"), entries_shown);
        view.pages = web::pagination_links(context, request, pagination);
        view.sections = sections_of(groups, std::size_t(pagination.page - 1) * entries_shown, language);
        view.empty = { language.t("Nobody is listed on that day"), language.t("Import the contact list you have, or add the members one by one."),
            view.may_import ? language.t("Import a contact list") : std::string(), view.may_import ? "/bodies/" + view.body + "/contacts/import" : std::string() };
        auto trail = book.body ? members_trail(context, *book.body) : std::vector<web::Crumb> {};
        web::Page page { title_of(book, language), std::move(trail), book.body ? "/bodies" : "/contacts", html::book(view, context.templates()), asked.is_unreadable };
        return web::page(context, std::move(page), asked.is_unreadable ? 422 : 200);
    });
}

enum class FileKind { Xlsx, Csv, Docx, Pdf, Vcf };

Result<std::string> bytes_of(FileKind kind, Book const& book, Asked const& asked, BookHeading const& heading, web::Localization const& language)
{
    switch (kind) {
    case FileKind::Xlsx: return formats::write_xlsx(contact_workbook(book.entries, heading, language));
    case FileKind::Csv: return formats::write_csv(contact_workbook(book.entries, heading, language).sheets.front());
    case FileKind::Docx: return formats::write_docx(contact_document(book.entries, asked.grouping, heading, language));
    case FileKind::Pdf: return formats::write_pdf(contact_document(book.entries, asked.grouping, heading, language));
    case FileKind::Vcf: break;
    }
    return formats::write_vcards(contact_cards(book.entries));
}

template<FileKind kind>
Result<web::Reply> export_book(web::Request const& request, web::Context& context)
{
    struct Format {
        std::string extension;
        std::string type;
    };
    static std::array<Format, 5> const formats { { { "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }, { "csv", "text/csv; charset=utf-8" },
        { "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" }, { "pdf", "application/pdf" }, { "vcf", "text/vcard; charset=utf-8" } } };
    auto const asked = TRY(asked_of(request, context));
    if (asked.is_unreadable)
        return fail(ErrorKind::Invalid, people::unreadable_date(asked.typed_as_of));
    auto const& language = context.file_language;
    auto const book = TRY(context.db.read([&](db::Reader const& reader) { return read_book(context, reader, asked); }));
    BookHeading const heading { title_of(book, language), context.visitor ? context.visitor->name : std::string(), asked.as_of, context.now };
    auto bytes = TRY(bytes_of(kind, book, asked, heading, language));
    auto const& format = formats[std::size_t(kind)];
    return web::download(std::move(bytes), format.type, heading.title + " – " + asked.as_of.to_iso() + "." + format.extension);
}

void add_routes(std::vector<web::Route>& routes, std::string const& path, web::Access const& access)
{
    using enum web::Method;
    routes.push_back({ Get, path, show_book, access });
    routes.push_back({ Get, path + "/export.xlsx", export_book<FileKind::Xlsx>, access });
    routes.push_back({ Get, path + "/export.csv", export_book<FileKind::Csv>, access });
    routes.push_back({ Get, path + "/export.docx", export_book<FileKind::Docx>, access });
    routes.push_back({ Get, path + "/export.pdf", export_book<FileKind::Pdf>, access });
    routes.push_back({ Get, path + "/export.vcf", export_book<FileKind::Vcf>, access });
}

} // namespace

std::vector<web::Route> book_routes()
{
    std::vector<web::Route> routes;
    add_routes(routes, "/bodies/:body/contacts", web::by_right(bodies::view_body, bodies::body_in_path));
    add_routes(routes, "/contacts", web::administrator());
    return routes;
}

} // namespace toguna::contacts
