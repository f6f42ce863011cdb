#include "web/catalogue.hpp"

#include "web/embedded.hpp"

#include <boost/locale/gnu_gettext.hpp>

namespace toguna::web {

using Facet = boost::locale::message_format<char>;

Catalogue::Catalogue(std::string const& language) : m_locale(std::locale::classic())
{
    auto const bytes = embedded_file(language + ".mo");
    if (bytes.empty())
        return;
    boost::locale::gnu_gettext::messages_info info;
    info.language = language;
    info.encoding = "UTF-8";
    info.domains.emplace_back("toguna");
    info.paths.emplace_back();
    info.callback = [bytes](std::string const&, std::string const&) { return std::vector<char>(bytes.begin(), bytes.end()); };
    m_locale = std::locale(m_locale, boost::locale::gnu_gettext::create_messages_facet<char>(info));
    m_has_messages = true;
}

std::string_view Catalogue::sentence(Text const& text) const
{
    bool const counts = !text.plural().empty();
    if (m_has_messages) {
        auto const& facet = std::use_facet<Facet>(m_locale);
        char const* const found = counts ? facet.get(0, nullptr, text.singular().c_str(), static_cast<int>(text.count() % 1'000'000)) : facet.get(0, nullptr, text.singular().c_str());
        if (found)
            return found;
    }
    return counts && text.count() != 1 ? text.plural() : text.singular();
}

} // namespace toguna::web
