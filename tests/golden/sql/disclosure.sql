SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, tombstone_id, disclosed_at, direction_kind, recipient_name, recipient_country, what, purpose_text, ground, consent_id, channel, encryption, output_digest, corrects_id
FROM disclosure
WHERE id = ?;

INSERT INTO disclosure (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, tombstone_id, disclosed_at, direction_kind, recipient_name, recipient_country, what, purpose_text, ground, consent_id, channel, encryption, output_digest, corrects_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE disclosure SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, client_id = ?, tombstone_id = ?, disclosed_at = ?, direction_kind = ?, recipient_name = ?, recipient_country = ?, what = ?, purpose_text = ?, ground = ?, consent_id = ?, channel = ?, encryption = ?, output_digest = ?, corrects_id = ?
WHERE id = ? AND revision = ?;

DELETE FROM disclosure
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, tombstone_id, disclosed_at, direction_kind, recipient_name, recipient_country, what, purpose_text, ground, consent_id, channel, encryption, output_digest, corrects_id
FROM disclosure
ORDER BY id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, tombstone_id, disclosed_at, direction_kind, recipient_name, recipient_country, what, purpose_text, ground, consent_id, channel, encryption, output_digest, corrects_id
FROM disclosure
WHERE client_id = ?1
AND trashed_at IS NULL
ORDER BY id;
