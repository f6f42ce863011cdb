-- name: countries
SELECT code, iso2, name_fr, name_en, time_zone, currency FROM geography_country ORDER BY code;

-- name: country
SELECT code, iso2, name_fr, name_en, time_zone, currency FROM geography_country WHERE code = :code;

-- name: insert_country
INSERT INTO geography_country (code, iso2, name_fr, name_en, time_zone, currency)
VALUES (:code, :iso2, :name_fr, :name_en, :time_zone, :currency);
