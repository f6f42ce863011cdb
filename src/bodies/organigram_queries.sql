-- name: bodies_on
-- As they stood on a day: the lines of that day; not those that were archived or merged by then, nor those that began later.
SELECT b.id, b.kind, b.name, l.parent, l.reports_to, b.operational_since
  FROM bodies_body b JOIN bodies_line l ON l.body = b.id
 WHERE l.starts_on = (SELECT max(x.starts_on) FROM bodies_line x WHERE x.body = b.id AND x.starts_on <= :day)
   AND b.country = :country AND (b.archived_on IS NULL OR b.archived_on > :day) AND (b.operational_since IS NULL OR b.operational_since <= :day)
 ORDER BY b.search, b.id;

-- name: roles_on
-- Who holds what in the bodies of a country on a day.
SELECT m.body, m.role, coalesce(o.name, ''), coalesce(o.acronym, ''), coalesce(p.full_name, '')
  FROM bodies_mandate m JOIN bodies_body b ON b.id = m.body
  LEFT JOIN people_organization o ON o.id = m.organization LEFT JOIN people_person p ON p.id = m.person
 WHERE b.country = :country AND m.starts_on <= :day AND (m.ends_on IS NULL OR m.ends_on >= :day)
 ORDER BY m.body, m.starts_on, m.id;
