-- Templates of documents in versions, the reference library, and the documents that were made from both.
CREATE TABLE terms_template_version (
  code @text NOT NULL,
  version @integer NOT NULL,
  source @text NOT NULL,
  note @text NOT NULL,
  created_at @instant NOT NULL,
  PRIMARY KEY (code, version)
);

-- An edition of a norm is a row of its own and never changes: whoever cites it goes on citing it (S0-22).
CREATE TABLE terms_norm (
  id @id PRIMARY KEY,
  title_fr @text NOT NULL,
  title_en @text NOT NULL,
  issuer @text NOT NULL,
  edition @date NOT NULL,
  revised @boolean NOT NULL,
  link @text NOT NULL,
  created_at @instant NOT NULL
);

CREATE TABLE terms_citation (
  body @id PRIMARY KEY REFERENCES bodies_body (id),
  norm @id NOT NULL REFERENCES terms_norm (id),
  cited_at @instant NOT NULL
);

-- What only terms of reference know of a body: duty station, profile, purpose … as a JSON object of place codes.
CREATE TABLE terms_detail (
  body @id NOT NULL REFERENCES bodies_body (id),
  code @text NOT NULL,
  places @json NOT NULL,
  version @integer NOT NULL,
  updated_at @instant NOT NULL,
  PRIMARY KEY (body, code)
);

-- A document as it was made: the version of its template and the values of that day give the same bytes again.
CREATE TABLE terms_document (
  id @id PRIMARY KEY,
  body @id NOT NULL REFERENCES bodies_body (id),
  code @text NOT NULL,
  template_version @integer NOT NULL,
  title @text NOT NULL,
  place_values @json NOT NULL,
  norm @id REFERENCES terms_norm (id),
  made_on @date NOT NULL,
  made_at @instant NOT NULL,
  made_by @text NOT NULL,
  FOREIGN KEY (code, template_version) REFERENCES terms_template_version (code, version)
);
CREATE INDEX terms_document_body ON terms_document (body, made_at);

INSERT INTO terms_norm (id, title_fr, title_en, issuer, edition, revised, link, created_at) VALUES
  ('000termsnormiascmodule015', 'Module de référence pour la coordination des clusters au niveau pays', 'Reference Module for Cluster Coordination at Country Level', 'IASC', '2015-07-01', TRUE, 'https://interagencystandingcommittee.org/node/10176', '2026-11-27T00:00:00.000Z'),
  ('000termsnormiasclocal2021', 'Orientation sur la localisation : participation, représentation et leadership des acteurs locaux', 'Guidance on strengthening participation, representation and leadership of local and national humanitarian actors', 'IASC', '2021-07-01', FALSE, '', '2026-11-27T00:00:00.000Z'),
  ('000termsnormiascdata02023', 'Orientation opérationnelle sur la responsabilité des données dans l’action humanitaire', 'Operational Guidance on Data Responsibility in Humanitarian Action', 'IASC', '2023-04-01', TRUE, '', '2026-11-27T00:00:00.000Z'),
  ('000termsnormparis00002005', 'Déclaration de Paris sur l’efficacité de l’aide au développement', 'Paris Declaration on Aid Effectiveness', 'OCDE', '2005-03-01', FALSE, '', '2026-11-27T00:00:00.000Z');
