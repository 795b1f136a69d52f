/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-kind.h"

#include "cab-addendum.h"
#include "cab-attachment.h"
#include "cab-audit-record.h"
#include "cab-blob.h"
#include "cab-bundle-import.h"
#include "cab-client-contact.h"
#include "cab-client.h"
#include "cab-clinician.h"
#include "cab-condition.h"
#include "cab-consent-event.h"
#include "cab-consent.h"
#include "cab-contact.h"
#include "cab-disclosure.h"
#include "cab-draft.h"
#include "cab-emotion-word.h"
#include "cab-learned-word.h"
#include "cab-mood-entry.h"
#include "cab-mood-track.h"
#include "cab-note-version.h"
#include "cab-note.h"
#include "cab-policy-text.h"
#include "cab-practice-settings.h"
#include "cab-preference.h"
#include "cab-process-note.h"
#include "cab-signature.h"
#include "cab-tombstone.h"
#include "cab-value-domain.h"

/* The order is that of every bundle [B-21]; a new kind goes where records.md
 * has it, after all kinds that it must refer to. */
const CabKind *const cab_kinds[] = {
  &cab_practice_kind,
  &cab_clinician_kind,
  &cab_client_kind,
  &cab_contact_kind,
  &cab_client_contact_kind,
  &cab_condition_kind,
  &cab_note_kind,
  &cab_note_version_kind,
  &cab_signature_kind,
  &cab_addendum_kind,
  &cab_process_note_kind,
  &cab_process_note_version_kind,
  &cab_mood_entry_kind,
  &cab_mood_emotion_kind,
  &cab_emotion_word_kind,
  &cab_mood_track_kind,
  &cab_mood_track_value_kind,
  &cab_value_domain_kind,
  &cab_value_rating_kind,
  &cab_draft_kind,
  &cab_policy_text_kind,
  &cab_consent_kind,
  &cab_consent_event_kind,
  &cab_attachment_kind,
  &cab_blob_kind,
  &cab_blob_chunk_kind,
  &cab_disclosure_kind,
  &cab_tombstone_kind,
  &cab_audit_kind,
  &cab_bundle_import_kind,
  &cab_preference_kind,
  &cab_learned_word_kind,
  NULL,
};
