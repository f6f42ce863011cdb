-- name: area
SELECT id, country, level, p_code, name, parent, edition, valid_from, valid_to, version FROM geography_area WHERE id = :id;

-- name: areas_with_code
-- Every area that has or had one of two spellings of a code, the latest first.
SELECT id, country, level, p_code, name, parent, edition, valid_from, valid_to, version FROM geography_area
 WHERE country = :country AND p_code IN (:code, :other) ORDER BY valid_from DESC, id;

-- name: area_names
SELECT text, until FROM geography_area_name WHERE area = :area ORDER BY place;

-- name: areas_replaced_by
SELECT replaces FROM geography_area_replacement WHERE area = :area ORDER BY replaces;

-- name: areas_that_replaced
SELECT a.id, a.country, a.level, a.p_code, a.name, a.parent, a.edition, a.valid_from, a.valid_to, a.version
  FROM geography_area_replacement r JOIN geography_area a ON a.id = r.area
 WHERE r.replaces = :area ORDER BY a.search, a.id;

-- name: areas_it_replaced
SELECT a.id, a.country, a.level, a.p_code, a.name, a.parent, a.edition, a.valid_from, a.valid_to, a.version
  FROM geography_area_replacement r JOIN geography_area a ON a.id = r.replaces
 WHERE r.area = :area ORDER BY a.search, a.id;

-- name: areas
-- only: sqlite
-- The name is the one of that day. Three words and not one text: the words of a search may come in any order. Not LIKE, which
-- takes twice as long over 50,000 areas.
SELECT a.id, a.country, a.level, a.p_code,
       COALESCE((SELECT n.text FROM geography_area_name n WHERE n.area = a.id AND n.until >= :day ORDER BY n.until LIMIT 1), a.name),
       a.parent, a.edition, a.valid_from, a.valid_to, a.version, p.name, p.p_code, above.name
  FROM geography_area a LEFT JOIN geography_area p ON p.id = a.parent LEFT JOIN geography_area above ON above.id = p.parent
 WHERE (CAST(:country AS TEXT) IS NULL OR a.country = :country)
   AND (CAST(:parent AS TEXT) IS NULL OR a.parent = :parent)
   AND a.level BETWEEN :lowest AND :highest
   AND instr(a.search, :first) > 0 AND instr(a.search, :second) > 0 AND instr(a.search, :third) > 0
   AND a.valid_from <= :day AND (a.valid_to IS NULL OR a.valid_to >= :day)
 ORDER BY a.country, a.level, a.search, a.id LIMIT :limit OFFSET :offset;

-- name: count_areas
-- only: sqlite
SELECT count(*) FROM geography_area a
 WHERE (CAST(:country AS TEXT) IS NULL OR a.country = :country)
   AND (CAST(:parent AS TEXT) IS NULL OR a.parent = :parent)
   AND a.level BETWEEN :lowest AND :highest
   AND instr(a.search, :first) > 0 AND instr(a.search, :second) > 0 AND instr(a.search, :third) > 0
   AND a.valid_from <= :day AND (a.valid_to IS NULL OR a.valid_to >= :day);

-- name: areas
-- only: postgresql
-- The name is the one of that day. Three words and not one text: the words of a search may come in any order. Not LIKE, which
-- takes twice as long over 50,000 areas.
SELECT a.id, a.country, a.level, a.p_code,
       COALESCE((SELECT n.text FROM geography_area_name n WHERE n.area = a.id AND n.until >= :day ORDER BY n.until LIMIT 1), a.name),
       a.parent, a.edition, a.valid_from, a.valid_to, a.version, p.name, p.p_code, above.name
  FROM geography_area a LEFT JOIN geography_area p ON p.id = a.parent LEFT JOIN geography_area above ON above.id = p.parent
 WHERE (CAST(:country AS TEXT) IS NULL OR a.country = :country)
   AND (CAST(:parent AS TEXT) IS NULL OR a.parent = :parent)
   AND a.level BETWEEN :lowest AND :highest
   AND strpos(a.search, :first) > 0 AND strpos(a.search, :second) > 0 AND strpos(a.search, :third) > 0
   AND a.valid_from <= :day AND (a.valid_to IS NULL OR a.valid_to >= :day)
 ORDER BY a.country, a.level, a.search, a.id LIMIT :limit OFFSET :offset;

