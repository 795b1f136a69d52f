SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, entry_id, track_id, amount
FROM mood_track_value
WHERE id = ?;

INSERT INTO mood_track_value (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, entry_id, track_id, amount)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE mood_track_value SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, entry_id = ?, track_id = ?, amount = ?
WHERE id = ? AND revision = ?;

DELETE FROM mood_track_value
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, entry_id, track_id, amount
FROM mood_track_value
ORDER BY id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, entry_id, track_id, amount
FROM mood_track_value
WHERE entry_id IN (SELECT id FROM mood_entry WHERE client_id = ?1)
AND trashed_at IS NULL
ORDER BY id;
