/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-process-note.h"

#include "cab-codes.h"
#include "cab-note-private.h"

#include <glib/gi18n.h>

/* clang-format off */
static const CabField process_note_fields[] = {
  [CAB_PROCESS_NOTE_FIELD_CLIENT_ID] = {
    .name = "client_id", .type = CAB_FIELD_REF, .target = "client", .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED,
    .label = N_ ("Client"), .why = N_ ("To show that the process note is about you."),
    .since = 1
  },
  [CAB_PROCESS_NOTE_FIELD_HELD_ON] = {
    .name = "held_on", .type = CAB_FIELD_LOCAL, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Held on"),
    .why = N_ ("To show which of our meetings was thought about."), .since = 1
  },
  [CAB_PROCESS_NOTE_FIELD_HELD_ON_ZONE] = {
    .name = "held_on_zone", .type = CAB_FIELD_ZONE, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Time zone"),
    .why = N_ ("To read the time of the session rightly wherever it is read."), .since = 1
  },
  [CAB_PROCESS_NOTE_FIELD_WITH_CONTACT_ID] = {
    .name = "with_contact_id", .type = CAB_FIELD_REF, .target = "contact",
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_IDENTIFIES | CAB_FLAG_SENSITIVE,
    .label = N_ ("With"), .why = N_ ("To show who else was there."), .since = 1
  },
  [CAB_PROCESS_NOTE_FIELD_STATE] = {
    .name = "state", .type = CAB_FIELD_CODE, .codes = &cab_note_state_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_DERIVED, .flags = CAB_FLAG_SENSITIVE,
    .label = N_ ("State"),
    .why = N_ ("To know whether the process note is signed and so can no longer be changed."),
    .since = 1
  },
  [CAB_PROCESS_NOTE_FIELD_CURRENT_VERSION_ID] = {
    .name = "current_version_id", .type = CAB_FIELD_REF, .target = "process-note-version",
    .right = CAB_RIGHT_DERIVED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Current version"),
    .why = N_ ("To find the newest text of the process note."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (process_note_fields) == CAB_PROCESS_NOTE_N_FIELDS);

const CabKind cab_process_note_kind = {
  .name = "process-note",
  .plural = "process-notes",
  .table = "process_note",
  .label = N_ ("Process note"),
  .label_plural = N_ ("Process notes"),
  .fields = process_note_fields,
  .n_fields = G_N_ELEMENTS (process_note_fields),
  .owner = CAB_PROCESS_NOTE_FIELD_CLIENT_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_AUTHORED,
  .trash = CAB_TRASH_RULE,
  .trash_refusal = N_ ("A signed process note cannot be deleted. Erase the client under "
                       "Privacy instead."),
  .mutability = CAB_MUTABLE,
  .check = cab_note_check,
  .check_trash = cab_note_check_trash,
  .before_save = cab_note_before_save,
  .describe = cab_note_describe,
  .get_type = cab_process_note_get_type,
};

CAB_DEFINE_KIND (CabProcessNote, cab_process_note, &cab_process_note_kind)

/* clang-format off */
static const CabField process_note_version_fields[] = {
  [CAB_PROCESS_NOTE_VERSION_FIELD_NOTE_ID] = {
    .name = "note_id", .type = CAB_FIELD_REF, .target = "process-note",
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_DERIVED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Process note"), .why = N_ ("To know which process note this text belongs to."),
    .since = 1
  },
  [CAB_PROCESS_NOTE_VERSION_FIELD_NUMBER] = {
    .name = "number", .type = CAB_FIELD_INTEGER, .minimum = 1, .maximum = G_MAXINT64,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_DERIVED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Version"),
    .why = N_ ("To keep the versions in the order in which they were written."), .since = 1
  },
  [CAB_PROCESS_NOTE_VERSION_FIELD_TEXT] = {
    .name = "text", .type = CAB_FIELD_LONGTEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED,
    .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED | CAB_FLAG_SEARCHED, .label = N_ ("Text"),
    .why = N_ ("To keep a professional record of our work."),
    .fhir = "DocumentReference.content.attachment", .since = 1
  },
  [CAB_PROCESS_NOTE_VERSION_FIELD_HELD_ON] = {
    .name = "held_on", .type = CAB_FIELD_LOCAL, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED,
    .label = N_ ("Held on"),
    .why = N_ ("To show when we met, also when the appointment was moved in the calendar later."),
    .fhir = "DocumentReference.date", .since = 1
  },
  [CAB_PROCESS_NOTE_VERSION_FIELD_HELD_ON_ZONE] = {
    .name = "held_on_zone", .type = CAB_FIELD_ZONE, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED,
    .label = N_ ("Time zone"),
    .why = N_ ("To read the time of the session rightly wherever it is read."), .since = 1
  },
  [CAB_PROCESS_NOTE_VERSION_FIELD_CUT_BECAUSE] = {
    .name = "cut_because", .type = CAB_FIELD_CODE, .codes = &cab_cut_because_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_DERIVED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Kept because"), .why = N_ ("To show why this version of the text was kept."),
    .since = 1
  },
  [CAB_PROCESS_NOTE_VERSION_FIELD_PREVIOUS_DIGEST] = {
    .name = "previous_digest", .type = CAB_FIELD_DIGEST, .right = CAB_RIGHT_DERIVED,
    .flags = CAB_FLAG_FIXED, .label = N_ ("Digest before"),
    .why = N_ ("To prove that no earlier version was changed or taken out."), .since = 1
  },
  [CAB_PROCESS_NOTE_VERSION_FIELD_DIGEST] = {
    .name = "digest", .type = CAB_FIELD_DIGEST, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .flags = CAB_FLAG_FIXED, .label = N_ ("Digest"),
    .why = N_ ("To prove that the text was not changed after it was written."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (process_note_version_fields) == CAB_PROCESS_NOTE_VERSION_N_FIELDS);

const CabKind cab_process_note_version_kind = {
  .name = "process-note-version",
  .plural = "process-note-versions",
  .table = "process_note_version",
  .label = N_ ("Process note version"),
  .label_plural = N_ ("Process note versions"),
  .fields = process_note_version_fields,
  .n_fields = G_N_ELEMENTS (process_note_version_fields),
  .owner = CAB_PROCESS_NOTE_VERSION_FIELD_NOTE_ID,
  .ordinal = CAB_PROCESS_NOTE_VERSION_FIELD_NUMBER,
  .origin = CAB_ORIGIN_AUTHORED,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("A version of a process note is kept as long as its note."),
  .mutability = CAB_IMMUTABLE,
  .check = cab_note_version_check,
  .before_save = cab_note_version_before_save,
  .describe = cab_note_version_describe,
  .get_type = cab_process_note_version_get_type,
};

CAB_DEFINE_KIND (CabProcessNoteVersion, cab_process_note_version, &cab_process_note_version_kind)
