-- name: ending_mandates
-- Whose last day lies between two days, when no signed letter ends before them and the same holder has no later mandate of that role.
SELECT m.id, m.body, m.starts_on, m.ends_on FROM bodies_mandate m
 WHERE m.ends_on >= :first_day AND m.ends_on <= :last_day
   AND NOT EXISTS (SELECT 1 FROM bodies_engagement e WHERE e.mandate = m.id AND e.signed_on IS NOT NULL AND e.valid_until <= m.ends_on)
   AND NOT EXISTS (SELECT 1 FROM bodies_mandate n WHERE n.body = m.body AND n.role = m.role AND n.id <> m.id
                    AND coalesce(n.person, '') = coalesce(m.person, '') AND coalesce(n.organization, '') = coalesce(m.organization, '')
                    AND n.starts_on > m.starts_on AND (n.ends_on IS NULL OR n.ends_on > m.ends_on))
 ORDER BY m.body, m.ends_on, m.id;

-- name: sent_end_reminders
-- Keys of those that went out since a moment, whatever became of the mail.
SELECT message_key FROM mail_outbox WHERE kind = :kind AND created_at >= :since;
