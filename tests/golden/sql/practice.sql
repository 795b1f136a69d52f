SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, name, address, opening_hours, legal_name, website, phone, email, authority_name, authority_contact, dpo_contact, jurisdiction, clock_preset, locale, currency, zone, word_for_client, session_minutes, note_due_hours, adult_age, lock_minutes, backup_days, unlock_policy, unlock_hours, self_reviewed_on, holiday_set, complaint_contact, extra_clocks
FROM practice
WHERE id = ?;

INSERT INTO practice (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, name, address, opening_hours, legal_name, website, phone, email, authority_name, authority_contact, dpo_contact, jurisdiction, clock_preset, locale, currency, zone, word_for_client, session_minutes, note_due_hours, adult_age, lock_minutes, backup_days, unlock_policy, unlock_hours, self_reviewed_on, holiday_set, complaint_contact, extra_clocks)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

UPDATE practice SET id = ?, revision = ?, created_at = ?, modified_at = ?, created_by_id = ?, modified_by_id = ?, origin = ?, source = ?, basis6 = ?, basis9 = ?, sensitivity = ?, trashed_at = ?, bundle = ?, extension = ?, content_digest = ?, name = ?, address = ?, opening_hours = ?, legal_name = ?, website = ?, phone = ?, email = ?, authority_name = ?, authority_contact = ?, dpo_contact = ?, jurisdiction = ?, clock_preset = ?, locale = ?, currency = ?, zone = ?, word_for_client = ?, session_minutes = ?, note_due_hours = ?, adult_age = ?, lock_minutes = ?, backup_days = ?, unlock_policy = ?, unlock_hours = ?, self_reviewed_on = ?, holiday_set = ?, complaint_contact = ?, extra_clocks = ?
WHERE id = ? AND revision = ?;

DELETE FROM practice
WHERE id = ?;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, name, address, opening_hours, legal_name, website, phone, email, authority_name, authority_contact, dpo_contact, jurisdiction, clock_preset, locale, currency, zone, word_for_client, session_minutes, note_due_hours, adult_age, lock_minutes, backup_days, unlock_policy, unlock_hours, self_reviewed_on, holiday_set, complaint_contact, extra_clocks
FROM practice
ORDER BY id;

SELECT id, revision, created_at, modified_at, created_by_id, modified_by_id, origin, source, basis6, basis9, sensitivity, trashed_at, bundle, extension, content_digest, name, address, opening_hours, legal_name, website, phone, email, authority_name, authority_contact, dpo_contact, jurisdiction, clock_preset, locale, currency, zone, word_for_client, session_minutes, note_due_hours, adult_age, lock_minutes, backup_days, unlock_policy, unlock_hours, self_reviewed_on, holiday_set, complaint_contact, extra_clocks
FROM practice
WHERE FALSE
AND trashed_at IS NULL
ORDER BY id;
