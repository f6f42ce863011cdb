-- fragment: referral_columns
r.id, r.body, r.kind, r.year, r.number, r.title, r.text, r.topic, r.origin, r.area, r.partner, r.opened_on, r.opened_by, r.responsible, r.due_on, r.state, r.within_mandate, r.committee, r.version;

-- fragment: referral_names
b.code, coalesce(a.name, ''), coalesce(o.name, ''), coalesce(asker.full_name, ''), coalesce(asker.email, ''), coalesce(asker.language, 'fr'), coalesce(doer.full_name, '');

-- fragment: referrals_and_names
referrals_referral r
  JOIN bodies_body b ON b.id = r.body
  LEFT JOIN geography_area a ON a.id = r.area
  LEFT JOIN people_organization o ON o.id = r.partner
  LEFT JOIN people_person asker ON asker.id = r.opened_by
  LEFT JOIN people_person doer ON doer.id = r.responsible;

-- name: referral
SELECT {{referral_columns}}, {{referral_names}}, r.state
  FROM {{referrals_and_names}}
 WHERE r.id = :id;

-- name: referrals_of_body
-- Its own, and those it decides on as a committee, opened until the day, each with its state on that day; latest first.
SELECT {{referral_columns}}, {{referral_names}},
       coalesce((SELECT s.state FROM referrals_step s WHERE s.referral = r.id AND s.taken_on <= :day ORDER BY s.place DESC LIMIT 1), 'opened')
  FROM {{referrals_and_names}}
 WHERE (r.body = :body OR r.committee = :body) AND r.opened_on <= :day
 ORDER BY r.opened_on DESC, r.id DESC;

-- name: last_number
SELECT coalesce(max(number), 0) FROM referrals_referral WHERE body = :body AND kind = :kind AND year = :year;

-- name: insert_referral
INSERT INTO referrals_referral (id, body, kind, year, number, title, text, topic, origin, area, partner, opened_on, opened_by, responsible, due_on, state, within_mandate, committee, version)
VALUES (:id, :body, :kind, :year, :number, :title, :text, :topic, :origin, :area, :partner, :opened_on, :opened_by, :responsible, :due_on, 'opened', NULL, NULL, 1);

-- name: update_referral
UPDATE referrals_referral
   SET responsible = :responsible, due_on = :due_on, state = :state, within_mandate = :within_mandate, committee = :committee, version = version + 1
 WHERE id = :id AND version = :version;

-- name: insert_step
INSERT INTO referrals_step (referral, place, step, state, taken_on, words, person)
VALUES (:referral, (SELECT coalesce(max(place), 0) + 1 FROM referrals_step WHERE referral = :referral), :step, :state, :taken_on, :words, :person);

-- name: steps
SELECT s.place, s.step, s.state, s.taken_on, s.words, coalesce(p.full_name, '')
  FROM referrals_step s LEFT JOIN people_person p ON p.id = s.person
 WHERE s.referral = :referral ORDER BY s.place;

-- name: insert_link
INSERT INTO referrals_link (referral, place, kind, words, address)
VALUES (:referral, (SELECT coalesce(max(place), 0) + 1 FROM referrals_link WHERE referral = :referral), :kind, :words, :address);

-- name: links
SELECT kind, words, address FROM referrals_link WHERE referral = :referral ORDER BY place;

-- name: committee_of
-- The strategic committee below a body; the one created first when there are several.
SELECT id FROM bodies_body WHERE parent = :body AND kind = 'strategic_committee' ORDER BY created_at, id LIMIT 1;
