#include "actions/reminder_mailer.hpp"

#include "actions/answer.hpp"
#include "mail/letter.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

constexpr std::size_t subject_length = 60;

/// RFC 3834: machines do not answer. Whoever wants no more of these writes to the address they came from.
std::vector<std::pair<std::string, std::string>> headers_of(std::string const& reply_to)
{
    std::vector<std::pair<std::string, std::string>> headers { { "Auto-Submitted", "auto-generated" } };
    if (!reply_to.empty()) {
        headers.emplace_back("Reply-To", "<" + reply_to + ">");
        headers.emplace_back("List-Unsubscribe", "<mailto:" + reply_to + "?subject=unsubscribe>");
    }
    return headers;
}

std::string note_of(ReminderLine const& line, web::Localization const& language)
{
    auto const& reference = line.action.reference;
    if (line.period)
        return language(tr("{reference} · from {start} to {end}: nobody has said yet whether it is done",
            { { "reference", reference }, { "start", line.period->period_start }, { "end", line.period->period_end } }));
    if (!line.deadline)
        return language(tr("{reference} · changed this week, no date yet", { { "reference", reference } }));
    auto const day = language.full_date(*line.deadline);
    switch (line.topic) {
    case ReminderTopic::Overdue: return language(tr("{reference} · overdue, was due on {day}", { { "reference", reference }, { "day", day } }));
    case ReminderTopic::DueThisWeek: return language(tr("{reference} · due on {day}", { { "reference", reference }, { "day", day } }));
    case ReminderTopic::Changed: return language(tr("{reference} · changed this week, due on {day}", { { "reference", reference }, { "day", day } }));
    }
    return reference;
}

/// Opening the page answers nothing: programs that look into mails follow links too. One more tap confirms.
mail::LetterItem item_of(ReminderLine const& line, web::Localization const& language)
{
    mail::LetterItem item { line.action.text, note_of(line, language) };
    for (auto const answer : offered_answers(line.action))
        item.links.push_back({ language(label_of(answer)), line.link + "?answer=" + std::string(name_of(answer)) });
    return item;
}

std::string weekly_subject(std::vector<ReminderLine> const& lines, web::Localization const& language)
{
    auto const count = [&](ReminderTopic topic) { return std::count_if(lines.begin(), lines.end(), [&](auto const& line) { return line.topic == topic; }); };
    if (auto const overdue = count(ReminderTopic::Overdue))
        return language(trn("{count} action is overdue", "{count} actions are overdue", overdue));
    if (auto const due = count(ReminderTopic::DueThisWeek))
        return language(trn("{count} action is due this week", "{count} actions are due this week", due));
    return language(trn("{count} action has changed", "{count} actions have changed", static_cast<std::int64_t>(lines.size())));
}

std::string subject_of(ReminderLetter const& letter, web::Localization const& language)
{
    std::vector<std::string> bodies;
    for (auto const& line : letter.lines)
        if (std::find(bodies.begin(), bodies.end(), line.body_short_name) == bodies.end())
            bodies.push_back(line.body_short_name);
    auto const text = shortened(letter.lines.front().action.text, subject_length);
    std::string what;
    switch (letter.stage) {
    case ReminderStage::Weekly: what = weekly_subject(letter.lines, language); break;
    case ReminderStage::Before: what = language(tr("due soon: {action}", { { "action", text } })); break;
    case ReminderStage::After: what = language(tr("the date has passed: {action}", { { "action", text } })); break;
    }
    return language(tr("{bodies} – {what}", { { "bodies", language.list(bodies) }, { "what", what } }));
}

/// Bodies in the order of their first action; within one, the order of the reminder.
std::vector<mail::LetterBlock> items_by_body(std::vector<ReminderLine> const& lines, web::Localization const& language)
{
    std::vector<mail::LetterBlock> blocks;
    std::vector<std::string> shown;
    for (auto const& first : lines) {
        if (std::find(shown.begin(), shown.end(), first.body_name) != shown.end())
            continue;
        shown.push_back(first.body_name);
        blocks.push_back(mail::LetterHeading { first.body_name });
        for (auto const& line : lines)
            if (line.body_name == first.body_name)
                blocks.push_back(item_of(line, language));
    }
    return blocks;
}

mail::Message message_of(mail::Letter const& letter, mail::Address const& to, std::string const& reply_to)
{
    return { .from = {}, .to = to, .subject = letter.title, .text = mail::letter_text(letter), .html = mail::letter_html(letter), .headers = headers_of(reply_to) };
}

} // namespace

std::string shortened(std::string const& text, std::size_t length)
{
    auto const is_continuation = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; };
    std::size_t letters = 0;
    std::size_t last_space = std::string::npos;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_continuation(text[at]))
            continue;
        if (letters++ == length)
            return text.substr(0, last_space == std::string::npos ? at : last_space) + "…";
        if (text[at] == ' ')
            last_space = at;
    }
    return text;
}

mail::Message reminder_message(ReminderLetter const& letter, web::Localization const& language)
{
    mail::Letter page { std::string(language.language()), subject_of(letter, language), {} };
    page.blocks.push_back(mail::LetterParagraph { language(tr("Hello {name},", { { "name", letter.to.name } })) });
    for (auto& block : items_by_body(letter.lines, language))
        page.blocks.push_back(std::move(block));
    page.blocks.push_back(mail::LetterParagraph { language.t("Choose your answer: a page opens where you confirm it with one tap. No account is needed.") });
    page.footer = language.t("You get this reminder because you, or your organisation, are responsible for these actions. If that is no longer so, answer this "
                             "e-mail: the coordination will change it. The links are yours: do not pass them on.");
    return message_of(page, letter.to, letter.reply_to);
}

mail::Message coordinator_message(CoordinatorSubject subject, mail::Address const& to, std::string const& body_name, std::vector<CoordinatorLine> const& lines,
    web::Localization const& language)
{
    mail::Letter page { std::string(language.language()), {}, {} };
    bool const blocked = subject == CoordinatorSubject::Blocked;
    page.title = blocked
        ? language(tr("{body} – blocked: {action}", { { "body", body_name }, { "action", shortened(lines.front().action.text, subject_length) } }))
        : language(trn("{body} – {count} action has missed its dates", "{body} – {count} actions have missed their dates", static_cast<std::int64_t>(lines.size()),
            { { "body", body_name } }));
    page.blocks.push_back(mail::LetterParagraph { language(tr("Hello {name},", { { "name", to.name } })) });
    for (auto const& line : lines)
        page.blocks.push_back(mail::LetterItem { line.action.text, line.note, { { language.t("Open the action"), line.link } } });
    page.footer = language(tr("You get this e-mail because you coordinate {body}.", { { "body", body_name } }));
    return message_of(page, to, {});
}

} // namespace toguna::actions
