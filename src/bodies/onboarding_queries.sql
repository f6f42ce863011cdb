-- name: onboarding_items
SELECT id, body, place, text, retired_on FROM bodies_onboarding_item WHERE body = :body ORDER BY place, id;

-- name: onboarding_item
SELECT id, body, place, text, retired_on FROM bodies_onboarding_item WHERE id = :id;

-- name: insert_onboarding_item
INSERT INTO bodies_onboarding_item (id, body, place, text, retired_on)
VALUES (:id, :body, (SELECT coalesce(max(place), 0) + 1 FROM bodies_onboarding_item WHERE body = :body), :text, NULL);

-- name: retire_onboarding_item
UPDATE bodies_onboarding_item SET retired_on = :day WHERE id = :id AND retired_on IS NULL;

-- name: onboarding_ticks
SELECT t.item, t.holder, t.ticked_on, t.ticked_by, p.full_name
  FROM bodies_onboarding_tick t
  JOIN bodies_onboarding_item i ON i.id = t.item
  LEFT JOIN people_person p ON p.id = t.ticked_by
 WHERE i.body = :body ORDER BY t.item, t.holder;

-- name: insert_onboarding_tick
-- Ticked twice is ticked on the first day.
INSERT INTO bodies_onboarding_tick (item, holder, ticked_on, ticked_by) VALUES (:item, :holder, :ticked_on, :ticked_by)
ON CONFLICT (item, holder) DO NOTHING;

-- name: delete_onboarding_tick
DELETE FROM bodies_onboarding_tick WHERE item = :item AND holder = :holder;

-- name: onboarding_buddies
SELECT b.holder, b.person, p.full_name FROM bodies_onboarding_buddy b JOIN people_person p ON p.id = b.person WHERE b.body = :body ORDER BY b.holder;

-- name: save_onboarding_buddy
INSERT INTO bodies_onboarding_buddy (body, holder, person) VALUES (:body, :holder, :person)
ON CONFLICT (body, holder) DO UPDATE SET person = excluded.person;

-- name: delete_onboarding_buddy
DELETE FROM bodies_onboarding_buddy WHERE body = :body AND holder = :holder;

-- name: first_days_as_member
-- Of each organisation, and of each person without one, that is a member on the day: when it first became one.
SELECT coalesce(m.organization, m.person), min(m.starts_on)
  FROM bodies_membership m
 WHERE m.body = :body AND m.status = 'member' AND m.starts_on <= :day
   AND EXISTS (SELECT 1 FROM bodies_membership now
                WHERE now.body = m.body AND now.status = 'member' AND coalesce(now.organization, now.person) = coalesce(m.organization, m.person)
                  AND now.starts_on <= :day AND (now.ends_on IS NULL OR now.ends_on >= :day))
 GROUP BY coalesce(m.organization, m.person)
 ORDER BY 2, 1;
