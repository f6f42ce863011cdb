-- name: persons_with_words
-- The shortest first: whoever bears exactly the typed words comes before those who bear more.
SELECT id, search FROM people_person
 WHERE search LIKE :first AND search LIKE :second AND search LIKE :third
 ORDER BY length(search), search, id LIMIT :limit;

-- name: organizations_called
SELECT DISTINCT organization FROM people_organization_name WHERE search = :key;

-- name: organizations_with_words
-- Those with a name that begins with the words first.
SELECT id FROM people_organization
 WHERE search LIKE :first AND search LIKE :second AND search LIKE :third
 ORDER BY CASE WHEN id IN (SELECT organization FROM people_organization_name WHERE search LIKE :start) THEN 0 ELSE 1 END, length(search), search, id
 LIMIT :limit;

-- name: person_line
-- The latest of today's affiliations first.
SELECT person.full_name, organization.name, organization.acronym, affiliation.function
  FROM people_person person
  LEFT JOIN people_affiliation affiliation ON affiliation.person = person.id AND affiliation.starts_on <= :today
   AND (affiliation.ends_on IS NULL OR affiliation.ends_on >= :today)
  LEFT JOIN people_organization organization ON organization.id = affiliation.organization
 WHERE person.id = :person
 ORDER BY affiliation.starts_on DESC NULLS LAST LIMIT 1;

-- name: organization_line
SELECT name, acronym FROM people_organization WHERE id = :organization;
