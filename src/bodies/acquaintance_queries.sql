-- name: count_shared_bodies
-- Bodies to which both persons belong that day: as members or observers themselves or through their organisation, or by a mandate.
SELECT count(*) FROM (
  SELECT body FROM (
    SELECT m.body, m.person FROM bodies_membership m
     WHERE m.person IN (:one, :other) AND m.status IN ('member', 'observer') AND m.starts_on <= :today AND (m.ends_on IS NULL OR m.ends_on >= :today)
    UNION
    SELECT m.body, a.person FROM people_affiliation a JOIN bodies_membership m ON m.organization = a.organization
     WHERE a.person IN (:one, :other) AND a.starts_on <= :today AND (a.ends_on IS NULL OR a.ends_on >= :today)
       AND m.status IN ('member', 'observer') AND m.starts_on <= :today AND (m.ends_on IS NULL OR m.ends_on >= :today)
    UNION
    SELECT m.body, m.person FROM bodies_mandate m
     WHERE m.person IN (:one, :other) AND m.starts_on <= :today AND (m.ends_on IS NULL OR m.ends_on >= :today)) presence
  GROUP BY body HAVING count(DISTINCT person) = 2) shared;
