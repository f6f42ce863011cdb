-- name: memberships_reaching
-- Every membership that ever reached this person in the body: their own, and those of the organisations they belong to that day.
SELECT status, starts_on, ends_on, CASE WHEN person = :person THEN 0 ELSE 1 END
  FROM bodies_membership
 WHERE body = :body
   AND (person = :person OR organization IN (
         SELECT a.organization FROM people_affiliation a
          WHERE a.person = :person AND a.starts_on <= :today AND (a.ends_on IS NULL OR a.ends_on >= :today)));

-- fragment: is_of_my_organization
CASE WHEN m.organization IN (
       SELECT a.organization FROM people_affiliation a
        WHERE a.person = :person AND a.starts_on <= :today AND (a.ends_on IS NULL OR a.ends_on >= :today)) THEN 1 ELSE 0 END;

-- name: mandates_for_rights
-- Every mandate of the body, and those that coordinate the cluster of a technical working group.
SELECT m.id, m.role, m.person, {{is_of_my_organization}}, m.starts_on, m.ends_on, 0, coalesce(p.full_name, '')
  FROM bodies_mandate m LEFT JOIN people_person p ON p.id = m.person WHERE m.body = :body
UNION ALL
SELECT m.id, m.role, m.person, {{is_of_my_organization}}, m.starts_on, m.ends_on, 1, coalesce(p.full_name, '')
  FROM bodies_mandate m LEFT JOIN people_person p ON p.id = m.person WHERE m.body = :facilitated_by AND m.role IN ('coordinator', 'co_coordinator')
 ORDER BY 7, 5, 1;

-- name: spans_for_rights
SELECT mandate, signed_on, valid_until, terminated_on FROM bodies_engagement
 WHERE body IN (:body, :facilitated_by) AND mandate IS NOT NULL AND signed_on IS NOT NULL;

-- name: absent_persons
-- Holders of a mandate in the body who are away that day.
SELECT DISTINCT a.person FROM bodies_absence a JOIN bodies_mandate m ON m.person = a.person AND m.body = :body
 WHERE a.starts_on <= :today AND (a.ends_on IS NULL OR a.ends_on >= :today);

-- name: body_for_rights
SELECT b.name, b.acronym, b.kind, b.parent, c.time_zone FROM bodies_body b JOIN geography_country c ON c.code = b.country WHERE b.id = :body;
