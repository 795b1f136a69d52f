/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-note-private.h"

#include "cab-canonical.h"
#include "cab-vault-error.h"

#include <glib/gi18n.h>

char *
cab_note_version_dup_digest (CabRecord *version)
{
  static const guint fields[] = {
    CAB_SYSTEM_ID,
    CAB_OWN (CAB_NOTE_VERSION_FIELD_NOTE_ID),
    CAB_OWN (CAB_NOTE_VERSION_FIELD_NUMBER),
    CAB_OWN (CAB_NOTE_VERSION_FIELD_TEXT),
    CAB_OWN (CAB_NOTE_VERSION_FIELD_HELD_ON),
    CAB_OWN (CAB_NOTE_VERSION_FIELD_HELD_ON_ZONE),
    CAB_SYSTEM_CREATED_BY,
    CAB_SYSTEM_CREATED_AT,
    CAB_OWN (CAB_NOTE_VERSION_FIELD_PREVIOUS_DIGEST),
  };

  return cab_canonical_dup_digest (version, fields, G_N_ELEMENTS (fields));
}

char *
cab_addendum_dup_digest (CabRecord *addendum)
{
  static const guint fields[] = {
    CAB_SYSTEM_ID,
    CAB_OWN (CAB_ADDENDUM_FIELD_NOTE_ID),
    CAB_OWN (CAB_ADDENDUM_FIELD_SEQUENCE),
    CAB_OWN (CAB_ADDENDUM_FIELD_ADDENDUM_KIND),
    CAB_OWN (CAB_ADDENDUM_FIELD_TEXT),
    CAB_OWN (CAB_ADDENDUM_FIELD_REASON),
    CAB_SYSTEM_CREATED_BY,
    CAB_SYSTEM_CREATED_AT,
    CAB_OWN (CAB_ADDENDUM_FIELD_PREVIOUS_DIGEST),
  };

  return cab_canonical_dup_digest (addendum, fields, G_N_ELEMENTS (fields));
}

/* A walk along one chain: versions of a note, or its addenda. */
typedef struct
{
  CabPractice *practice;
  guint number_field;
  guint previous_field;
  guint digest_field;
  char *(*dup_digest) (CabRecord *record);
  /* State: the link before */
  gint64 number;
  char *digest;
  char *id;
  gboolean is_signed;
} Chain;

static void
clear_chain (Chain *self)
{
  g_free (self->digest);
  g_free (self->id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chain, clear_chain)

static gboolean fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (GError **error, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error_literal (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CONTENT, sentence);
  return FALSE;
}

static gboolean
check_signature (CabRecord *signature, gpointer data, GError **error)
{
  Chain *chain = data;

  chain->is_signed = TRUE;
  if (g_strcmp0 (cab_record_get_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_DIGEST)),
                 chain->digest)
      == 0)
    return TRUE;

  return fail (error, _ ("A signature of this note is over another text than number %d has."),
               (int)chain->number);
}

static gboolean
check_signatures (Chain *chain, GError **error)
{
  CabFilter filter = CAB_FILTER_ALL;

  filter.field = CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_ID);
  filter.equals = chain->id;
  chain->is_signed = FALSE;

  return cab_practice_each (chain->practice, &cab_signature_kind, &filter, check_signature, chain,
                            error);
}

static gboolean
check_link (CabRecord *record, gpointer data, GError **error)
{
  Chain *chain = data;
  const char *label = g_dgettext (GETTEXT_PACKAGE, cab_record_get_kind (record)->label);
  const char *digest = cab_record_get_text (record, chain->digest_field);
  g_autofree char *computed = chain->dup_digest (record);
  gint64 number = 0;

  cab_record_get_integer (record, chain->number_field, &number);
  if (number != chain->number + 1)
    return fail (error, _ ("%s %d of this note is missing."), label, (int)chain->number + 1);
  if (g_strcmp0 (cab_record_get_text (record, chain->previous_field), chain->digest) != 0)
    return fail (error, _ ("%s %d of this note does not follow the one before."), label,
                 (int)number);
  if (g_strcmp0 (digest, computed) != 0)
    return fail (error, _ ("%s %d of this note is not the text that was written."), label,
                 (int)number);

  chain->number = number;
  g_set_str (&chain->digest, digest);
  g_set_str (&chain->id, cab_record_get_id (record));
  return check_signatures (chain, error);
}

/* An addendum without a digest is still being written; what it will follow is
 * decided when it is signed. */
static gboolean
check_addendum (CabRecord *addendum, gpointer data, GError **error)
{
  Chain *chain = data;

  if (cab_record_is_none (addendum, chain->digest_field))
    return TRUE;
  if (!check_link (addendum, chain, error))
    return FALSE;

  return chain->is_signed
         || fail (error, _ ("The signature of addendum %d is missing."), (int)chain->number);
}

static gboolean
verify_versions (CabPractice *practice,
                 CabRecord *note,
                 const CabNoteFamily *family,
                 GError **error)
{
  g_auto (Chain) chain = {
    .practice = practice,
    .number_field = CAB_OWN (CAB_NOTE_VERSION_FIELD_NUMBER),
    .previous_field = CAB_OWN (CAB_NOTE_VERSION_FIELD_PREVIOUS_DIGEST),
    .digest_field = CAB_OWN (CAB_NOTE_VERSION_FIELD_DIGEST),
    .dup_digest = cab_note_version_dup_digest,
  };
  CabFilter filter = CAB_FILTER_ALL;

  filter.field = CAB_OWN (CAB_NOTE_VERSION_FIELD_NOTE_ID);
  filter.equals = cab_record_get_id (note);
  if (!cab_practice_each (practice, family->version, &filter, check_link, &chain, error))
    return FALSE;

  if (g_strcmp0 (cab_record_get_text (note, family->current_version), chain.id) != 0)
    return fail (error, _ ("The newest version of this note is missing."));
  if ((cab_record_get_code (note, family->state) == CAB_NOTE_STATE_SIGNED) != chain.is_signed)
    return fail (error, _ ("Whether this note is signed does not agree with its signatures."));

  return TRUE;
}

static gboolean
verify_addenda (CabPractice *practice, CabRecord *note, GError **error)
{
  g_auto (Chain) chain = {
    .practice = practice,
    .number_field = CAB_OWN (CAB_ADDENDUM_FIELD_SEQUENCE),
    .previous_field = CAB_OWN (CAB_ADDENDUM_FIELD_PREVIOUS_DIGEST),
    .digest_field = CAB_OWN (CAB_ADDENDUM_FIELD_DIGEST),
    .dup_digest = cab_addendum_dup_digest,
  };
  CabFilter filter = CAB_FILTER_ALL;

  filter.field = CAB_OWN (CAB_ADDENDUM_FIELD_NOTE_ID);
  filter.equals = cab_record_get_id (note);

  return cab_practice_each (practice, &cab_addendum_kind, &filter, check_addendum, &chain, error);
}

gboolean
cab_note_verify (CabPractice *practice, CabRecord *note, GError **error)
{
  const CabNoteFamily *family;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_RECORD (note), FALSE);
  g_return_val_if_fail (cab_record_is_stored (note), FALSE);

  family = cab_note_get_family (cab_record_get_kind (note));
  return verify_versions (practice, note, family, error)
         && (family->note != &cab_note_kind || verify_addenda (practice, note, error));
}
