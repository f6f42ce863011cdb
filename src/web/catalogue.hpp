#pragma once
/// Sentences of one language from its gettext catalogue, embedded as "<language>.mo".

#include "base/text.hpp"

#include <locale>
#include <string>

namespace toguna::web {

class Catalogue {
public:
    /// A language without catalogue speaks English, the language of the messages themselves.
    explicit Catalogue(std::string const& language);

    /// The translated sentence with its {places} still open; the catalogue's plural rule chooses the form.
    std::string_view sentence(Text const& text) const;

private:
    std::locale m_locale; // carries the gettext facet
    bool m_has_messages = false;
};

} // namespace toguna::web
