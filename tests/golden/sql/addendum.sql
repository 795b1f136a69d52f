SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, note_id, sequence, addendum_kind, text, reason, previous_digest, digest
FROM addendum
WHERE id = ?;

INSERT INTO addendum (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, note_id, sequence, addendum_kind, text, reason, previous_digest, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE addendum SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, note_id = ?, sequence = ?, addendum_kind = ?, text = ?, reason = ?, previous_digest = ?, digest = ?
WHERE id = ? AND revision = ?;

DELETE FROM addendum
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, note_id, sequence, addendum_kind, text, reason, previous_digest, digest
FROM addendum
ORDER BY note_id, sequence, id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, note_id, sequence, addendum_kind, text, reason, previous_digest, digest
FROM addendum
WHERE note_id IN (SELECT id FROM note WHERE client_id = ?1)
AND trashed_at IS NULL
ORDER BY note_id, sequence, id;
