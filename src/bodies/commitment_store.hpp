#pragma once
/// Commitments of engagement letters, what was stated about them, and the scans of the letters.

#include "bodies/commitment.hpp"
#include "db/database.hpp"
#include "documents/file_store.hpp"

#include <map>

namespace toguna::bodies {

/// In the order of the letter, each as it stood on a day. Two statements.
Result<std::vector<Commitment>> list_commitments(db::Reader const& db, EngagementId const& engagement, Date day);
/// NotFound when the engagement has no such commitment.
Result<Commitment> find_commitment(db::Reader const& db, EngagementId const& engagement, CommitmentId const& id, Date day);
/// How far every engagement of a body was kept on a day, both sides: for lists. One statement.
Result<std::map<EngagementId, CommitmentFigures>> commitment_figures_of_body(db::Reader const& db, BodyId const& body, Date day);

/// The commitments of a letter that is not signed, instead of those it had. Conflict once it is signed: what was signed
/// stays. Invalid when one has no text or too long a one; the error names « text_0 », « text_1 » … by place in the list.
Result<void> replace_commitments(db::Transaction& tx, Engagement const& engagement, std::vector<Commitment> const& commitments);

/// The assessment is `checked` first. Conflict while the letter is not signed: nothing is owed yet.
Result<void> insert_assessment(db::Transaction& tx, Engagement const& engagement, CommitmentId const& commitment, Assessment const& assessment, Date today, Instant now);

Result<void> insert_scan(db::Transaction& tx, EngagementId const& engagement, documents::FileId const& file);
/// Scans of the signed letter, oldest first.
Result<std::vector<documents::StoredFile>> list_scans(db::Reader const& db, EngagementId const& engagement);
/// NotFound unless the file is a scan of this engagement or evidence of one of its commitments.
Result<void> require_file_of(db::Reader const& db, EngagementId const& engagement, documents::FileId const& file);

} // namespace toguna::bodies