-- name: count_areas
-- only: postgresql
SELECT count(*) FROM geography_area a
 WHERE (CAST(:country AS TEXT) IS NULL OR a.country = :country)
   AND (CAST(:parent AS TEXT) IS NULL OR a.parent = :parent)
   AND a.level BETWEEN :lowest AND :highest
   AND strpos(a.search, :first) > 0 AND strpos(a.search, :second) > 0 AND strpos(a.search, :third) > 0
   AND a.valid_from <= :day AND (a.valid_to IS NULL OR a.valid_to >= :day);

-- name: area_ancestors
-- The area and those above it, outermost first. UNION and not UNION ALL: a ring, should there ever be one, ends.
WITH RECURSIVE above (id, parent) AS (
  SELECT id, parent FROM geography_area WHERE id = :id
   UNION
  SELECT a.id, a.parent FROM geography_area a JOIN above ON a.id = above.parent)
SELECT a.id, a.country, a.level, a.p_code, a.name, a.parent, a.edition, a.valid_from, a.valid_to, a.version
  FROM above JOIN geography_area a ON a.id = above.id ORDER BY a.level, a.id;

-- name: known_area_names
-- Areas of a country on a day with each of their names, one row a name.
SELECT a.id, a.level, a.parent, a.p_code, a.name, n.text
  FROM geography_area a LEFT JOIN geography_area_name n ON n.area = a.id
 WHERE a.country = :country AND a.valid_from <= :day AND (a.valid_to IS NULL OR a.valid_to >= :day)
 ORDER BY a.level, a.search, a.id, n.place;

-- name: area_counts
-- Areas in force on a day, by country, level and edition.
SELECT country, level, edition, count(*), min(valid_from) FROM geography_area
 WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
 GROUP BY country, level, edition ORDER BY country, level, edition;

-- name: area_editions
-- Every edition there ever was of a country.
SELECT edition, min(valid_from), count(*) FROM geography_area WHERE country = :country GROUP BY edition ORDER BY min(valid_from), edition;

-- name: areas_of_country
-- All that are valid on a day or later: what an import is compared with.
SELECT id, country, level, p_code, name, parent, edition, valid_from, valid_to, version FROM geography_area
 WHERE country = :country AND (valid_to IS NULL OR valid_to >= :day) ORDER BY level, search, id;

-- name: insert_area
INSERT INTO geography_area (id, country, level, p_code, name, parent, edition, valid_from, valid_to, search, version)
VALUES (:id, :country, :level, :p_code, :name, :parent, :edition, :valid_from, :valid_to, :search, 1);

-- name: update_area
UPDATE geography_area
   SET p_code = :p_code, name = :name, parent = :parent, valid_to = :valid_to, search = :search, version = version + 1
 WHERE id = :id AND version = :version;

-- name: insert_area_name
INSERT INTO geography_area_name (area, place, text, until) VALUES (:area, :place, :text, :until);

-- name: delete_area_names
DELETE FROM geography_area_name WHERE area = :area;

-- name: insert_area_replacement
INSERT INTO geography_area_replacement (area, replaces) VALUES (:area, :replaces);

-- name: overlapping_codes
-- Other areas of the country that have the code, or its other spelling, on some day between two.
SELECT count(*) FROM geography_area
 WHERE country = :country AND p_code IN (:code, :other) AND id <> :id
   AND valid_from <= :to AND (valid_to IS NULL OR valid_to >= :from);
