#include "terms/mandate_review.hpp"

#include "people/normalise.hpp"

#include <algorithm>
#include <set>

namespace toguna::terms {

namespace {

using formats::DocumentCell;
using formats::DocumentRow;
using formats::Tone;

/// What leaves the page whole: eight rows of one such text, or two texts each while there are few.
constexpr std::size_t longest_evidence = 90;
constexpr std::size_t few_texts = 8;

void count(ResponsibilityReview& line, ReviewedCommitment const& commitment)
{
    switch (commitment.state) {
    case bodies::CommitmentState::Kept:
        ++line.kept;
        break;
    case bodies::CommitmentState::Partly:
        ++line.partly;
        break;
    case bodies::CommitmentState::NotKept:
        ++line.not_kept;
        break;
    case bodies::CommitmentState::Open:
        ++line.open;
        break;
    }
    if (!people::tidy(commitment.evidence).empty())
        line.evidence.push_back(people::tidy(commitment.evidence));
}

/// At most so many characters, cut between two of them.
std::string shortened(std::string const& text, std::size_t most)
{
    if (people::length_of(text) <= most)
        return text;
    std::size_t at = 0;
    for (std::size_t characters = 0; at < text.size() && characters < most - 1; ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80)
            ++characters;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
        ++at;
    return text.substr(0, at) + "…";
}

DocumentCell cell(std::string text, Tone tone = Tone::None, bool bold = false) { return { .paragraphs = { { { std::move(text), bold } } }, .tone = tone }; }

Tone tone_of(ResponsibilityReview const& line)
{
    if (line.commitments() == 0)
        return Tone::Muted;
    if (line.not_kept > 0)
        return Tone::Weak;
    if (line.open > 0 || line.partly > 0)
        return Tone::Satisfactory;
    return Tone::Good;
}

/// « 2 tenus sur 3, 1 en cours ».
std::string counted(ResponsibilityReview const& line, web::Localization const& words)
{
    if (line.commitments() == 0)
        return words.t("no data");
    auto text = words(tr("{kept} kept of {total}", { { "kept", line.kept }, { "total", line.commitments() } }));
    if (line.partly > 0)
        text += ", " + words(tr("{count} partly", { { "count", line.partly } }));
    if (line.not_kept > 0)
        text += ", " + words(tr("{count} not kept", { { "count", line.not_kept } }));
    if (line.open > 0)
        text += ", " + words(tr("{count} open", { { "count", line.open } }));
    return text;
}

DocumentCell evidence_cell(ResponsibilityReview const& line, std::size_t most_evidence, web::Localization const& words)
{
    std::vector<std::string> texts;
    for (auto const& finding : line.findings)
        texts.push_back(words(finding));
    texts.insert(texts.end(), line.evidence.begin(), line.evidence.end());
    if (texts.empty())
        return cell(words.t("no data"), Tone::Muted);
    DocumentCell shown;
    for (std::size_t text = 0; text < std::min(texts.size(), most_evidence); ++text)
        shown.paragraphs.push_back({ { shortened(texts[text], longest_evidence) } });
    if (texts.size() > most_evidence)
        shown.paragraphs.back().push_back({ " " + words(trn("(and {count} more)", "(and {count} more)", static_cast<std::int64_t>(texts.size() - most_evidence))) });
    return shown;
}

formats::DocumentTable responsibilities_table(MandateReview const& review, web::Localization const& words)
{
    std::size_t texts = 0;
    for (auto const& line : review.lines)
        texts += line.evidence.size() + line.findings.size();
    formats::DocumentTable table { { 26, 24, 50 }, {}, "" };
    table.rows.push_back({ { cell(words.t("Responsibility"), Tone::Heading), cell(words.t("Commitments"), Tone::Heading), cell(words.t("Evidence and findings"), Tone::Heading) }, true });
    for (auto const& line : review.lines)
        table.rows.push_back({ { cell(words(bodies::label_of(line.responsibility)), Tone::None, true), cell(counted(line, words), tone_of(line)), evidence_cell(line, texts > few_texts ? 1 : 2, words) } });
    return table;
}

std::string name_of(Party const& party) { return party.name + (party.acronym.empty() || party.acronym == party.name ? "" : " (" + party.acronym + ")"); }

formats::DocumentTable mandate_table(ReviewFacts const& facts, MandateReview const& review, web::Localization const& words)
{
    formats::DocumentTable table { { 26, 74 }, {}, "" };
    auto const row = [&](std::string label, std::string value) {
        table.rows.push_back({ { cell(std::move(label), Tone::Section), value.empty() ? cell(words.t("no data"), Tone::Muted) : cell(shortened(value, longest_evidence)) } });
    };
    row(words.t("Organisation"), name_of(facts.organization));
    row(words.t("Person"), facts.person + (facts.time_share && !facts.person.empty() ? " (" + std::to_string(*facts.time_share) + "\u00A0%)" : ""));
    row(words.t("Lead agency"), facts.lead_agency ? name_of(*facts.lead_agency) : "");
    row(words.t("Mandate"), facts.ends_on ? words(tr("from {start} to {end}", { { "start", facts.starts_on }, { "end", *facts.ends_on } })) : words(tr("since {start}", { { "start", facts.starts_on } })));
    auto const& other = facts.of_lead_agency;
    row(words.t("Commitments of the lead agency"), other.total() > 0 ? words(tr("{kept} kept of {total}", { { "kept", other.kept }, { "total", other.total() } })) : "");
    row(words.t("Absences"), review.absences ? words(tr("co-coordination away: {holder} d; coordination away, replaced: {substituted} d", { { "holder", review.absences->of_holder }, { "substituted", review.absences->substituted } })) : "");
    return table;
}

/// Boxes for both sides, as on the engagement.
formats::DocumentTable signatures(ReviewFacts const& facts, web::Localization const& words)
{
    auto const box = [&] { return cell(words.t("Name, date and signature:") + "\n\n\n"); };
    return { { 1, 1 },
        { { { cell(words.t("For the coordination"), Tone::Section), cell(shortened(words(tr("For {name}", { { "name", facts.organization.acronym.empty() ? facts.organization.name : facts.organization.acronym } })), longest_evidence), Tone::Section) } },
            { { box(), box() } } },
        "" };
}

} // namespace

MandateReview review_of(ReviewFacts const& facts)
{
    MandateReview review;
    for (auto const responsibility : bodies::responsibilities()) {
        ResponsibilityReview line { .responsibility = responsibility };
        for (auto const& commitment : facts.commitments)
            if (commitment.responsibility == responsibility)
                count(line, commitment);
        if (auto const found = facts.findings.find(responsibility); found != facts.findings.end())
            line.findings = found->second;
        review.lines.push_back(std::move(line));
    }
    if (facts.absences.empty())
        return review;
    std::set<Date> of_holder;
    std::set<Date> substituted;
    auto const last_of_mandate = std::min(facts.ends_on.value_or(facts.as_of), facts.as_of);
    for (auto const& absence : facts.absences) {
        auto const last = std::min(absence.period.end().value_or(last_of_mandate), last_of_mandate);
        for (auto day = std::max(absence.period.start(), facts.starts_on); day <= last; day = day.plus_days(1))
            (absence.is_substituted ? substituted : of_holder).insert(day);
    }
    review.absences = AbsenceDays { static_cast<int>(of_holder.size()), static_cast<int>(substituted.size()) };
    return review;
}

formats::Document review_document(ReviewFacts const& facts, web::Localization const& words, Letterhead const& letterhead)
{
    auto const review = review_of(facts);
    formats::Document document;
    document.title = words.t("Review at the end of a mandate");
    document.subtitle = words(tr("Co-coordination · {body} · as of {date}", { { "body", facts.body_name }, { "date", facts.as_of } }));
    document.language = std::string(words.language());
    document.author = letterhead.author;
    document.header_left = letterhead.header;
    document.footer_left = letterhead.footer;
    document.page_word = letterhead.page_word;
    document.created = letterhead.created;
    document.blocks = { mandate_table(facts, review, words), responsibilities_table(review, words), formats::FormLine { words.t("What went well:") }, formats::FormLine { words.t("What to change:") },
        signatures(facts, words) };
    return document;
}

} // namespace toguna::terms
