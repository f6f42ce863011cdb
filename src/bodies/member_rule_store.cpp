#include "bodies/member_rule_store.hpp"

#include "bodies/member_rule_queries.hpp"

namespace toguna::bodies {

namespace {

std::optional<int> read_number(db::Row const& row, int column)
{
    auto const number = row.optional_integer(column);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

MemberRule read_rule(db::Row const& row)
{
    MemberRule rule;
    rule.most_persons = read_number(row, 0);
    rule.one_titular = row.boolean(1);
    rule.alternate_decides = row.boolean(2);
    rule.quorum = row.string(3);
    rule.criteria = { read_number(row, 4), static_cast<int>(row.integer(5)), read_number(row, 6), static_cast<int>(row.integer(7)) };
    rule.notice_days = static_cast<int>(row.integer(8));
    rule.version = row.integer(9);
    return rule;
}

} // namespace

Result<MemberRule> find_member_rule(db::Reader const& db, BodyId const& body)
{
    return TRY(db.first(sql::member_rule, { { "body", body } }, read_rule)).value_or(MemberRule {});
}

Result<void> save_member_rule(db::Transaction& tx, BodyId const& body, MemberRule const& given)
{
    auto const rule = TRY(checked(given));
    std::vector<db::Parameter> values { { "body", body }, { "most_persons", rule.most_persons }, { "one_titular", rule.one_titular }, { "alternate_decides", rule.alternate_decides },
        { "quorum", rule.quorum }, { "meetings", rule.criteria.meetings }, { "meeting_share", rule.criteria.meeting_share }, { "reports", rule.criteria.reports },
        { "report_share", rule.criteria.report_share }, { "notice_days", rule.notice_days } };
    if (rule.version > 0)
        values.push_back({ "version", rule.version });
    if (TRY(tx.execute(rule.version > 0 ? sql::update_member_rule : sql::insert_member_rule, values)) == 0)
        return fail(ErrorKind::Conflict, tr("Somebody changed this rule while you were writing. Open the page again: nothing of theirs was overwritten."));
    return {};
}

} // namespace toguna::bodies
