-- How far the table of reactions has read the journal: each fact becomes jobs once.
CREATE TABLE jobs_reaction_cursor (
    name @text NOT NULL PRIMARY KEY,
    sequence @integer NOT NULL
);
