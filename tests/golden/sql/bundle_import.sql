SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, bundle_id, profile, made_by, made_at, imported_at, manifest_digest, counts, journal
FROM bundle_import
WHERE id = ?;

INSERT INTO bundle_import (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, bundle_id, profile, made_by, made_at, imported_at, manifest_digest, counts, journal)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE bundle_import SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, bundle_id = ?, profile = ?, made_by = ?, made_at = ?, imported_at = ?, manifest_digest = ?, counts = ?, journal = ?
WHERE id = ? AND revision = ?;

DELETE FROM bundle_import
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, bundle_id, profile, made_by, made_at, imported_at, manifest_digest, counts, journal
FROM bundle_import
ORDER BY id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, bundle_id, profile, made_by, made_at, imported_at, manifest_digest, counts, journal
FROM bundle_import
WHERE FALSE
AND trashed_at IS NULL
ORDER BY id;
