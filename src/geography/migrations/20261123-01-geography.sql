-- Countries. Administrative areas will be their own table and point here.
CREATE TABLE geography_country (
  code @text PRIMARY KEY,
  iso2 @text NOT NULL UNIQUE,
  name_fr @text NOT NULL,
  name_en @text NOT NULL,
  time_zone @text NOT NULL,
  currency @text NOT NULL
);

-- Facts of ISO 3166, ISO 4217 and the IANA time zones, for the Sahel and its neighbours; others can be added as rows.
INSERT INTO geography_country (code, iso2, name_fr, name_en, time_zone, currency) VALUES
  ('BEN', 'BJ', 'Bénin', 'Benin', 'Africa/Porto-Novo', 'XOF'),
  ('BFA', 'BF', 'Burkina Faso', 'Burkina Faso', 'Africa/Ouagadougou', 'XOF'),
  ('CAF', 'CF', 'République centrafricaine', 'Central African Republic', 'Africa/Bangui', 'XAF'),
  ('CIV', 'CI', 'Côte d’Ivoire', 'Côte d’Ivoire', 'Africa/Abidjan', 'XOF'),
  ('CMR', 'CM', 'Cameroun', 'Cameroon', 'Africa/Douala', 'XAF'),
  ('COD', 'CD', 'République démocratique du Congo', 'Democratic Republic of the Congo', 'Africa/Kinshasa', 'CDF'),
  ('DZA', 'DZ', 'Algérie', 'Algeria', 'Africa/Algiers', 'DZD'),
  ('GHA', 'GH', 'Ghana', 'Ghana', 'Africa/Accra', 'GHS'),
  ('GIN', 'GN', 'Guinée', 'Guinea', 'Africa/Conakry', 'GNF'),
  ('HTI', 'HT', 'Haïti', 'Haiti', 'America/Port-au-Prince', 'HTG'),
  ('LBY', 'LY', 'Libye', 'Libya', 'Africa/Tripoli', 'LYD'),
  ('MLI', 'ML', 'Mali', 'Mali', 'Africa/Bamako', 'XOF'),
  ('MRT', 'MR', 'Mauritanie', 'Mauritania', 'Africa/Nouakchott', 'MRU'),
  ('NER', 'NE', 'Niger', 'Niger', 'Africa/Niamey', 'XOF'),
  ('NGA', 'NG', 'Nigéria', 'Nigeria', 'Africa/Lagos', 'NGN'),
  ('SEN', 'SN', 'Sénégal', 'Senegal', 'Africa/Dakar', 'XOF'),
  ('TCD', 'TD', 'Tchad', 'Chad', 'Africa/Ndjamena', 'XAF'),
  ('TGO', 'TG', 'Togo', 'Togo', 'Africa/Lome', 'XOF');
