SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, consent_id, event, effective_on, policy_id, policy_digest, given_by, given_by_contact_id, authority_seen, how, evidence_id, witness, expires_on, event_note
FROM consent_event
WHERE id = ?;

INSERT INTO consent_event (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, consent_id, event, effective_on, policy_id, policy_digest, given_by, given_by_contact_id, authority_seen, how, evidence_id, witness, expires_on, event_note)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE consent_event SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, consent_id = ?, event = ?, effective_on = ?, policy_id = ?, policy_digest = ?, given_by = ?, given_by_contact_id = ?, authority_seen = ?, how = ?, evidence_id = ?, witness = ?, expires_on = ?, event_note = ?
WHERE id = ? AND revision = ?;

DELETE FROM consent_event
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, consent_id, event, effective_on, policy_id, policy_digest, given_by, given_by_contact_id, authority_seen, how, evidence_id, witness, expires_on, event_note
FROM consent_event
ORDER BY id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, consent_id, event, effective_on, policy_id, policy_digest, given_by, given_by_contact_id, authority_seen, how, evidence_id, witness, expires_on, event_note
FROM consent_event
WHERE consent_id IN (SELECT id FROM consent WHERE client_id = ?1)
AND trashed_at IS NULL
ORDER BY id;
