SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, title, attachment_kind, dated, content, original_name, media_type
FROM attachment
WHERE id = ?;

INSERT INTO attachment (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, title, attachment_kind, dated, content, original_name, media_type)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE attachment SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, client_id = ?, title = ?, attachment_kind = ?, dated = ?, content = ?, original_name = ?, media_type = ?
WHERE id = ? AND revision = ?;

DELETE FROM attachment
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, title, attachment_kind, dated, content, original_name, media_type
FROM attachment
ORDER BY id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, title, attachment_kind, dated, content, original_name, media_type
FROM attachment
WHERE client_id = ?1
AND trashed_at IS NULL
ORDER BY id;
