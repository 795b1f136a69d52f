SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, domain_id, rated_on, importance, lived, next_action
FROM value_rating
WHERE id = ?;

INSERT INTO value_rating (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, domain_id, rated_on, importance, lived, next_action)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE value_rating SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, domain_id = ?, rated_on = ?, importance = ?, lived = ?, next_action = ?
WHERE id = ? AND revision = ?;

DELETE FROM value_rating
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, domain_id, rated_on, importance, lived, next_action
FROM value_rating
ORDER BY id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, domain_id, rated_on, importance, lived, next_action
FROM value_rating
WHERE domain_id IN (SELECT id FROM value_domain WHERE client_id = ?1)
AND trashed_at IS NULL
ORDER BY id;
