SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, policy_kind, audience, language, title, body, version_number, purposes, published_at, effective_from, supersedes_id, digest
FROM policy_text
WHERE id = ?;

INSERT INTO policy_text (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, policy_kind, audience, language, title, body, version_number, purposes, published_at, effective_from, supersedes_id, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE policy_text SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, policy_kind = ?, audience = ?, language = ?, title = ?, body = ?, version_number = ?, purposes = ?, published_at = ?, effective_from = ?, supersedes_id = ?, digest = ?
WHERE id = ? AND revision = ?;

DELETE FROM policy_text
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, policy_kind, audience, language, title, body, version_number, purposes, published_at, effective_from, supersedes_id, digest
FROM policy_text
ORDER BY id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, policy_kind, audience, language, title, body, version_number, purposes, published_at, effective_from, supersedes_id, digest
FROM policy_text
WHERE FALSE
AND trashed_at IS NULL
ORDER BY id;
