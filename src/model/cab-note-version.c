/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-note-version.h"

#include "cab-codes.h"
#include "cab-note-private.h"

#include <glib/gi18n.h>

CAB_DEFINE_CODES (cab_cut_because_codes,
                  "cut-because",
                  { "sign", N_ ("Signed") },
                  { "leave", N_ ("Left the page") },
                  { "idle", N_ ("Idle") },
                  { "lock", N_ ("Locked") },
                  { "import", N_ ("Imported") },
                  { "unlock", N_ ("Unlocked") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_NOTE_VERSION_FIELD_NOTE_ID] = {
    .name = "note_id", .type = CAB_FIELD_REF, .target = "note", .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .flags = CAB_FLAG_FIXED, .label = N_ ("Note"),
    .why = N_ ("To know which note this text belongs to."), .since = 1
  },
  [CAB_NOTE_VERSION_FIELD_NUMBER] = {
    .name = "number", .type = CAB_FIELD_INTEGER, .minimum = 1, .maximum = G_MAXINT64,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_DERIVED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Version"),
    .why = N_ ("To keep the versions in the order in which they were written."), .since = 1
  },
  [CAB_NOTE_VERSION_FIELD_TEXT] = {
    .name = "text", .type = CAB_FIELD_LONGTEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED,
    .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED | CAB_FLAG_SEARCHED, .label = N_ ("Text"),
    .why = N_ ("To keep a professional record of our work."),
    .fhir = "DocumentReference.content.attachment", .since = 1
  },
  [CAB_NOTE_VERSION_FIELD_HELD_ON] = {
    .name = "held_on", .type = CAB_FIELD_LOCAL, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED,
    .label = N_ ("Held on"),
    .why = N_ ("To show when we met, also when the appointment was moved in the calendar later."),
    .fhir = "DocumentReference.date", .since = 1
  },
  [CAB_NOTE_VERSION_FIELD_HELD_ON_ZONE] = {
    .name = "held_on_zone", .type = CAB_FIELD_ZONE, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED,
    .label = N_ ("Time zone"),
    .why = N_ ("To read the time of the session rightly wherever it is read."), .since = 1
  },
  [CAB_NOTE_VERSION_FIELD_CUT_BECAUSE] = {
    .name = "cut_because", .type = CAB_FIELD_CODE, .codes = &cab_cut_because_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_DERIVED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Kept because"), .why = N_ ("To show why this version of the text was kept."),
    .since = 1
  },
  [CAB_NOTE_VERSION_FIELD_PREVIOUS_DIGEST] = {
    .name = "previous_digest", .type = CAB_FIELD_DIGEST, .right = CAB_RIGHT_DERIVED,
    .flags = CAB_FLAG_FIXED, .label = N_ ("Digest before"),
    .why = N_ ("To prove that no earlier version was changed or taken out."), .since = 1
  },
  [CAB_NOTE_VERSION_FIELD_DIGEST] = {
    .name = "digest", .type = CAB_FIELD_DIGEST, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .flags = CAB_FLAG_FIXED, .label = N_ ("Digest"),
    .why = N_ ("To prove that the text was not changed after it was written."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_NOTE_VERSION_N_FIELDS);

const CabKind cab_note_version_kind = {
  .name = "note-version",
  .plural = "note-versions",
  .table = "note_version",
  .label = N_ ("Note version"),
  .label_plural = N_ ("Note versions"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_NOTE_VERSION_FIELD_NOTE_ID,
  .ordinal = CAB_NOTE_VERSION_FIELD_NUMBER,
  .origin = CAB_ORIGIN_AUTHORED,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("A version of a note is kept as long as its note."),
  .mutability = CAB_IMMUTABLE,
  .check = cab_note_version_check,
  .before_save = cab_note_version_before_save,
  .describe = cab_note_version_describe,
  .get_type = cab_note_version_get_type,
};

CAB_DEFINE_KIND (CabNoteVersion, cab_note_version, &cab_note_version_kind)
