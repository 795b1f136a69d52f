SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, signed_kind, signed_id, signer_id, signed_at, signed_digest, statement, image
FROM signature
WHERE id = ?;

INSERT INTO signature (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, signed_kind, signed_id, signer_id, signed_at, signed_digest, statement, image)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE signature SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, signed_kind = ?, signed_id = ?, signer_id = ?, signed_at = ?, signed_digest = ?, statement = ?, image = ?
WHERE id = ? AND revision = ?;

DELETE FROM signature
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, signed_kind, signed_id, signer_id, signed_at, signed_digest, statement, image
FROM signature
ORDER BY id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, signed_kind, signed_id, signer_id, signed_at, signed_digest, statement, image
FROM signature
WHERE id IN (SELECT id FROM signature WHERE signed_id IN (SELECT id FROM note_version WHERE note_id IN (SELECT id FROM note WHERE client_id = ?1) UNION ALL SELECT id FROM process_note_version WHERE note_id IN (SELECT id FROM process_note WHERE client_id = ?1) UNION ALL SELECT id FROM addendum WHERE note_id IN (SELECT id FROM note WHERE client_id = ?1)))
AND trashed_at IS NULL
ORDER BY id;
