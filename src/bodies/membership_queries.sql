-- Memberships: dated, ended, never deleted.

-- name: membership
SELECT id, body, organization, person, status, starts_on, ends_on, seat, reason, end_reason FROM bodies_membership WHERE id = :id;

-- name: memberships_of
-- Past, present and to come, with the names to show.
SELECT m.id, m.body, m.organization, m.person, m.status, m.starts_on, m.ends_on, m.seat, m.reason, m.end_reason, o.name, o.acronym, p.full_name, p.email, o.type
  FROM bodies_membership m
  LEFT JOIN people_organization o ON o.id = m.organization
  LEFT JOIN people_person p ON p.id = m.person
 WHERE m.body = :body
 ORDER BY o.search NULLS FIRST, p.search NULLS FIRST, m.starts_on, m.id;

-- name: memberships_on
-- Those that hold on one day, with the names to show.
SELECT m.id, m.body, m.organization, m.person, m.status, m.starts_on, m.ends_on, m.seat, m.reason, m.end_reason, o.name, o.acronym, p.full_name, p.email, o.type
  FROM bodies_membership m
  LEFT JOIN people_organization o ON o.id = m.organization
  LEFT JOIN people_person p ON p.id = m.person
 WHERE m.body = :body AND m.starts_on <= :day AND (m.ends_on IS NULL OR m.ends_on >= :day)
 ORDER BY o.search NULLS FIRST, p.search NULLS FIRST, m.starts_on, m.id;

-- name: member_organizations
-- Each once, whatever the number of its memberships; observers, candidates and suspended members carry nothing.
SELECT DISTINCT o.id, o.name, o.acronym, o.search
  FROM bodies_membership m JOIN people_organization o ON o.id = m.organization
 WHERE m.body = :body AND m.status = 'member' AND m.starts_on <= :day AND (m.ends_on IS NULL OR m.ends_on >= :day)
 ORDER BY o.search, o.id;

-- name: memberships_of_person
-- In force that day, in any body.
SELECT id, body, organization, person, status, starts_on, ends_on, seat, reason, end_reason FROM bodies_membership
 WHERE person = :person AND starts_on <= :day AND (ends_on IS NULL OR ends_on >= :day) ORDER BY starts_on, id;

-- name: same_membership
-- Memberships of the same holder that overlap the given period; an open end is given as the last day there is.
SELECT count(*) FROM bodies_membership
 WHERE body = :body AND id <> :id
   AND ((organization IS NULL AND CAST(:organization AS TEXT) IS NULL) OR organization = :organization)
   AND ((person IS NULL AND CAST(:person AS TEXT) IS NULL) OR person = :person)
   AND starts_on <= :last_day AND (ends_on IS NULL OR ends_on >= :starts_on);

-- name: insert_membership
INSERT INTO bodies_membership (id, body, organization, person, status, starts_on, ends_on, seat, reason, end_reason)
VALUES (:id, :body, :organization, :person, :status, :starts_on, :ends_on, :seat, :reason, '');

-- name: end_membership
UPDATE bodies_membership SET ends_on = :ends_on, end_reason = :end_reason WHERE id = :id AND starts_on <= :ends_on AND (ends_on IS NULL OR ends_on >= :ends_on);

-- name: memberships_of_organization
-- Of one organisation in a body, those that overlap a period; an open end is given as the last day there is.
SELECT id, body, organization, person, status, starts_on, ends_on, seat, reason, end_reason FROM bodies_membership
 WHERE body = :body AND organization = :organization AND starts_on <= :last_day AND (ends_on IS NULL OR ends_on >= :starts_on)
 ORDER BY starts_on, id;
