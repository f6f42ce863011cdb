#include "app/export_pages.hpp"

#include "app/commands.hpp"
#include "app/data_archive.hpp"
#include "app/export_everything.html.hpp"
#include "journal/store.hpp"
#include "web/layout.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace toguna::app {

namespace {

namespace files = std::filesystem;

/// A download is made in memory; a larger library leaves by the command.
constexpr std::uintmax_t largest_download = 200u * 1024 * 1024;

/// Of the library; 0 when there is none.
std::uintmax_t bytes_below(std::string const& directory)
{
    std::error_code problem;
    std::uintmax_t bytes = 0;
    for (files::recursive_directory_iterator entry(directory, problem), end; !problem && entry != end; entry.increment(problem))
        if (entry->is_regular_file(problem))
            bytes += entry->file_size(problem);
    return bytes;
}

/// Disappears with its content.
class Workshop {
public:
    explicit Workshop(Chance& chance) : m_path(files::temp_directory_path() / ("toguna-export-" + new_unordered_id_text(chance))) { }
    ~Workshop()
    {
        std::error_code ignored;
        files::remove_all(m_path, ignored);
    }
    Workshop(Workshop const&) = delete;

    /// Readable by this process alone: the export holds what only administrators may see.
    Result<std::string> file(std::string const& name) const
    {
        std::error_code problem;
        files::create_directory(m_path, problem);
        if (!problem)
            files::permissions(m_path, files::perms::owner_all, problem);
        if (problem)
            return fail(ErrorKind::Unavailable, tr("{path} cannot be written. Check the free space and the rights of the folder.", { { "path", m_path.string() } }), problem.message());
        return (m_path / name).string();
    }

private:
    files::path m_path;
};

Result<web::Reply> show_export(web::Request const&, web::Context& context)
{
    auto const& language = context.language;
    return web::page(context, { language.t("Export everything"), { { language.t("Home"), "/" }, { language.t("About Toguna"), "/about" } }, {}, html::export_everything(context.templates()) });
}

/// POST /export
Result<web::Reply> create_export(web::Request const&, web::Context& context)
{
    auto const library = files_directory(context.configuration);
    if (bytes_below(library) > largest_download)
        return fail(ErrorKind::TooLarge, tr("The library is too large to leave through the browser. On the server, « toguna export --all --output FILE » writes it."));
    TRY(context.db.write([&](db::Transaction& tx) -> Result<void> {
        TRY(journal::record_event(tx, journal::actor_of(context), { .kind = "app.exported", .object = {} }, context.now, context.chance));
        return {};
    }));
    Workshop const workshop(context.chance);
    auto const path = TRY(workshop.file("export.zip"));
    TRY(export_all(context.db, library, path, context.now, {}));
    std::ifstream file(path, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(file), {});
    return web::download(std::move(bytes), "application/zip", "toguna-" + context.today().to_iso() + ".zip");
}

} // namespace

std::vector<web::Route> export_routes()
{
    return { { web::Method::Get, "/export", show_export, web::administrator() }, { web::Method::Post, "/export", create_export, web::administrator() } };
}

} // namespace toguna::app
