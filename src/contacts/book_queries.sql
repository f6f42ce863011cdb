-- fragment: contact_columns
p.id, p.full_name, p.search, p.email, p.email_visibility, p.phone, p.phone_visibility, o.id, o.name, o.acronym, o.type, o.search;

-- name: body_contacts
-- Who is affiliated on the day to an organisation that belongs to the body; candidates do not belong to it yet.
SELECT {{contact_columns}}, a.function
  FROM people_affiliation a JOIN people_person p ON p.id = a.person JOIN people_organization o ON o.id = a.organization
 WHERE p.search > '' AND a.starts_on <= :day AND (a.ends_on IS NULL OR a.ends_on >= :day)
   AND a.organization IN (SELECT m.organization FROM bodies_membership m
         WHERE m.body = :body AND m.status <> 'candidate' AND m.starts_on <= :day AND (m.ends_on IS NULL OR m.ends_on >= :day))
 ORDER BY o.search, o.id, p.search, p.id;

-- name: named_contacts
-- Who is named by a membership or a mandate of the body that holds on the day, with the organisation it is for or, without one, theirs.
SELECT {{contact_columns}}, coalesce(a.function, '')
  FROM (SELECT m.person, m.organization FROM bodies_membership m
         WHERE m.body = :body AND m.person IS NOT NULL AND m.status <> 'candidate' AND m.starts_on <= :day AND (m.ends_on IS NULL OR m.ends_on >= :day)
        UNION SELECT m.person, m.organization FROM bodies_mandate m
         WHERE m.body = :body AND m.person IS NOT NULL AND m.starts_on <= :day AND (m.ends_on IS NULL OR m.ends_on >= :day)) n
  JOIN people_person p ON p.id = n.person
  LEFT JOIN people_affiliation a ON a.person = p.id AND a.starts_on <= :day AND (a.ends_on IS NULL OR a.ends_on >= :day)
       AND (n.organization IS NULL OR a.organization = n.organization)
  LEFT JOIN people_organization o ON o.id = coalesce(n.organization, a.organization)
 WHERE p.search > ''
 ORDER BY p.search, p.id, o.search NULLS LAST, o.id;

-- name: directory_contacts
-- Everybody, with the affiliations of the day.
SELECT {{contact_columns}}, coalesce(a.function, '')
  FROM people_person p
  LEFT JOIN people_affiliation a ON a.person = p.id AND a.starts_on <= :day AND (a.ends_on IS NULL OR a.ends_on >= :day)
  LEFT JOIN people_organization o ON o.id = a.organization
 WHERE p.search > ''
 ORDER BY p.search, p.id, o.search NULLS LAST, o.id;

-- name: all_details
SELECT person, kind, value, visibility FROM people_contact_detail ORDER BY person, id;

-- name: details_in_body
-- Of the people above, and perhaps of some who belonged to the body on another day.
SELECT d.person, d.kind, d.value, d.visibility FROM people_contact_detail d
 WHERE d.person IN (SELECT m.person FROM bodies_membership m WHERE m.body = :body AND m.person IS NOT NULL
        UNION SELECT m.person FROM bodies_mandate m WHERE m.body = :body AND m.person IS NOT NULL
        UNION SELECT a.person FROM people_affiliation a JOIN bodies_membership m ON m.organization = a.organization WHERE m.body = :body)
 ORDER BY d.person, d.id;
