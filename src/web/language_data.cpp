#include "web/language_data.hpp"

#include <unicode/coll.h>
#include <unicode/dcfmtsym.h>
#include <unicode/dtfmtsym.h>

#include <stdexcept>

namespace toguna::web {

namespace {

void require_success(UErrorCode status)
{
    if (U_FAILURE(status))
        throw std::runtime_error(std::string("ICU has no data: ") + u_errorName(status));
}

std::string utf8(icu::UnicodeString const& text)
{
    std::string result;
    text.toUTF8String(result);
    return result;
}

} // namespace

struct LanguageData::Order {
    std::unique_ptr<icu::Collator> collator;
};

LanguageData::LanguageData(std::string const& language) : m_order(std::make_unique<Order>())
{
    auto const locale = icu::Locale(language.c_str());
    auto status = U_ZERO_ERROR;

    auto const names = icu::DateFormatSymbols(locale, status);
    require_success(status);
    int32_t count = 0;
    auto const* months = names.getMonths(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
    for (std::size_t month = 0; month < m_months.size(); ++month)
        m_months[month] = utf8(months[month]);
    auto const* weekdays = names.getWeekdays(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
    for (std::size_t day = 0; day < m_weekdays.size(); ++day)
        m_weekdays[day] = utf8(weekdays[(day + 1) % 7 + 1]); // ICU counts from 1, Sunday

    auto const signs = icu::DecimalFormatSymbols(locale, status);
    require_success(status);
    m_thousands_separator = utf8(signs.getConstSymbol(icu::DecimalFormatSymbols::kGroupingSeparatorSymbol));
    m_decimal_separator = utf8(signs.getConstSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol));

    m_order->collator.reset(icu::Collator::createInstance(locale, status));
    require_success(status);
}

LanguageData::~LanguageData() = default;

bool LanguageData::less(std::string_view left, std::string_view right) const
{
    auto status = U_ZERO_ERROR;
    auto const piece = [](std::string_view text) { return icu::StringPiece(text.data(), static_cast<int32_t>(text.size())); };
    auto const order = m_order->collator->compareUTF8(piece(left), piece(right), status);
    return U_SUCCESS(status) ? order == UCOL_LESS : left < right;
}

} // namespace toguna::web
