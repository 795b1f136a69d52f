/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-addendum.h"

#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-note-private.h"
#include "cab-practice-private.h"
#include "cab-record-private.h"
#include "cab-statement.h"

#include <glib/gi18n.h>
#include <string.h>

CAB_DEFINE_CODES (cab_addendum_kind_codes,
                  "addendum-kind",
                  { "addition", N_ ("Addition") },
                  { "correction", N_ ("Correction") },
                  { "late-entry", N_ ("Late entry") },
                  { "client-statement", N_ ("Statement of the client") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_ADDENDUM_FIELD_NOTE_ID] = {
    .name = "note_id", .type = CAB_FIELD_REF, .target = "note", .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED, .label = N_ ("Note"),
    .why = N_ ("To know which note is added to."), .since = 1
  },
  [CAB_ADDENDUM_FIELD_SEQUENCE] = {
    .name = "sequence", .type = CAB_FIELD_INTEGER, .minimum = 1, .maximum = G_MAXINT64,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Number"), .why = N_ ("To keep the addenda in order."), .since = 1
  },
  [CAB_ADDENDUM_FIELD_ADDENDUM_KIND] = {
    .name = "addendum_kind", .type = CAB_FIELD_CODE, .codes = &cab_addendum_kind_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .label = N_ ("Kind"),
    .why = N_ ("To tell a correction from an addition or from your own statement."),
    .since = 1
  },
  [CAB_ADDENDUM_FIELD_TEXT] = {
    .name = "text", .type = CAB_FIELD_LONGTEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_SEARCHED,
    .label = N_ ("Text"), .why = N_ ("To keep what was added to the signed note."), .since = 1
  },
  [CAB_ADDENDUM_FIELD_REASON] = {
    .name = "reason", .type = CAB_FIELD_TEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Reason"),
    .why = N_ ("To show why the note was added to after it was signed."), .since = 1
  },
  [CAB_ADDENDUM_FIELD_PREVIOUS_DIGEST] = {
    .name = "previous_digest", .type = CAB_FIELD_DIGEST, .right = CAB_RIGHT_AUTHORED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Digest before"),
    .why = N_ ("To prove that no earlier addendum was changed or taken out."), .since = 1
  },
  [CAB_ADDENDUM_FIELD_DIGEST] = {
    .name = "digest", .type = CAB_FIELD_DIGEST, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Digest"),
    .why = N_ ("To prove that the addendum was not changed after it was signed."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_ADDENDUM_N_FIELDS);

static gboolean
is_sealed (CabRecord *record)
{
  return cab_record_get_loaded (record, CAB_OWN (CAB_ADDENDUM_FIELD_DIGEST))->type
         != CAB_VALUE_NONE;
}

/* The newest addendum of note ?1 that does not lie in the trash */
static const char sql_last[] = "SELECT id, sequence, digest\n"
                               "FROM addendum\n"
                               "WHERE note_id = ?1 AND trashed_at IS NULL\n"
                               "ORDER BY sequence DESC\n"
                               "LIMIT 1";

typedef struct
{
  char *id;
  gint64 sequence;
  char *digest;
} Last;

static void
clear_last (Last *self)
{
  g_free (self->id);
  g_free (self->digest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Last, clear_last)

/* Leaves @last empty when there is none. */
static gboolean
find_last (CabPractice *practice, const char *note_id, Last *last, GError **error)
{
  g_autoptr (CabStatement) statement = NULL;

  statement = cab_statement_new (cab_practice_get_db (practice), sql_last,
                                 "find the newest addendum of a note", error);
  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1, note_id);
  switch (cab_statement_step (statement, error))
    {
    case CAB_STEP_ERROR:
      return FALSE;
    case CAB_STEP_DONE:
      return TRUE;
    case CAB_STEP_ROW:
      last->id = g_strdup (cab_statement_get_text (statement, 0));
      last->sequence = cab_statement_get_integer (statement, 1);
      last->digest = g_strdup (cab_statement_get_text (statement, 2));
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

/* [M-39]: only a signed note is added to; one that is not is simply edited. */
static gboolean
check_note (CabPractice *practice, CabRecord *addendum, GError **error)
{
  g_autoptr (CabRecord) note = NULL;

  note = cab_practice_load (practice, &cab_note_kind,
                            cab_record_get_text (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_NOTE_ID)),
                            error);
  if (note == NULL)
    return FALSE;
  if (cab_record_get_code (note, CAB_OWN (CAB_NOTE_FIELD_STATE)) == CAB_NOTE_STATE_SIGNED)
    return TRUE;

  return cab_record_set_error (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_NOTE_ID),
                               CAB_MODEL_ERROR_INVALID, error,
                               _ ("the note is not signed. Edit the note itself."));
}

/* The place in the row: behind the newest one, which is signed. The same for one
 * that comes back from the trash, where another may have taken its place. */
static gboolean
check_place (CabPractice *practice, CabRecord *addendum, GError **error)
{
  g_auto (Last) last = { 0 };
  gint64 sequence = 0;

  if (!find_last (practice, cab_record_get_text (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_NOTE_ID)),
                  &last, error))
    return FALSE;
  if (last.id != NULL && last.digest == NULL)
    return cab_record_set_error (addendum, -1, CAB_MODEL_ERROR_HELD, error,
                                 _ ("addendum %d is not signed yet. Sign or discard it first."),
                                 (int)last.sequence);

  cab_record_get_integer (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_SEQUENCE), &sequence);
  if (sequence == last.sequence + 1)
    return TRUE;

  return cab_record_set_error (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_SEQUENCE),
                               CAB_MODEL_ERROR_DUPLICATE, error,
                               _ ("another addendum has taken its place since."));
}

