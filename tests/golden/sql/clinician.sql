SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, display_name, title, qualifications, biography, specialties, education, profession, registration_body, registration_number, insurer, policy_number, registration_until, insurance_until, languages, active, signature_image
FROM clinician
WHERE id = ?;

INSERT INTO clinician (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, display_name, title, qualifications, biography, specialties, education, profession, registration_body, registration_number, insurer, policy_number, registration_until, insurance_until, languages, active, signature_image)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE clinician SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, display_name = ?, title = ?, qualifications = ?, biography = ?, specialties = ?, education = ?, profession = ?, registration_body = ?, registration_number = ?, insurer = ?, policy_number = ?, registration_until = ?, insurance_until = ?, languages = ?, active = ?, signature_image = ?
WHERE id = ? AND revision = ?;

DELETE FROM clinician
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, display_name, title, qualifications, biography, specialties, education, profession, registration_body, registration_number, insurer, policy_number, registration_until, insurance_until, languages, active, signature_image
FROM clinician
ORDER BY id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, display_name, title, qualifications, biography, specialties, education, profession, registration_body, registration_number, insurer, policy_number, registration_until, insurance_until, languages, active, signature_image
FROM clinician
WHERE FALSE
AND trashed_at IS NULL
ORDER BY id;
