-- name: organization
-- A duplicate that was merged is the one it was merged into.
SELECT id, name, acronym, type, country, parent, version FROM people_organization
 WHERE id = (SELECT COALESCE(merged_into, id) FROM people_organization WHERE id = :id);

-- name: is_merged_organization
SELECT count(*) FROM people_organization WHERE id = :id AND merged_into IS NOT NULL;

-- name: branches
SELECT id, name, acronym FROM people_organization WHERE parent = :parent ORDER BY search, id;

-- name: ancestors
-- The parent, its parent … UNION and not UNION ALL: a circle would end all the same.
WITH RECURSIVE above (id) AS (
  SELECT parent FROM people_organization WHERE id = :id
  UNION
  SELECT organization.parent FROM people_organization organization JOIN above ON organization.id = above.id)
SELECT id FROM above WHERE id IS NOT NULL;

-- name: set_parent
UPDATE people_organization SET parent = :parent WHERE id = :id;

-- name: retire_organization
-- The row stays for what can not be repointed: the journal, and addresses somebody kept.
UPDATE people_organization SET merged_into = :into, parent = NULL, search = '', version = version + 1, updated_at = :now
 WHERE id = :id AND merged_into IS NULL;

-- name: names_with_types
-- For the search of duplicates.
SELECT organization.id, name.kind, name.search, organization.type
  FROM people_organization organization JOIN people_organization_name name ON name.organization = organization.id
 ORDER BY organization.id, name.place;

-- name: aliases_of
SELECT text, language FROM people_organization_name WHERE organization = :organization AND kind = 'alias' ORDER BY place;

-- name: organizations
-- Three patterns and not one: the words of a search may come in any order.
SELECT id, name, acronym, type, country, parent, version FROM people_organization
 WHERE search > '' AND (CAST(:type AS TEXT) IS NULL OR type = :type)
   AND search LIKE :first AND search LIKE :second AND search LIKE :third
 ORDER BY search, id LIMIT :limit OFFSET :offset;

-- name: aliases_of_organizations
-- The aliases of one page of the list above.
SELECT organization, text, language FROM people_organization_name
 WHERE kind = 'alias' AND organization IN (
   SELECT id FROM people_organization
    WHERE search > '' AND (CAST(:type AS TEXT) IS NULL OR type = :type)
      AND search LIKE :first AND search LIKE :second AND search LIKE :third
    ORDER BY search, id LIMIT :limit OFFSET :offset)
 ORDER BY organization, place;

-- name: count_organizations
SELECT count(*) FROM people_organization
 WHERE search > '' AND (CAST(:type AS TEXT) IS NULL OR type = :type)
   AND search LIKE :first AND search LIKE :second AND search LIKE :third;

-- name: organization_choices
SELECT id, name, acronym FROM people_organization WHERE search > '' ORDER BY search, id;

-- name: insert_organization
INSERT INTO people_organization (id, name, acronym, type, country, parent, search, version, created_at, updated_at)
VALUES (:id, :name, :acronym, :type, :country, :parent, :search, 1, :now, :now);

-- name: update_organization
UPDATE people_organization
   SET name = :name, acronym = :acronym, type = :type, country = :country, parent = :parent, search = :search,
       version = version + 1, updated_at = :now
 WHERE id = :id AND version = :version;

-- name: delete_names
DELETE FROM people_organization_name WHERE organization = :organization;

-- name: insert_name
INSERT INTO people_organization_name (organization, place, kind, text, language, search)
VALUES (:organization, :place, :kind, :text, :language, :search);

-- name: organization_names
SELECT organization, search FROM people_organization_name ORDER BY organization, place;

-- name: person
-- A duplicate that was merged is the one it was merged into.
SELECT id, full_name, email, phone, language, version, spoken, email_visibility, phone_visibility, consented_on, erased_at FROM people_person
 WHERE id = (SELECT COALESCE(merged_into, id) FROM people_person WHERE id = :id);

-- name: person_with_email
-- A mailbox may be shared; the person known longest answers for it.
SELECT id, full_name, email, phone, language, version, spoken, email_visibility, phone_visibility, consented_on, erased_at FROM people_person WHERE email = :email ORDER BY created_at, id;

-- name: affiliations_of
SELECT affiliation.id, affiliation.organization, affiliation.function, affiliation.starts_on, affiliation.ends_on, organization.name, organization.acronym
  FROM people_affiliation affiliation JOIN people_organization organization ON organization.id = affiliation.organization
 WHERE affiliation.person = :person ORDER BY affiliation.starts_on DESC, affiliation.id DESC;