/* The digest comes with signing alone, and is that of what is stored. */
static gboolean
check_digest (CabRecord *addendum, GError **error)
{
  const guint field = CAB_OWN (CAB_ADDENDUM_FIELD_DIGEST);
  g_autofree char *digest = NULL;

  if (cab_record_is_none (addendum, field) || !cab_record_is_changed (addendum, field))
    return TRUE;

  digest = cab_addendum_dup_digest (addendum);
  if (strcmp (cab_record_get_text (addendum, field), digest) == 0)
    return TRUE;

  return cab_record_set_error (addendum, (int)field, CAB_MODEL_ERROR_INVALID, error,
                               _ ("this is not the digest of its text."));
}

static gboolean
check (CabPractice *practice, CabRecord *addendum, GError **error)
{
  gboolean is_placed = !cab_record_is_stored (addendum)
                       || (cab_record_is_changed (addendum, CAB_SYSTEM_TRASHED_AT)
                           && cab_record_is_none (addendum, CAB_SYSTEM_TRASHED_AT));

  return check_digest (addendum, error)
         && (!is_placed
             || (check_note (practice, addendum, error)
                 && check_place (practice, addendum, error)));
}

static gboolean
before_save (CabPractice *practice, CabRecord *addendum, GError **error)
{
  const char *note_id = cab_record_get_text (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_NOTE_ID));
  g_auto (Last) last = { 0 };

  if (cab_record_is_stored (addendum) || note_id == NULL)
    return TRUE;
  if (!find_last (practice, note_id, &last, error))
    return FALSE;

  cab_record_set_integer (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_SEQUENCE), last.sequence + 1);
  if (cab_record_get_code (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_ADDENDUM_KIND))
      == CAB_ADDENDUM_KIND_CLIENT_STATEMENT)
    cab_record_set_code (addendum, CAB_SYSTEM_ORIGIN, CAB_ORIGIN_PROVIDED);

  return TRUE;
}

static gboolean
check_trash (CabPractice *practice, CabRecord *addendum, GError **error)
{
  if (!is_sealed (addendum))
    return TRUE;

  g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_IMMUTABLE,
                       g_dgettext (GETTEXT_PACKAGE, cab_addendum_kind.trash_refusal));
  return FALSE;
}

static char *
describe (CabRecord *addendum)
{
  gint64 sequence = 0;

  cab_record_get_integer (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_SEQUENCE), &sequence);
  return g_strdup_printf (_ ("Addendum %d"), (int)sequence);
}

