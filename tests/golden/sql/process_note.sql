SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, held_on, held_on_zone, with_contact_id, state, current_version_id
FROM process_note
WHERE id = ?;

INSERT INTO process_note (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, held_on, held_on_zone, with_contact_id, state, current_version_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE process_note SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, client_id = ?, held_on = ?, held_on_zone = ?, with_contact_id = ?, state = ?, current_version_id = ?
WHERE id = ? AND revision = ?;

DELETE FROM process_note
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, held_on, held_on_zone, with_contact_id, state, current_version_id
FROM process_note
ORDER BY id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, held_on, held_on_zone, with_contact_id, state, current_version_id
FROM process_note
WHERE client_id = ?1
AND trashed_at IS NULL
ORDER BY id;
