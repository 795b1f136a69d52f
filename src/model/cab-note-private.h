/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-note-version.h"
#include "cab-note.h"
#include "cab-process-note.h"
#include "cab-signature.h"

G_BEGIN_DECLS

/*
 * CabNoteFamily: what notes and process notes do alike, each in its own two
 * tables [M-40]. All indices are among all fields of a record.
 */
typedef struct
{
  const CabKind *note;
  const CabKind *version;
  CabSignedKind signed_kind;
  guint held_on;
  guint held_on_zone;
  guint state;
  guint current_version;
  /* Number and digest of the newest version of note ?1 */
  const char *sql_last;
  /* Whether any version of note ?1 was ever signed */
  const char *sql_signed;
} CabNoteFamily;

/* The family of a kind of note or of a kind of version. */
const CabNoteFamily *cab_note_get_family (const CabKind *kind);

/* The rules that both families have; their kinds' functions are these. */
gboolean cab_note_check (CabPractice *practice, CabRecord *note, GError **error);
gboolean cab_note_check_trash (CabPractice *practice, CabRecord *note, GError **error);
gboolean cab_note_before_save (CabPractice *practice, CabRecord *note, GError **error);
char *cab_note_describe (CabRecord *note);
gboolean cab_note_version_check (CabPractice *practice, CabRecord *version, GError **error);
gboolean cab_note_version_before_save (CabPractice *practice, CabRecord *version, GError **error);
char *cab_note_version_describe (CabRecord *version);

/* The digests of [M-37] and [M-39], over the record as it stands. */
char *cab_note_version_dup_digest (CabRecord *version);
char *cab_addendum_dup_digest (CabRecord *addendum);

/* Writes a signature over a stored version or addendum, in the running transaction. */
gboolean cab_signature_write (CabPractice *practice,
                              CabRecord *signed_record,
                              const char *statement,
                              GError **error);

/* 1 when a text of that id was signed, 0 when not, -1 with @error set. */
int cab_signature_exists (CabPractice *practice, const char *signed_id, GError **error);

G_END_DECLS
