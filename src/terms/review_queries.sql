-- name: facilitated_groups
-- Groups below the body that the organisation, or the person for anybody, facilitated on some day of a period.
SELECT DISTINCT b.name, b.search FROM bodies_body b JOIN bodies_mandate m ON m.body = b.id
 WHERE b.parent = :body AND m.role = 'facilitator' AND (m.organization = :organization OR m.person = :person)
   AND m.starts_on <= :last_day AND (m.ends_on IS NULL OR m.ends_on >= :first_day)
 ORDER BY b.search, b.name;
