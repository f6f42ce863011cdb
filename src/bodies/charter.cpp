#include "bodies/charter.hpp"

#include "people/normalise.hpp"

#include <algorithm>
#include <sstream>

namespace toguna::bodies {

namespace {

constexpr std::size_t longest_text = 40'000;
constexpr std::size_t longest_line = 300;
constexpr std::size_t most_lines = 2000;

std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines;
    std::istringstream stream { std::string(text) };
    for (std::string line; std::getline(stream, line) && lines.size() < most_lines;) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
            line.pop_back();
        lines.push_back(std::move(line));
    }
    return lines;
}

/// How many lines the rests from (i, j) on have in common, for each i and j.
std::vector<std::vector<std::size_t>> common_rests(std::vector<std::string> const& before, std::vector<std::string> const& after)
{
    std::vector<std::vector<std::size_t>> common(before.size() + 1, std::vector<std::size_t>(after.size() + 1));
    for (std::size_t i = before.size(); i-- > 0;)
        for (std::size_t j = after.size(); j-- > 0;)
            common[i][j] = before[i] == after[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    return common;
}

bool is_empty(std::string_view text) { return people::tidy(text).empty(); }

} // namespace

Result<Charter> checked(Charter charter)
{
    Error error { ErrorKind::Invalid, tr("This version cannot be saved as it is."), {}, {} };
    if (is_empty(charter.mandate) && is_empty(charter.objectives) && is_empty(charter.terms))
        error.fields.push_back({ "mandate", tr("Write at least the mandate, the objectives or the terms of reference.") });
    for (auto const& [field, text] : { std::pair("mandate", &charter.mandate), std::pair("objectives", &charter.objectives), std::pair("terms", &charter.terms) })
        if (people::length_of(*text) > longest_text)
            error.fields.push_back({ field, tr("This is longer than {limit} characters: shorten it.", { { "limit", longest_text } }) });
    for (auto const& [field, text] : { std::pair("norm_title", &charter.norm_title), std::pair("norm_issuer", &charter.norm_issuer), std::pair("norm_edition", &charter.norm_edition),
             std::pair("validated_by", &charter.validated_by) }) {
        *text = people::tidy(*text);
        if (people::length_of(*text) > longest_line)
            error.fields.push_back({ field, tr("This is longer than {limit} characters: shorten it.", { { "limit", longest_line } }) });
    }
    if (charter.norm_title.empty() && (!charter.norm_issuer.empty() || !charter.norm_edition.empty()))
        error.fields.push_back({ "norm_title", tr("Write the title of the guidance that is cited.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    return charter;
}

Charter const* charter_on(std::span<Charter const> charters, Date day)
{
    Charter const* found = nullptr;
    for (auto const& charter : charters)
        if (charter.valid_from <= day && (!found || charter.valid_from > found->valid_from || (charter.valid_from == found->valid_from && charter.number > found->number)))
            found = &charter;
    return found;
}

std::vector<DifferenceLine> differences(std::string_view before_text, std::string_view after_text)
{
    using Kind = DifferenceLine::Kind;
    auto const before = lines_of(before_text);
    auto const after = lines_of(after_text);
    auto const common = common_rests(before, after);
    std::vector<DifferenceLine> lines;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < before.size() || j < after.size()) {
        if (i < before.size() && j < after.size() && before[i] == after[j]) {
            lines.push_back({ Kind::Same, before[i++] });
            ++j;
        } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
            lines.push_back({ Kind::Removed, before[i++] });
        } else {
            lines.push_back({ Kind::Added, after[j++] });
        }
    }
    return lines;
}

} // namespace toguna::bodies
