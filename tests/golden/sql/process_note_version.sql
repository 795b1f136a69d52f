SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, note_id, number, text, held_on, held_on_zone, cut_because, previous_digest, digest
FROM process_note_version
WHERE id = ?;

INSERT INTO process_note_version (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, note_id, number, text, held_on, held_on_zone, cut_because, previous_digest, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE process_note_version SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, note_id = ?, number = ?, text = ?, held_on = ?, held_on_zone = ?, cut_because = ?, previous_digest = ?, digest = ?
WHERE id = ? AND revision = ?;

DELETE FROM process_note_version
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, note_id, number, text, held_on, held_on_zone, cut_because, previous_digest, digest
FROM process_note_version
ORDER BY note_id, number, id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, note_id, number, text, held_on, held_on_zone, cut_because, previous_digest, digest
FROM process_note_version
WHERE note_id IN (SELECT id FROM process_note WHERE client_id = ?1)
AND trashed_at IS NULL
ORDER BY note_id, number, id;