-- name: persons
-- One page of the list with the affiliations of its rows, in one walk over the names. A pattern that lets everybody through is not tried.
SELECT person.id, person.full_name, person.email, person.phone, person.language, person.version, person.spoken, person.email_visibility,
       person.phone_visibility, person.consented_on, person.erased_at, affiliation.id, affiliation.organization, affiliation.function, affiliation.starts_on, affiliation.ends_on, organization.name, organization.acronym
  FROM (SELECT id, full_name, email, phone, language, version, spoken, email_visibility, phone_visibility, consented_on, erased_at, search FROM people_person
         WHERE search > '' AND (CAST(:first AS TEXT) = '%' OR search LIKE :first) AND (CAST(:second AS TEXT) = '%' OR search LIKE :second)
           AND (CAST(:third AS TEXT) = '%' OR search LIKE :third)
           AND (CAST(:organization AS TEXT) IS NULL OR id IN (SELECT person FROM people_affiliation
                 WHERE organization = :organization AND starts_on <= :today AND (ends_on IS NULL OR ends_on >= :today)))
         ORDER BY search, id LIMIT :limit OFFSET :offset) person
  LEFT JOIN people_affiliation affiliation ON affiliation.person = person.id
  LEFT JOIN people_organization organization ON organization.id = affiliation.organization
 ORDER BY person.search, person.id, affiliation.starts_on DESC NULLS LAST, affiliation.id DESC;

-- name: persons_in_order
-- The same without a search: the index alone walks to the page. Whoever was merged or erased has an empty search text.
SELECT person.id, person.full_name, person.email, person.phone, person.language, person.version, person.spoken, person.email_visibility,
       person.phone_visibility, person.consented_on, person.erased_at, affiliation.id, affiliation.organization, affiliation.function, affiliation.starts_on, affiliation.ends_on, organization.name, organization.acronym
  FROM (SELECT id FROM people_person WHERE search > '' ORDER BY search, id LIMIT :limit OFFSET :offset) chosen
  JOIN people_person person ON person.id = chosen.id
  LEFT JOIN people_affiliation affiliation ON affiliation.person = person.id
  LEFT JOIN people_organization organization ON organization.id = affiliation.organization
 ORDER BY person.search, person.id, affiliation.starts_on DESC NULLS LAST, affiliation.id DESC;

-- name: count_everybody
SELECT count(*) FROM people_person WHERE search > '';

-- name: count_persons
SELECT count(*) FROM people_person
 WHERE search > '' AND (CAST(:first AS TEXT) = '%' OR search LIKE :first) AND (CAST(:second AS TEXT) = '%' OR search LIKE :second)
   AND (CAST(:third AS TEXT) = '%' OR search LIKE :third)
   AND (CAST(:organization AS TEXT) IS NULL OR id IN (SELECT person FROM people_affiliation
         WHERE organization = :organization AND starts_on <= :today AND (ends_on IS NULL OR ends_on >= :today)));

-- name: person_names
SELECT id, search FROM people_person WHERE search > '' ORDER BY search, id;

-- name: person_choices
SELECT id, full_name FROM people_person WHERE search > '' ORDER BY search, id;

-- name: insert_person
INSERT INTO people_person (id, full_name, email, phone, language, search, version, created_at, updated_at, spoken, email_visibility, phone_visibility, consented_on)
VALUES (:id, :full_name, :email, :phone, :language, :search, 1, :now, :now, :spoken, :email_visibility, :phone_visibility, :consented_on);

-- name: update_person
UPDATE people_person
   SET full_name = :full_name, email = :email, phone = :phone, language = :language, search = :search, spoken = :spoken,
       email_visibility = :email_visibility, phone_visibility = :phone_visibility, consented_on = :consented_on, version = version + 1, updated_at = :now
 WHERE id = :id AND version = :version;

-- name: insert_affiliation
INSERT INTO people_affiliation (id, person, organization, function, starts_on, ends_on)
VALUES (:id, :person, :organization, :function, :starts_on, :ends_on);

-- name: update_affiliation
UPDATE people_affiliation SET function = :function, starts_on = :starts_on, ends_on = :ends_on WHERE id = :id AND person = :person;

-- name: end_affiliation
UPDATE people_affiliation SET ends_on = :ends_on WHERE id = :id AND starts_on <= :ends_on;
