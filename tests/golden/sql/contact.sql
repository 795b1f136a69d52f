SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, contact_kind, given_name, family_name, organisation, profession, phone, email, address, country, agreement_on, contact_note
FROM contact
WHERE id = ?;

INSERT INTO contact (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, contact_kind, given_name, family_name, organisation, profession, phone, email, address, country, agreement_on, contact_note)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE contact SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, contact_kind = ?, given_name = ?, family_name = ?, organisation = ?, profession = ?, phone = ?, email = ?, address = ?, country = ?, agreement_on = ?, contact_note = ?
WHERE id = ? AND revision = ?;

DELETE FROM contact
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, contact_kind, given_name, family_name, organisation, profession, phone, email, address, country, agreement_on, contact_note
FROM contact
ORDER BY id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, contact_kind, given_name, family_name, organisation, profession, phone, email, address, country, agreement_on, contact_note
FROM contact
WHERE id IN (SELECT contact_id FROM client_contact WHERE client_id = ?1 UNION SELECT referral_contact_id FROM client WHERE id = ?1 AND referral_contact_id IS NOT NULL UNION SELECT with_contact_id FROM note WHERE client_id = ?1 AND with_contact_id IS NOT NULL UNION SELECT with_contact_id FROM process_note WHERE client_id = ?1 AND with_contact_id IS NOT NULL)
AND trashed_at IS NULL
ORDER BY id;
