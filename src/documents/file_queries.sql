-- name: file
SELECT id, name, kind, size, sha256, added_by, added_at FROM documents_file WHERE id = :id;

-- name: file_pieces
SELECT bytes FROM documents_file_piece WHERE file = :id ORDER BY position;

-- name: insert_file
INSERT INTO documents_file (id, name, kind, size, sha256, added_by, added_at) VALUES (:id, :name, :kind, :size, :sha256, :added_by, :now);

-- name: insert_file_piece
INSERT INTO documents_file_piece (file, position, bytes) VALUES (:file, :position, :bytes);
