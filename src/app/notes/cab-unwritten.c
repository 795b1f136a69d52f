/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-unwritten.h"

#include <glib/gi18n.h>

#include "cab-notices.h"
#include "cab-secret.h"
#include "cab-vault-error.h"

/* [W-76] */
#define RETRY_SECONDS 10
#define WATCHED "cab-unwritten-watched"
/* Kind, id, client, text, fields. */
#define SHEET_TYPE "(ssssams)"

/* Arrays of secrets by the path of their practice, which may be locked: a fact of
 * the process, gone with it. */
static GHashTable *kept;

static GPtrArray *
new_secrets (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)cab_secret_free);
}

static GPtrArray *
find_secrets (CabOpenPractice *practice)
{
  return kept != NULL ? g_hash_table_lookup (kept, cab_open_practice_get_path (practice)) : NULL;
}

gboolean
cab_unwritten_is_kept (const char *path)
{
  GPtrArray *secrets;

  g_return_val_if_fail (path != NULL, FALSE);

  secrets = kept != NULL ? g_hash_table_lookup (kept, path) : NULL;

  return secrets != NULL && secrets->len > 0;
}

static CabSecret *
print_sheet (const CabNoteSheet *sheet)
{
  g_autoptr (GVariant) printed = NULL;
  GVariantBuilder values;

  g_variant_builder_init (&values, G_VARIANT_TYPE ("ams"));
  for (guint i = 0; i < CAB_NOTE_SHEET_N_FIELDS; i++)
    g_variant_builder_add (&values, "ms", sheet->values[i]);
  printed = g_variant_ref_sink (g_variant_new (SHEET_TYPE, sheet->kind->name, sheet->id,
                                               sheet->client_id, sheet->text, &values));

  return cab_secret_new_copy (g_variant_get_data (printed), g_variant_get_size (printed));
}

static CabNoteSheet *
parse_sheet (CabSecret *secret)
{
  g_autoptr (GBytes) bytes = g_bytes_new (cab_secret_open (secret), cab_secret_get_length (secret));
  g_autoptr (GVariant) printed
      = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (SHEET_TYPE), bytes, TRUE));
  g_autoptr (GVariantIter) values = NULL;
  CabNoteSheet *sheet = g_new0 (CabNoteSheet, 1);
  const char *kind;

  cab_secret_close (secret);
  g_variant_get (printed, "(&ssssams)", &kind, &sheet->id, &sheet->client_id, &sheet->text,
                 &values);
  sheet->kind = cab_kind_find (kind);
  for (guint i = 0; i < CAB_NOTE_SHEET_N_FIELDS; i++)
    g_variant_iter_next (values, "ms", &sheet->values[i]);

  return sheet;
}

static gboolean
on_due_cb (gpointer data)
{
  g_autoptr (CabOpenPractice) practice = g_weak_ref_get (data);

  if (practice != NULL)
    cab_unwritten_put_back (practice);

  return G_SOURCE_REMOVE;
}

static void
clear_weak (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* Not again while it waits, or is locked: then it is offered [W-44]. */
static void
schedule (CabOpenPractice *practice)
{
  GWeakRef *weak;

  if (cab_open_practice_is_closed (practice))
    return;

  if (g_object_get_data (G_OBJECT (practice), WATCHED) == NULL)
    {
      g_object_set_data (G_OBJECT (practice), WATCHED, practice);
      g_signal_connect_object (cab_notices_get (practice), "retry",
                               G_CALLBACK (cab_unwritten_put_back), practice, G_CONNECT_SWAPPED);
    }
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, practice);
  g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, RETRY_SECONDS, on_due_cb, weak, clear_weak);
}

/* Takes @secret. */
static void
add_secret (CabOpenPractice *practice, CabSecret *secret)
{
  GPtrArray *secrets = find_secrets (practice);

  if (kept == NULL)
    kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                  (GDestroyNotify)g_ptr_array_unref);
  if (secrets == NULL)
    {
      secrets = new_secrets ();
      g_hash_table_insert (kept, g_strdup (cab_open_practice_get_path (practice)), secrets);
    }
  g_ptr_array_add (secrets, secret);
}

