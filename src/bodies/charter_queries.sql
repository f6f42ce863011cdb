-- name: charters
SELECT id, body, number, mandate, objectives, terms, norm_title, norm_issuer, norm_edition, valid_from, validated_on, validated_by, is_public
  FROM bodies_charter WHERE body = :body ORDER BY number;

-- name: insert_charter
INSERT INTO bodies_charter (id, body, number, mandate, objectives, terms, norm_title, norm_issuer, norm_edition, valid_from, validated_on, validated_by, is_public, recorded_at)
VALUES (:id, :body, :number, :mandate, :objectives, :terms, :norm_title, :norm_issuer, :norm_edition, :valid_from, :validated_on, :validated_by, :is_public, :now);
