-- Who does what of each core function, as coordinator and co-coordinator agreed it. A change is a new number: agreements
-- belong to what was agreed, and every past day can be asked.
CREATE TABLE bodies_share_matrix (
  id @id PRIMARY KEY,
  body @id NOT NULL REFERENCES bodies_body (id),
  number @integer NOT NULL,
  catalogue @integer NOT NULL REFERENCES actions_catalogue (version),
  proposed_by @text NOT NULL,
  proposed_on @date NOT NULL,
  coordinator @id REFERENCES people_person (id),
  coordinator_agreed_on @date,
  co_coordinator @id REFERENCES people_person (id),
  co_coordinator_agreed_on @date,
  UNIQUE (body, number)
);

-- S0-41: the coordinator is accountable, whatever is shared.
CREATE TABLE bodies_function_share (
  matrix @id NOT NULL REFERENCES bodies_share_matrix (id),
  function @text NOT NULL,
  position @integer NOT NULL,
  coordinator @text NOT NULL CHECK (coordinator IN ('accountable', 'accountable_responsible')),
  co_coordinator @text NOT NULL CHECK (co_coordinator IN ('responsible', 'consulted', 'informed')),
  PRIMARY KEY (matrix, function)
);
