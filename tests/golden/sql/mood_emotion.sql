SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, entry_id, word_id, intensity
FROM mood_emotion
WHERE id = ?;

INSERT INTO mood_emotion (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, entry_id, word_id, intensity)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE mood_emotion SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, entry_id = ?, word_id = ?, intensity = ?
WHERE id = ? AND revision = ?;

DELETE FROM mood_emotion
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, entry_id, word_id, intensity
FROM mood_emotion
ORDER BY id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, entry_id, word_id, intensity
FROM mood_emotion
WHERE entry_id IN (SELECT id FROM mood_entry WHERE client_id = ?1)
AND trashed_at IS NULL
ORDER BY id;
