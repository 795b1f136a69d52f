SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, size, sha512, chunks
FROM blob
WHERE id = ?;

INSERT INTO blob (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, size, sha512, chunks)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE blob SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, size = ?, sha512 = ?, chunks = ?
WHERE id = ? AND revision = ?;

DELETE FROM blob
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, size, sha512, chunks
FROM blob
ORDER BY id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, size, sha512, chunks
FROM blob
WHERE id IN (SELECT content FROM attachment WHERE client_id = ?1 UNION SELECT signature.image FROM signature JOIN note_version ON note_version.id = signature.signed_id JOIN note ON note.id = note_version.note_id WHERE note.client_id = ?1 AND signature.image IS NOT NULL UNION SELECT signature.image FROM signature JOIN addendum ON addendum.id = signature.signed_id JOIN note ON note.id = addendum.note_id WHERE note.client_id = ?1 AND signature.image IS NOT NULL UNION SELECT signature.image FROM signature JOIN process_note_version ON process_note_version.id = signature.signed_id JOIN process_note ON process_note.id = process_note_version.note_id WHERE process_note.client_id = ?1 AND signature.image IS NOT NULL)
AND trashed_at IS NULL
ORDER BY id;
