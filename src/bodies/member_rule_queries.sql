-- name: member_rule
SELECT most_persons, one_titular, alternate_decides, quorum, meetings, meeting_share, reports, report_share, notice_days, version
  FROM bodies_member_rule WHERE body = :body;

-- name: insert_member_rule
INSERT INTO bodies_member_rule (body, most_persons, one_titular, alternate_decides, quorum, meetings, meeting_share, reports, report_share, notice_days, version)
VALUES (:body, :most_persons, :one_titular, :alternate_decides, :quorum, :meetings, :meeting_share, :reports, :report_share, :notice_days, 1)
ON CONFLICT (body) DO NOTHING;

-- name: update_member_rule
UPDATE bodies_member_rule
   SET most_persons = :most_persons, one_titular = :one_titular, alternate_decides = :alternate_decides, quorum = :quorum, meetings = :meetings,
       meeting_share = :meeting_share, reports = :reports, report_share = :report_share, notice_days = :notice_days, version = version + 1
 WHERE body = :body AND version = :version;
