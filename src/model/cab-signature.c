/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-signature.h"

#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-note-private.h"
#include "cab-practice-private.h"

#include <glib/gi18n.h>
#include <string.h>

CAB_DEFINE_CODES (cab_signed_kind_codes,
                  "signed-kind",
                  { "note-version", N_ ("Note") },
                  { "process-note-version", N_ ("Process note") },
                  { "addendum", N_ ("Addendum") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_SIGNATURE_FIELD_SIGNED_KIND] = {
    .name = "signed_kind", .type = CAB_FIELD_CODE, .codes = &cab_signed_kind_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("What was signed"), .why = N_ ("To know what kind of text was signed."),
    .since = 1
  },
  [CAB_SIGNATURE_FIELD_SIGNED_ID] = {
    .name = "signed_id", .type = CAB_FIELD_TEXT, .minimum = 36, .maximum = 36,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Signed text"), .why = N_ ("To know which text was signed."), .since = 1
  },
  [CAB_SIGNATURE_FIELD_SIGNER_ID] = {
    .name = "signer_id", .type = CAB_FIELD_REF, .target = "clinician",
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Signed by"), .why = N_ ("To know who answers for the text."), .since = 1
  },
  [CAB_SIGNATURE_FIELD_SIGNED_AT] = {
    .name = "signed_at", .type = CAB_FIELD_INSTANT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED, .label = N_ ("Signed at"),
    .why = N_ ("To know when the text was signed."), .since = 1
  },
  [CAB_SIGNATURE_FIELD_SIGNED_DIGEST] = {
    .name = "signed_digest", .type = CAB_FIELD_DIGEST, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED, .label = N_ ("Signed digest"),
    .why = N_ ("To prove that the signed text is still the same."), .since = 1
  },
  [CAB_SIGNATURE_FIELD_STATEMENT] = {
    .name = "statement", .type = CAB_FIELD_TEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED, .label = N_ ("Statement"),
    .why = N_ ("To keep what was stated by signing."), .since = 1
  },
  [CAB_SIGNATURE_FIELD_IMAGE] = {
    .name = "image", .type = CAB_FIELD_BLOB_REF, .right = CAB_RIGHT_AUTHORED,
    .flags = CAB_FLAG_FIXED, .label = N_ ("Image"),
    .why = N_ ("To show how the signature looks on paper."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_SIGNATURE_N_FIELDS);

static guint
find_own (CabRecord *record, const char *name)
{
  int field = cab_kind_find_field (cab_record_get_kind (record), name);

  g_assert (field >= 0);
  return (guint)field;
}

/* [M-38]: a signature is over the digest that the signed row has. */
static gboolean
check (CabPractice *practice, CabRecord *signature, GError **error)
{
  const char *name = cab_record_get_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_KIND));
  g_autoptr (CabRecord) signed_record = NULL;

  if (cab_record_is_stored (signature))
    return TRUE;

  signed_record = cab_practice_load (
      practice, cab_kind_find (name),
      cab_record_get_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_ID)), error);
  if (signed_record == NULL)
    return FALSE;
  if (g_strcmp0 (cab_record_get_text (signed_record, find_own (signed_record, "digest")),
                 cab_record_get_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_DIGEST)))
      == 0)
    return TRUE;

  return cab_record_set_error (signature, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_DIGEST),
                               CAB_MODEL_ERROR_INVALID, error,
                               _ ("this is not the digest of the signed text."));
}

static char *
describe (CabRecord *signature)
{
  const char *at = cab_record_get_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_AT));
  g_autofree char *day = g_strndup (at == NULL ? "" : at, strlen ("2026-03-02"));

  return g_strdup_printf (_ ("Signature, %s"), day);
}

const CabKind cab_signature_kind = {
  .name = "signature",
  .plural = "signatures",
  .table = "signature",
  .label = N_ ("Signature"),
  .label_plural = N_ ("Signatures"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_NO_OWNER,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_AUTHORED,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("A signature is never removed."),
  .mutability = CAB_IMMUTABLE,
  .check = check,
  .describe = describe,
  .of_client = "SELECT id FROM signature WHERE signed_id IN ("
               "SELECT id FROM note_version "
               "WHERE note_id IN (SELECT id FROM note WHERE client_id = ?1) "
               "UNION ALL SELECT id FROM process_note_version "
               "WHERE note_id IN (SELECT id FROM process_note WHERE client_id = ?1) "
               "UNION ALL SELECT id FROM addendum "
               "WHERE note_id IN (SELECT id FROM note WHERE client_id = ?1))",
  .get_type = cab_signature_get_type,
};

CAB_DEFINE_KIND (CabSignature, cab_signature, &cab_signature_kind)

gboolean
cab_signature_write (CabPractice *practice,
                     CabRecord *signed_record,
                     const char *statement,
                     GError **error)
{
  g_autoptr (CabRecord) signature = cab_record_new (&cab_signature_kind);
  g_autofree char *now = cab_practice_dup_now (practice);

  cab_record_set_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_KIND),
                       cab_record_get_kind (signed_record)->name);
  cab_record_set_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_ID),
                       cab_record_get_id (signed_record));
  cab_record_set_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNER_ID),
                       cab_practice_get_owner_id (practice));
  cab_record_set_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_AT), now);
  cab_record_set_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_DIGEST),
                       cab_record_get_text (signed_record, find_own (signed_record, "digest")));
  cab_record_set_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_STATEMENT), statement);

  return cab_practice_save (practice, signature, error);
}

int
cab_signature_exists (CabPractice *practice, const char *signed_id, GError **error)
{
  gint64 found = 0;

  if (!cab_practice_ask_integer (practice,
                                 "SELECT EXISTS (SELECT 1 FROM signature WHERE signed_id = ?1)",
                                 "look for a signature", &found, error, signed_id, NULL))
    return -1;

  return (int)found;
}