void
cab_unwritten_keep (CabOpenPractice *practice, const CabNoteSheet *sheet)
{
  g_return_if_fail (CAB_IS_OPEN_PRACTICE (practice));
  g_return_if_fail (sheet != NULL);

  add_secret (practice, print_sheet (sheet));
  schedule (practice);
}

void
cab_unwritten_tell (CabOpenPractice *practice, const GError *error)
{
  CabNotices *notices;

  g_return_if_fail (CAB_IS_OPEN_PRACTICE (practice));

  notices = cab_notices_get (practice);
  if (error == NULL)
    {
      cab_notices_clear (notices, CAB_NOTICE_NO_ROOM);
      return;
    }

  cab_notices_set (notices, CAB_NOTICE_NO_ROOM,
                   g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NO_SPACE)
                           || g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_IO)
                       ? _ ("Your text is kept here until there is room")
                       : error->message,
                   _ ("_Try Again"), "win.try-again");
}

CabNoteSheet *
cab_unwritten_take (CabOpenPractice *practice, const char *note_id)
{
  GPtrArray *secrets;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);

  secrets = find_secrets (practice);
  for (guint i = 0; secrets != NULL && note_id != NULL && i < secrets->len; i++)
    {
      g_autoptr (CabNoteSheet) sheet = parse_sheet (secrets->pdata[i]);

      if (!g_str_equal (sheet->id, note_id))
        continue;

      g_ptr_array_remove_index (secrets, i);
      return g_steal_pointer (&sheet);
    }

  return NULL;
}

/* On the file's thread: what was written leaves the array. */
static gpointer
put_back_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *secrets = data;

  while (secrets->len > 0)
    {
      g_autoptr (CabNoteSheet) sheet = parse_sheet (secrets->pdata[0]);

      if (!cab_note_sheet_keep (sheet, practice, error))
        return NULL;
      g_ptr_array_remove_index (secrets, 0);
    }

  return NULL;
}

typedef struct
{
  CabOpenPractice *practice;
  GPtrArray *secrets;
} Putting;

static void
on_put_back_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Putting *putting = user_data;
  g_autoptr (CabOpenPractice) practice = putting->practice;
  g_autoptr (GPtrArray) secrets = putting->secrets;
  g_autoptr (GError) error = NULL;

  cab_open_practice_run_finish (practice, result, &error);
  if (!cab_open_practice_is_closed (practice))
    cab_unwritten_tell (practice, error);
  while (secrets->len > 0)
    add_secret (practice, g_ptr_array_steal_index (secrets, 0));
  schedule (practice);
}

void
cab_unwritten_put_back (CabOpenPractice *practice)
{
  Putting *putting;

  g_return_if_fail (CAB_IS_OPEN_PRACTICE (practice));

  if (find_secrets (practice) == NULL || cab_open_practice_is_closed (practice))
    return;

  putting = g_new0 (Putting, 1);
  putting->practice = g_object_ref (practice);
  putting->secrets = g_ptr_array_ref (find_secrets (practice));
  g_hash_table_remove (kept, cab_open_practice_get_path (practice));
  cab_open_practice_run_async (
      practice, CAB_JOB_WRITES | CAB_JOB_KEEPS, put_back_job, g_ptr_array_ref (putting->secrets),
      (GDestroyNotify)g_ptr_array_unref, NULL, NULL, on_put_back_cb, putting);
}

char *
cab_unwritten_dup_text (CabOpenPractice *practice)
{
  GPtrArray *secrets;
  GString *texts;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);

  secrets = find_secrets (practice);
  if (secrets == NULL || secrets->len == 0)
    return NULL;

  texts = g_string_new (NULL);
  for (guint i = 0; i < secrets->len; i++)
    {
      g_autoptr (CabNoteSheet) sheet = parse_sheet (secrets->pdata[i]);

      g_string_append_printf (texts, "%s%s", i > 0 ? "\n\n" : "", sheet->text);
    }

  return g_string_free_and_steal (texts);
}
