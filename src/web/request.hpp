#pragma once
/// A request as a value: what the browser sent, decoded once, before any handler sees it.

#include "base/id.hpp"
#include "base/result.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::web {

enum class Method { Get, Head, Post };

/// Names may repeat, as check boxes do; order is kept.
class Fields {
public:
    void add(std::string name, std::string value) { m_fields.emplace_back(std::move(name), std::move(value)); }
    /// The first value of that name; empty text when absent.
    std::string_view get(std::string_view name) const;
    bool has(std::string_view name) const;
    std::vector<std::string_view> all(std::string_view name) const;
    std::vector<std::pair<std::string, std::string>> const& pairs() const { return m_fields; }

private:
    std::vector<std::pair<std::string, std::string>> m_fields;
};

struct UploadedFile {
    std::string field;
    std::string name; ///< as the browser sent it, directories cut off; never used as a path
    std::string bytes;
};

struct Request {
    Method method = Method::Get;
    std::string path;   ///< decoded, without query: "/plans/0abc"
    std::string target; ///< as sent, with query, for « go back to »
    Fields query;
    Fields form; ///< urlencoded or multipart body
    std::vector<UploadedFile> files;
    std::map<std::string, std::string, std::less<>> headers; ///< names in lower case
    std::map<std::string, std::string, std::less<>> parameters; ///< filled by the router: "/plans/:plan"
    std::string remote_address; ///< of the browser; behind a trusted proxy, what it forwards
    bool secure = false;        ///< came over TLS, here or at the trusted proxy

    std::string_view header(std::string_view name) const;
    std::optional<std::string> cookie(std::string_view name) const;
    /// NotFound when the route has no such parameter or it is no identifier.
    template<class IdType>
    Result<IdType> id(std::string_view parameter) const
    {
        auto const found = parameters.find(parameter);
        if (found != parameters.end())
            if (auto id = IdType::parse(found->second))
                return *id;
        return fail(ErrorKind::NotFound, tr("This page does not exist."), "bad id in " + path);
    }
};

} // namespace toguna::web
