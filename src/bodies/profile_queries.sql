-- name: body_profile
SELECT level, crisis, purpose, rhythm, operational_since, dormant_after, coalesce(public_slug, ''), public_contact FROM bodies_body WHERE id = :body;

-- name: save_body_profile
UPDATE bodies_body
   SET level = :level, crisis = :crisis, purpose = :purpose, rhythm = :rhythm, operational_since = :operational_since, dormant_after = :dormant_after,
       public_slug = :public_slug, public_contact = :public_contact
 WHERE id = :body;

-- name: body_areas
SELECT area FROM bodies_area WHERE body = :body ORDER BY area;

-- name: delete_body_areas
DELETE FROM bodies_area WHERE body = :body;

-- name: insert_body_area
INSERT INTO bodies_area (body, area) VALUES (:body, :area);

-- name: body_with_slug
SELECT id FROM bodies_body WHERE public_slug = :slug;

-- name: count_bodies_by_country
SELECT country, count(*) FROM bodies_body WHERE archived_on IS NULL AND merged_into IS NULL GROUP BY country ORDER BY country;

-- name: crisis
SELECT id, name, country, state, kind, onset, planning_month, version FROM bodies_crisis WHERE id = :id;

-- name: crises
SELECT id, name, country, state, kind, onset, planning_month, version FROM bodies_crisis ORDER BY country, name, id;

-- name: insert_crisis
INSERT INTO bodies_crisis (id, name, country, state, kind, onset, planning_month, version)
VALUES (:id, :name, :country, :state, :kind, :onset, :planning_month, 1);

-- name: update_crisis
UPDATE bodies_crisis
   SET name = :name, country = :country, state = :state, kind = :kind, onset = :onset, planning_month = :planning_month, version = version + 1
 WHERE id = :id AND version = :version;

-- name: counterparts
-- Past ones too, the latest first.
SELECT c.id, c.body, c.organization, c.person, c.starts_on, c.ends_on, o.name, o.acronym, coalesce(p.full_name, '')
  FROM bodies_counterpart c JOIN people_organization o ON o.id = c.organization LEFT JOIN people_person p ON p.id = c.person
 WHERE c.body = :body ORDER BY c.starts_on DESC, c.id;

-- name: insert_counterpart
INSERT INTO bodies_counterpart (id, body, organization, person, starts_on, ends_on) VALUES (:id, :body, :organization, :person, :starts_on, :ends_on);

-- name: end_counterpart
UPDATE bodies_counterpart SET ends_on = :day WHERE id = :id AND body = :body AND starts_on <= :day AND (ends_on IS NULL OR ends_on > :day);
