-- name: next_sequence
-- Locks the end of the chain until this transaction ends.
UPDATE journal_head SET sequence = sequence + 1 WHERE id = 1 RETURNING sequence, hash;

-- name: move_head
UPDATE journal_head SET hash = :hash WHERE id = 1;

-- name: head
SELECT sequence, hash FROM journal_head WHERE id = 1;

-- name: insert_event
INSERT INTO journal_event (sequence, id, at, account, person, actor_digest, kind, object, body, before, after, refused, former_hash, hash)
VALUES (:sequence, :id, :at, :account, :person, :actor_digest, :kind, :object, :body, :before, :after, :refused, :former_hash, :hash);

-- name: insert_actor
INSERT INTO journal_actor (event, name, on_behalf_of, salt) VALUES (:event, :name, :on_behalf_of, :salt);

-- name: events
SELECT e.sequence, e.id, e.at, e.account, e.person, a.name, a.on_behalf_of, e.kind, e.object, e.body, e.before, e.after, e.refused, e.hash
  FROM journal_event e LEFT JOIN journal_actor a ON a.event = e.id
 WHERE (CAST(:object AS TEXT) IS NULL OR e.object = :object)
   AND (CAST(:body AS TEXT) IS NULL OR e.body = :body)
   AND (CAST(:kind AS TEXT) IS NULL OR e.kind = :kind)
 ORDER BY e.sequence DESC LIMIT :limit OFFSET :offset;

-- name: count_events
SELECT count(*) FROM journal_event
 WHERE (CAST(:object AS TEXT) IS NULL OR object = :object)
   AND (CAST(:body AS TEXT) IS NULL OR body = :body)
   AND (CAST(:kind AS TEXT) IS NULL OR kind = :kind);

-- name: events_after
SELECT e.sequence, e.id, e.at, e.account, e.person, a.name, a.on_behalf_of, e.kind, e.object, e.body, e.before, e.after, e.refused, e.hash
  FROM journal_event e LEFT JOIN journal_actor a ON a.event = e.id
 WHERE e.sequence > :sequence ORDER BY e.sequence LIMIT :limit;

-- name: chain
SELECT e.sequence, e.id, e.at, e.account, e.person, a.name, a.on_behalf_of, e.kind, e.object, e.body, e.before, e.after, e.refused, e.hash,
       e.actor_digest, e.former_hash, a.salt
  FROM journal_event e LEFT JOIN journal_actor a ON a.event = e.id
 ORDER BY e.sequence;

-- name: erase_names
-- Names beside the events of one person; their digests stay in the chain.
DELETE FROM journal_actor WHERE event IN (SELECT id FROM journal_event WHERE person = :person);
