#pragma once
/// One reader's language: sentences from the gettext catalogues, dates and numbers from ICU.

#include "base/percentage.hpp"
#include "base/text.hpp"

#include <memory>
#include <string>
#include <vector>

namespace toguna::web {

/// Where the words will be read. HTML takes U+202F before ; ! ? and in numbers; files and mail take U+00A0 only (ux.md).
enum class Medium { Page, File };

/// Immutable and shared between threads; one per language and medium, made at the start of the program.
class Localization {
public:
    virtual ~Localization() = default;

    virtual std::string_view language() const = 0; ///< "fr", "en"

    /// Translates and fills the {places}. A message without translation is shown in English.
    virtual std::string operator()(Text const& text) const = 0;
    std::string t(std::string_view message) const { return (*this)(tr(message)); }

    virtual std::string date(Date date) const = 0;          ///< « 7 février 2017 »
    virtual std::string short_date(Date date) const = 0;    ///< « 07/02/2017 »
    virtual std::string full_date(Date date) const = 0;     ///< « mardi 7 février 2017 »
    virtual std::string month(YearMonth month) const = 0;   ///< « août 2023 »
    virtual std::string month_name(unsigned month) const = 0; ///< « août »
    /// « 7 février 2017 à 10 h 30 », shown in the country's time zone ("Africa/Ouagadougou").
    virtual std::string date_time(Instant instant, std::string_view time_zone) const = 0;
    virtual std::string time(Instant instant, std::string_view time_zone) const = 0; ///< « 10 h 30 »
    virtual std::string number(std::int64_t number) const = 0; ///< « 12 400 000 »
    virtual std::string percent(std::optional<Percentage> percentage) const = 0; ///< « 72,65 % », « 77 % », « n.d. »
    /// « a, b et c »
    virtual std::string list(std::vector<std::string> const& items) const = 0;
    /// Sorts as a reader of this language expects: É beside E, case last.
    virtual bool less(std::string_view left, std::string_view right) const = 0;
};

/// The languages that have a catalogue, French first: {"fr", "en"}.
std::vector<std::string> const& languages();

/// Never fails: an unknown language gives French, the language of the house.
Localization const& localization(std::string_view language, Medium medium = Medium::Page);

/// The local day of an instant, for "today" in a country.
Date local_date(Instant instant, std::string_view time_zone);
/// Hour and minute of the local clock, 0–1439.
int local_minute_of_day(Instant instant, std::string_view time_zone);

} // namespace toguna::web
