/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-note.h"

#include "cab-client.h"
#include "cab-codes.h"
#include "cab-note-private.h"

#include <glib/gi18n.h>

CAB_DEFINE_CODES (cab_note_kind_codes,
                  "note-kind",
                  { "session", N_ ("Session") },
                  { "contact", N_ ("Contact") },
                  { "collateral", N_ ("Collateral") },
                  { "risk", N_ ("Risk") },
                  { "supervision", N_ ("Supervision") },
                  { "letter", N_ ("Letter") });

CAB_DEFINE_CODES (cab_note_medium_codes,
                  "note-medium",
                  { "room", N_ ("In the room") },
                  { "video", N_ ("Video") },
                  { "phone", N_ ("Phone") },
                  { "text", N_ ("Text") },
                  { "home", N_ ("At home") },
                  { "other", N_ ("Other") });

CAB_DEFINE_CODES (cab_note_state_codes,
                  "note-state",
                  { "draft", N_ ("Draft") },
                  { "signed", N_ ("Signed") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_NOTE_FIELD_CLIENT_ID] = {
    .name = "client_id", .type = CAB_FIELD_REF, .target = "client", .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED, .label = N_ ("Client"),
    .why = N_ ("To show that the note is about you."), .fhir = "Encounter.subject", .since = 1
  },
  [CAB_NOTE_FIELD_NOTE_KIND] = {
    .name = "note_kind", .type = CAB_FIELD_CODE, .codes = &cab_note_kind_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .label = N_ ("Kind"),
    .why = N_ ("To tell a session from a phone call, a letter or another contact."),
    .since = 1
  },
  [CAB_NOTE_FIELD_HELD_ON] = {
    .name = "held_on", .type = CAB_FIELD_LOCAL, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_OBSERVED, .label = N_ ("Held on"),
    .why = N_ ("To show when we met or spoke."), .fhir = "Encounter.period.start", .since = 1
  },
  [CAB_NOTE_FIELD_HELD_ON_ZONE] = {
    .name = "held_on_zone", .type = CAB_FIELD_ZONE, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_OBSERVED, .label = N_ ("Time zone"),
    .why = N_ ("To read the time of the session rightly wherever it is read."), .since = 1
  },
  [CAB_NOTE_FIELD_MINUTES] = {
    .name = "minutes", .type = CAB_FIELD_INTEGER, .maximum = 1440, .right = CAB_RIGHT_OBSERVED,
    .label = N_ ("Minutes"), .why = N_ ("To show how long we met or spoke."),
    .fhir = "Encounter.length", .since = 1
  },
  [CAB_NOTE_FIELD_MEDIUM] = {
    .name = "medium", .type = CAB_FIELD_CODE, .codes = &cab_note_medium_codes,
    .right = CAB_RIGHT_OBSERVED, .label = N_ ("Medium"),
    .why = N_ ("To show whether we met in the room, by video, by phone or another way."),
    .fhir = "Encounter.class", .since = 1
  },
  [CAB_NOTE_FIELD_WITH_CONTACT_ID] = {
    .name = "with_contact_id", .type = CAB_FIELD_REF, .target = "contact",
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_OBSERVED, .flags = CAB_FLAG_IDENTIFIES,
    .label = N_ ("With"), .why = N_ ("To show who was spoken with when it was not you."),
    .since = 1
  },
  [CAB_NOTE_FIELD_STATE] = {
    .name = "state", .type = CAB_FIELD_CODE, .codes = &cab_note_state_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_DERIVED, .label = N_ ("State"),
    .why = N_ ("To know whether the note is signed and so can no longer be changed."),
    .since = 1
  },
  [CAB_NOTE_FIELD_CURRENT_VERSION_ID] = {
    .name = "current_version_id", .type = CAB_FIELD_REF, .target = "note-version",
    .right = CAB_RIGHT_DERIVED, .label = N_ ("Current version"),
    .why = N_ ("To find the newest text of the note."), .since = 1
  },
  [CAB_NOTE_FIELD_NEXT_TIME] = {
    .name = "next_time", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_AUTHORED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Next time"),
    .why = N_ ("So that what matters to you is taken up again next time."), .since = 1
  },
  [CAB_NOTE_FIELD_NEXT_TIME_DONE] = {
    .name = "next_time_done", .type = CAB_FIELD_BOOL, .right = CAB_RIGHT_AUTHORED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Next time done"),
    .why = N_ ("To show that it was taken up again."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_NOTE_N_FIELDS);

const CabKind cab_note_kind = {
  .name = "note",
  .plural = "notes",
  .table = "note",
  .label = N_ ("Note"),
  .label_plural = N_ ("Notes"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_NOTE_FIELD_CLIENT_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_AUTHORED,
  .trash = CAB_TRASH_RULE,
  .trash_refusal = N_ ("A signed note cannot be deleted. Add an addendum, or erase the client "
                       "under Privacy."),
  .mutability = CAB_MUTABLE,
  .check = cab_note_check,
  .check_trash = cab_note_check_trash,
  .before_save = cab_note_before_save,
  .after_save = cab_client_follow_note,
  .describe = cab_note_describe,
  .get_type = cab_note_get_type,
};

CAB_DEFINE_KIND (CabNote, cab_note, &cab_note_kind)
