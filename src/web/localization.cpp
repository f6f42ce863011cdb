#include "web/localization.hpp"

#include "web/catalogue.hpp"
#include "web/embedded.hpp"
#include "web/language_data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>

namespace toguna::web {

namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view narrow_no_break_space = "\u202F";

/// Word, PDF readers and mail programs without U+202F in their fonts show a box; U+00A0 is everywhere.
void widen_narrow_spaces(std::string& text)
{
    for (auto at = text.find(narrow_no_break_space); at != std::string::npos; at = text.find(narrow_no_break_space, at))
        text.replace(at, narrow_no_break_space.size(), no_break_space);
}

/// Replaces {name} by what `value_of` says; a name it does not know (null) stays, so that the mistake is seen.
template<class ValueOf>
std::string fill(std::string_view sentence, ValueOf const& value_of)
{
    std::string result;
    result.reserve(sentence.size() + 32);
    while (!sentence.empty()) {
        auto const open = sentence.find('{');
        result.append(sentence.substr(0, open));
        if (open == std::string_view::npos)
            break;
        sentence.remove_prefix(open);
        auto const close = sentence.find('}');
        if (close == std::string_view::npos || !value_of(sentence.substr(1, close - 1), result)) {
            result += '{';
            sentence.remove_prefix(1);
        } else {
            sentence.remove_prefix(close + 1);
        }
    }
    return result;
}

struct Part {
    std::string_view name;
    std::string_view value;
};

std::string fill(std::string_view sentence, std::initializer_list<Part> parts)
{
    return fill(sentence, [parts](std::string_view name, std::string& out) {
        auto const found = std::find_if(parts.begin(), parts.end(), [name](Part const& part) { return part.name == name; });
        if (found != parts.end())
            out.append(found->value);
        return found != parts.end();
    });
}

class CatalogueLocalization final : public Localization {
public:
    CatalogueLocalization(std::string language, Catalogue const& catalogue, LanguageData const& data, Medium medium)
        : m_language(std::move(language)), m_catalogue(catalogue), m_data(data), m_medium(medium)
    {
        m_date = pattern(tr("{day} {month} {year}"));
        m_short_date = pattern(tr("{day}/{month}/{year}"));
        m_full_date = pattern(tr("{weekday} {day} {month} {year}"));
        m_month = pattern(tr("{month} {year}"));
        m_date_time = pattern(tr("{date} at {time}"));
        m_time = pattern(tr("{hour}:{minute}"));
        m_percent = pattern(tr("{number}%"));
        m_unknown = pattern(tr("n/a"));
        m_list_end = pattern(tr("{items} and {last}"));
        m_thousands_separator = m_data.thousands_separator();
        if (m_medium == Medium::File)
            widen_narrow_spaces(m_thousands_separator);
    }

    std::string_view language() const override { return m_language; }

    std::string operator()(Text const& text) const override
    {
        auto result = fill(m_catalogue.sentence(text), [&](std::string_view name, std::string& out) {
            for (auto const& argument : text.arguments()) {
                if (argument.name == name) {
                    out.append(written(argument.value));
                    return true;
                }
            }
            return false;
        });
        return for_medium(std::move(result));
    }

    std::string date(Date date) const override
    {
        return fill(m_date, { { "day", day_of_month(date) }, { "month", m_data.month(date.month()) }, { "year", fmt::to_string(date.year()) } });
    }

    std::string short_date(Date date) const override
    {
        return fill(m_short_date, { { "day", fmt::format("{:02}", date.day()) }, { "month", fmt::format("{:02}", date.month()) }, { "year", fmt::to_string(date.year()) } });
    }

    std::string full_date(Date date) const override
    {
        return fill(m_full_date,
            { { "weekday", m_data.weekday(date.weekday()) }, { "day", day_of_month(date) }, { "month", m_data.month(date.month()) }, { "year", fmt::to_string(date.year()) } });
    }

    std::string month(YearMonth month) const override
    {
        return fill(m_month, { { "month", m_data.month(month.month) }, { "year", fmt::to_string(month.year) } });
    }

    std::string month_name(unsigned month) const override { return m_data.month(month); }

