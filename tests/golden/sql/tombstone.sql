SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, erased_id, erased_kind, erased_on, ground, copies_gone_by, counts, event_sequence
FROM tombstone
WHERE id = ?;

INSERT INTO tombstone (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, erased_id, erased_kind, erased_on, ground, copies_gone_by, counts, event_sequence)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE tombstone SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, erased_id = ?, erased_kind = ?, erased_on = ?, ground = ?, copies_gone_by = ?, counts = ?, event_sequence = ?
WHERE id = ? AND revision = ?;

DELETE FROM tombstone
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, erased_id, erased_kind, erased_on, ground, copies_gone_by, counts, event_sequence
FROM tombstone
ORDER BY id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, erased_id, erased_kind, erased_on, ground, copies_gone_by, counts, event_sequence
FROM tombstone
WHERE FALSE
AND trashed_at IS NULL
ORDER BY id;
