#include "web/assets.hpp"

#include "web/digest.hpp"
#include "web/embedded.hpp"
#include "web/transfer.hpp"

#include <array>
#include <deque>
#include <mutex>
#include <stdexcept>
#include <unordered_map>

namespace toguna::web {

namespace {

struct AssetType {
    std::string_view extension;
    std::string_view content_type;
};

constexpr std::array<AssetType, 8> asset_types { {
    { ".css", "text/css; charset=utf-8" },
    { ".js", "text/javascript; charset=utf-8" },
    { ".svg", "image/svg+xml" },
    { ".png", "image/png" },
    { ".ico", "image/x-icon" },
    { ".webmanifest", "application/manifest+json" },
    { ".txt", "text/plain; charset=utf-8" },
    { ".woff2", "font/woff2" },
} };

struct Asset {
    std::string_view bytes;
    std::string_view content_type;
    std::string path;
    std::once_flag compressed; ///< at the first wish, so that the start does not wait for brotli
    std::string gzip = {};
    std::string brotli = {};

    Asset(EmbeddedFile const& file, std::string_view type, std::string hashed_path)
        : bytes(file.bytes)
        , content_type(type)
        , path(std::move(hashed_path))
    {
    }
};

/// Only files of a type above are given out: catalogues travel in the executable too.
class AssetTable {
public:
    AssetTable()
    {
        for (auto const& file : embedded_files()) {
            auto const dot = file.name.rfind('.');
            if (dot == std::string_view::npos)
                continue;
            for (auto const& type : asset_types) {
                if (file.name.substr(dot) != type.extension)
                    continue;
                auto hashed = std::string(file.name.substr(0, dot)) + '.' + content_digest(file.bytes).substr(0, 12) + std::string(type.extension);
                auto& asset = m_assets.emplace_back(file, type.content_type, "/assets/" + hashed);
                m_by_name.emplace(file.name, &asset);
                m_by_hashed_name.emplace(std::move(hashed), &asset);
            }
        }
    }
    Asset const& by_name(std::string_view name) const
    {
        auto const found = m_by_name.find(std::string(name));
        if (found == m_by_name.end())
            throw std::logic_error("no such asset: " + std::string(name));
        return *found->second;
    }
    Asset* by_hashed_name(std::string_view name) const
    {
        auto const found = m_by_hashed_name.find(std::string(name));
        return found == m_by_hashed_name.end() ? nullptr : found->second;
    }

private:
    std::deque<Asset> m_assets;
    std::unordered_map<std::string, Asset*> m_by_name;
    std::unordered_map<std::string, Asset*> m_by_hashed_name;
};

AssetTable const& assets()
{
    static AssetTable const table;
    return table;
}

} // namespace

std::string const& asset_path(std::string_view name) { return assets().by_name(name).path; }

Result<Reply> asset_reply(std::string_view hashed_name, std::string_view accept_encoding)
{
    auto* const asset = assets().by_hashed_name(hashed_name);
    if (!asset)
        return fail(ErrorKind::NotFound, tr("This page does not exist."), "no asset " + std::string(hashed_name));
    Reply reply;
    reply.content_type = asset->content_type;
    reply.headers = { { "Cache-Control", "public, max-age=31536000, immutable" }, { "ETag", '"' + std::string(hashed_name) + '"' } };
    auto const encoding = is_compressible(asset->content_type) ? accepted_encoding(accept_encoding) : Encoding::Identity;
    if (encoding == Encoding::Identity) {
        reply.body = asset->bytes;
        return reply;
    }
    std::call_once(asset->compressed, [&] {
        asset->gzip = compress(asset->bytes, Encoding::Gzip, true);
        asset->brotli = compress(asset->bytes, Encoding::Brotli, true);
    });
    reply.body = encoding == Encoding::Brotli ? asset->brotli : asset->gzip;
    reply.headers.emplace_back("Content-Encoding", encoding == Encoding::Brotli ? "br" : "gzip");
    reply.headers.emplace_back("Vary", "Accept-Encoding");
    return reply;
}

Result<Reply> show_asset(Request const& request, Context&)
{
    auto const name = request.parameters.find("name");
    return asset_reply(name == request.parameters.end() ? std::string_view() : std::string_view(name->second), request.header("accept-encoding"));
}

} // namespace toguna::web
