SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, label, code_system, condition_code, diagnosed_on, onset, diagnosed_by, certainty, condition_status, ended_on, condition_note
FROM condition
WHERE id = ?;

INSERT INTO condition (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, label, code_system, condition_code, diagnosed_on, onset, diagnosed_by, certainty, condition_status, ended_on, condition_note)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE condition SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, client_id = ?, label = ?, code_system = ?, condition_code = ?, diagnosed_on = ?, onset = ?, diagnosed_by = ?, certainty = ?, condition_status = ?, ended_on = ?, condition_note = ?
WHERE id = ? AND revision = ?;

DELETE FROM condition
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, label, code_system, condition_code, diagnosed_on, onset, diagnosed_by, certainty, condition_status, ended_on, condition_note
FROM condition
ORDER BY id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, label, code_system, condition_code, diagnosed_on, onset, diagnosed_by, certainty, condition_status, ended_on, condition_note
FROM condition
WHERE client_id = ?1
AND trashed_at IS NULL
ORDER BY id;
