-- name: post
SELECT id, organization, label, duty_station, time_share, version FROM people_post WHERE id = :id;

-- name: posts_of
SELECT id, organization, label, duty_station, time_share, version FROM people_post WHERE organization = :organization ORDER BY label, id;

-- name: insert_post
INSERT INTO people_post (id, organization, label, duty_station, time_share, version)
VALUES (:id, :organization, :label, :duty_station, :time_share, 1);

-- name: update_post
UPDATE people_post SET label = :label, duty_station = :duty_station, time_share = :time_share, version = version + 1
 WHERE id = :id AND version = :version;

-- name: holdings
-- Of a post, of a person, or of all posts of an organisation: the two others are null. The latest first.
SELECT holding.id, holding.post, holding.person, holding.starts_on, holding.ends_on, person.full_name, post.label, organization.name, organization.acronym
  FROM people_post_holding holding
  JOIN people_post post ON post.id = holding.post
  JOIN people_person person ON person.id = holding.person
  JOIN people_organization organization ON organization.id = post.organization
 WHERE holding.post = :post OR holding.person = :person OR post.organization = :organization
 ORDER BY holding.starts_on DESC, holding.id DESC;

-- name: insert_holding
INSERT INTO people_post_holding (id, post, person, starts_on, ends_on) VALUES (:id, :post, :person, :starts_on, :ends_on);

-- name: end_holding
UPDATE people_post_holding SET ends_on = :ends_on WHERE id = :id AND starts_on <= :ends_on;
