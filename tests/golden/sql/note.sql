SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, note_kind, held_on, held_on_zone, minutes, medium, with_contact_id, state, current_version_id, next_time, next_time_done
FROM note
WHERE id = ?;

INSERT INTO note (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, note_kind, held_on, held_on_zone, minutes, medium, with_contact_id, state, current_version_id, next_time, next_time_done)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE note SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, client_id = ?, note_kind = ?, held_on = ?, held_on_zone = ?, minutes = ?, medium = ?, with_contact_id = ?, state = ?, current_version_id = ?, next_time = ?, next_time_done = ?
WHERE id = ? AND revision = ?;

DELETE FROM note
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, note_kind, held_on, held_on_zone, minutes, medium, with_contact_id, state, current_version_id, next_time, next_time_done
FROM note
ORDER BY id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, note_kind, held_on, held_on_zone, minutes, medium, with_contact_id, state, current_version_id, next_time, next_time_done
FROM note
WHERE client_id = ?1
AND trashed_at IS NULL
ORDER BY id;
