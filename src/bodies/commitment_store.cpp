#include "bodies/commitment_store.hpp"

#include "bodies/commitment_queries.hpp"
#include "people/normalise.hpp"

namespace toguna::bodies {

namespace {

Commitment read_commitment(db::Row const& row)
{
    return { row.id<CommitmentId>(0), row.id<EngagementId>(1), commitment_side_from(row.text(2)).value_or(CommitmentSide::CoCoordinator),
        commitment_subject_from(row.text(3)).value_or(CommitmentSubject::Other), row.string(4) };
}

Assessment read_assessment(db::Row const& row)
{
    return { row.id<AssessmentId>(0), commitment_state_from(row.text(2)).value_or(CommitmentState::Open), row.string(3), row.optional_id<documents::FileId>(4), row.date(5), row.string(6) };
}

Result<void> check_texts(std::vector<Commitment> const& commitments)
{
    Error error { ErrorKind::Invalid, tr("These commitments cannot be saved as they are."), {}, {} };
    for (std::size_t place = 0; place < commitments.size(); ++place) {
        auto const field = "text_" + std::to_string(place);
        if (commitments[place].text.empty())
            error.fields.push_back({ field, tr("Write what is committed to, or untick it.") });
        else if (people::length_of(commitments[place].text) > longest_commitment)
            error.fields.push_back({ field, tr("This text is longer than {limit} characters: shorten it.", { { "limit", longest_commitment } }) });
    }
    if (!error.fields.empty())
        return fail(std::move(error));
    return {};
}

} // namespace

Result<std::vector<Commitment>> list_commitments(db::Reader const& db, EngagementId const& engagement, Date day)
{
    auto commitments = TRY(db.all(sql::commitments_of, { { "engagement", engagement } }, read_commitment));
    std::map<CommitmentId, Assessment> latest;
    TRY(db.each(sql::assessments_of, { { "engagement", engagement }, { "day", day } }, [&](db::Row const& row) { latest.insert_or_assign(row.id<CommitmentId>(1), read_assessment(row)); }));
    for (auto& commitment : commitments)
        if (auto const found = latest.find(commitment.id); found != latest.end())
            commitment.assessment = found->second;
    return commitments;
}

Result<Commitment> find_commitment(db::Reader const& db, EngagementId const& engagement, CommitmentId const& id, Date day)
{
    for (auto const& commitment : TRY(list_commitments(db, engagement, day)))
        if (commitment.id == id)
            return commitment;
    return fail(ErrorKind::NotFound, tr("This commitment does not exist."));
}

Result<std::map<EngagementId, CommitmentFigures>> commitment_figures_of_body(db::Reader const& db, BodyId const& body, Date day)
{
    std::map<EngagementId, std::map<CommitmentId, Commitment>> commitments;
    TRY(db.each(sql::commitment_states_of_body, { { "body", body }, { "day", day } }, [&](db::Row const& row) {
        auto const engagement = row.id<EngagementId>(0);
        auto const id = row.id<CommitmentId>(1);
        Commitment commitment { .id = id, .engagement = engagement, .side = commitment_side_from(row.text(2)).value_or(CommitmentSide::CoCoordinator), .text = {} };
        commitment.assessment = Assessment { AssessmentId::trusted(""), commitment_state_from(row.text(3)).value_or(CommitmentState::Open), {}, {}, day };
        commitments[engagement].insert_or_assign(id, std::move(commitment));
    }));
    std::map<EngagementId, CommitmentFigures> figures;
    for (auto const& [engagement, own] : commitments) {
        std::vector<Commitment> list;
        for (auto const& [id, commitment] : own)
            list.push_back(commitment);
        for (auto const side : commitment_sides())
            figures[engagement] += figures_of(list, side);
    }
    return figures;
}

Result<void> replace_commitments(db::Transaction& tx, Engagement const& engagement, std::vector<Commitment> const& commitments)
{
    if (engagement.signed_on)
        return fail(ErrorKind::Conflict, tr("This letter is signed: what was signed stays. Renew it to change the commitments."));
    TRY(check_texts(commitments));
    TRY(tx.execute(sql::remove_commitments, { { "engagement", engagement.id } }));
    int position = 0;
    for (auto const& commitment : commitments)
        TRY(tx.execute(sql::insert_commitment, { { "id", commitment.id }, { "engagement", engagement.id }, { "position", ++position }, { "side", name_of(commitment.side) },
            { "subject", name_of(commitment.subject) }, { "text", commitment.text } }));
    return {};
}

Result<void> insert_assessment(db::Transaction& tx, Engagement const& engagement, CommitmentId const& commitment, Assessment const& given, Date today, Instant now)
{
    if (!engagement.signed_on)
        return fail(ErrorKind::Conflict, tr("This letter is not signed yet: nothing is owed before it is."));
    auto const assessment = TRY(checked(given, today));
    TRY(tx.execute(sql::insert_assessment, { { "id", assessment.id }, { "commitment", commitment }, { "state", name_of(assessment.state) }, { "evidence", assessment.evidence },
        { "file", assessment.file }, { "stated_on", assessment.stated_on }, { "recorded_by", assessment.recorded_by }, { "now", now } }));
    return {};
}

Result<void> insert_scan(db::Transaction& tx, EngagementId const& engagement, documents::FileId const& file)
{
    TRY(tx.execute(sql::insert_scan, { { "engagement", engagement }, { "file", file } }));
    return {};
}

Result<std::vector<documents::StoredFile>> list_scans(db::Reader const& db, EngagementId const& engagement)
{
    std::vector<documents::StoredFile> scans;
    for (auto const& id : TRY(db.all(sql::scans_of, { { "engagement", engagement } }, [](db::Row const& row) { return row.id<documents::FileId>(0); })))
        scans.push_back(TRY(documents::find_file(db, id)));
    return scans;
}

Result<void> require_file_of(db::Reader const& db, EngagementId const& engagement, documents::FileId const& file)
{
    if (TRY(db.number(sql::count_files_of_engagement, { { "engagement", engagement }, { "file", file } })) == 0)
        return fail(ErrorKind::NotFound, tr("This file does not exist."));
    return {};
}

} // namespace toguna::bodies