const CabKind cab_addendum_kind = {
  .name = "addendum",
  .plural = "addenda",
  .table = "addendum",
  .label = N_ ("Addendum"),
  .label_plural = N_ ("Addenda"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_ADDENDUM_FIELD_NOTE_ID,
  .ordinal = CAB_ADDENDUM_FIELD_SEQUENCE,
  .origin = CAB_ORIGIN_AUTHORED,
  .trash = CAB_TRASH_RULE,
  .trash_refusal = N_ ("A signed addendum cannot be deleted. Add another addendum."),
  .mutability = CAB_IMMUTABLE_BY_RULE,
  .check = check,
  .check_trash = check_trash,
  .is_sealed = is_sealed,
  .before_save = before_save,
  .describe = describe,
  .get_type = cab_addendum_get_type,
};

CAB_DEFINE_KIND (CabAddendum, cab_addendum, &cab_addendum_kind)

typedef struct
{
  CabRecord *addendum;
  const char *statement;
} Signing;

static const char sql_before[] = "SELECT digest\n"
                                 "FROM addendum\n"
                                 "WHERE note_id = ?1 AND sequence = ?2 - 1 AND trashed_at IS NULL";

/* Chains the addendum to the one before, if there is one. */
static gboolean
fill_previous_digest (CabPractice *practice, CabRecord *addendum, GError **error)
{
  g_autoptr (CabStatement) statement = NULL;
  gint64 sequence = 0;

  statement = cab_statement_new (cab_practice_get_db (practice), sql_before,
                                 "find the addendum before", error);
  if (statement == NULL)
    return FALSE;

  cab_record_get_integer (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_SEQUENCE), &sequence);
  cab_statement_bind_text (statement, 1,
                           cab_record_get_text (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_NOTE_ID)));
  cab_statement_bind_integer (statement, 2, sequence);
  switch (cab_statement_step (statement, error))
    {
    case CAB_STEP_ERROR:
      return FALSE;
    case CAB_STEP_DONE:
      return TRUE;
    case CAB_STEP_ROW:
      cab_record_set_text (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_PREVIOUS_DIGEST),
                           cab_statement_get_text (statement, 0));
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
sign_addendum (CabPractice *practice, gpointer data, GError **error)
{
  const Signing *signing = data;
  CabRecord *addendum = signing->addendum;
  g_autofree char *digest = NULL;
  g_autofree char *changes = NULL;

  if (!cab_practice_save (practice, addendum, error)
      || !fill_previous_digest (practice, addendum, error))
    return FALSE;

  digest = cab_addendum_dup_digest (addendum);
  cab_record_set_text (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_DIGEST), digest);
  changes = cab_practice_dup_changes (addendum);

  return cab_practice_save_quietly (practice, addendum, error)
         && cab_practice_audit_act (practice, "sign", &cab_addendum_kind,
                                    cab_record_get_id (addendum), changes, error)
         && cab_signature_write (practice, addendum, signing->statement, error);
}

gboolean
cab_addendum_sign (CabPractice *practice,
                   CabRecord *addendum,
                   const char *statement,
                   GError **error)
{
  g_autoptr (CabRecord) copy = NULL;
  Signing signing = { .statement = statement };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_ADDENDUM (addendum), FALSE);
  g_return_val_if_fail (statement != NULL, FALSE);

  if (is_sealed (addendum))
    return cab_record_set_error (addendum, -1, CAB_MODEL_ERROR_DUPLICATE, error,
                                 _ ("it is signed already."));
  if (!cab_record_is_none (addendum, CAB_SYSTEM_TRASHED_AT))
    return cab_record_set_error (addendum, -1, CAB_MODEL_ERROR_HELD, error,
                                 _ ("it lies in the trash. Restore it first."));

  copy = cab_record_dup (addendum);
  signing.addendum = copy;
  if (!cab_practice_transact (practice, "sign an addendum", sign_addendum, &signing, error))
    return FALSE;

  cab_record_adopt (addendum, copy);
  return TRUE;
}
