SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, felt_at, felt_at_zone, precision, entry_source, valence, arousal, context_words, entry_note
FROM mood_entry
WHERE id = ?;

INSERT INTO mood_entry (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, felt_at, felt_at_zone, precision, entry_source, valence, arousal, context_words, entry_note)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE mood_entry SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, client_id = ?, felt_at = ?, felt_at_zone = ?, precision = ?, entry_source = ?, valence = ?, arousal = ?, context_words = ?, entry_note = ?
WHERE id = ? AND revision = ?;

DELETE FROM mood_entry
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, felt_at, felt_at_zone, precision, entry_source, valence, arousal, context_words, entry_note
FROM mood_entry
ORDER BY id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, felt_at, felt_at_zone, precision, entry_source, valence, arousal, context_words, entry_note
FROM mood_entry
WHERE client_id = ?1
AND trashed_at IS NULL
ORDER BY id;
