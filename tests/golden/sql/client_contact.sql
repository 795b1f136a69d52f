SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, contact_id, role, relationship, authority, authority_evidence_id, order_note, may_be_told, contact_consent_id, valid_from, valid_to
FROM client_contact
WHERE id = ?;

INSERT INTO client_contact (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, contact_id, role, relationship, authority, authority_evidence_id, order_note, may_be_told, contact_consent_id, valid_from, valid_to)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE client_contact SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, client_id = ?, contact_id = ?, role = ?, relationship = ?, authority = ?, authority_evidence_id = ?, order_note = ?, may_be_told = ?, contact_consent_id = ?, valid_from = ?, valid_to = ?
WHERE id = ? AND revision = ?;

DELETE FROM client_contact
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, contact_id, role, relationship, authority, authority_evidence_id, order_note, may_be_told, contact_consent_id, valid_from, valid_to
FROM client_contact
ORDER BY id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, client_id, contact_id, role, relationship, authority, authority_evidence_id, order_note, may_be_told, contact_consent_id, valid_from, valid_to
FROM client_contact
WHERE client_id = ?1
AND trashed_at IS NULL
ORDER BY id;