    std::string date_time(Instant instant, std::string_view time_zone) const override
    {
        return fill(m_date_time, { { "date", date(local_date(instant, time_zone)) }, { "time", time(instant, time_zone) } });
    }

    std::string time(Instant instant, std::string_view time_zone) const override
    {
        auto const minute = local_minute_of_day(instant, time_zone);
        auto const hour = m_language == "fr" ? fmt::to_string(minute / 60) : fmt::format("{:02}", minute / 60);
        return fill(m_time, { { "hour", hour }, { "minute", fmt::format("{:02}", minute % 60) } });
    }

    std::string number(std::int64_t number) const override
    {
        auto const digits = fmt::to_string(number < 0 ? -static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number));
        std::string result = number < 0 ? "\u2212" : "";
        for (std::size_t at = 0; at < digits.size(); ++at) {
            if (at > 0 && (digits.size() - at) % 3 == 0)
                result += m_thousands_separator;
            result += digits[at];
        }
        return result;
    }

    std::string percent(std::optional<Percentage> percentage) const override
    {
        if (!percentage)
            return m_unknown;
        auto const hundredths = percentage->hundredths() % 100;
        auto number = fmt::to_string(percentage->hundredths() / 100);
        if (hundredths != 0)
            number += m_data.decimal_separator() + fmt::format("{:02}", hundredths);
        return fill(m_percent, { { "number", number } });
    }

    std::string list(std::vector<std::string> const& items) const override
    {
        if (items.empty())
            return {};
        auto result = items.front();
        for (std::size_t at = 1; at + 1 < items.size(); ++at)
            result += ", " + items[at];
        return items.size() == 1 ? result : fill(m_list_end, { { "items", result }, { "last", items.back() } });
    }

    bool less(std::string_view left, std::string_view right) const override { return m_data.less(left, right); }

private:
    /// « 1er août »: the first of a month is an ordinal in French.
    std::string day_of_month(Date date) const { return m_language == "fr" && date.day() == 1 ? "1er" : fmt::to_string(date.day()); }

    std::string pattern(Text const& text) const { return for_medium(std::string(m_catalogue.sentence(text))); }

    std::string for_medium(std::string text) const
    {
        if (m_medium == Medium::File)
            widen_narrow_spaces(text);
        return text;
    }

    std::string written(Text::Value const& value) const
    {
        if (auto const* text = std::get_if<std::string>(&value))
            return *text;
        if (auto const* count = std::get_if<std::int64_t>(&value))
            return number(*count);
        if (auto const* day = std::get_if<Date>(&value))
            return date(*day);
        return (*this)(*std::get<std::shared_ptr<Text const>>(value));
    }

    std::string m_language;
    Catalogue const& m_catalogue;
    LanguageData const& m_data;
    Medium m_medium;
    std::string m_date, m_short_date, m_full_date, m_month, m_date_time, m_time, m_percent, m_unknown, m_list_end;
    std::string m_thousands_separator;
};

/// One language in both media; catalogue and names are shared.
struct Language {
    explicit Language(std::string const& name)
        : catalogue(name), data(name == "en" ? "en_GB" : name), page(name, catalogue, data, Medium::Page), file(name, catalogue, data, Medium::File)
    {
    }
    Catalogue catalogue;
    LanguageData data;
    CatalogueLocalization page;
    CatalogueLocalization file;
};

/// Made when first asked for: a country that only speaks French never pays for English.
Language const& language_named(std::string const& name)
{
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<Language const>> made;
    std::lock_guard const lock(mutex);
    auto& language = made[name];
    if (!language)
        language = std::make_unique<Language const>(name);
    return *language;
}

} // namespace

std::vector<std::string> const& languages()
{
    static auto const all = [] {
        std::vector<std::string> names { "fr", "en" };
        for (auto const& file : embedded_files())
            if (file.name.size() > 3 && file.name.substr(file.name.size() - 3) == ".mo" && file.name != "fr.mo")
                names.emplace_back(file.name.substr(0, file.name.size() - 3));
        return names;
    }();
    return all;
}

Localization const& localization(std::string_view language, Medium medium)
{
    auto const known = std::find(languages().begin(), languages().end(), language);
    auto const& found = language_named(known != languages().end() ? *known : languages().front());
    return medium == Medium::Page ? found.page : found.file;
}

} // namespace toguna::web
