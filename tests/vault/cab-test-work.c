/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-test-work.h"

#include <stdlib.h>
#include <unistd.h>

#include "cab-attachment.h"
#include "cab-client.h"
#include "cab-erasure.h"
#include "cab-mood-entry.h"
#include "cab-note.h"
#include "cab-set-up.h"
#include "cab-store.h"

const CabCopyWatch cab_test_work_watch = {
  .rows = cab_store_walk_rows,
  .adopt = cab_erasure_apply_tombstones,
  .inherit = cab_erasure_inherit_tombstones,
};

void
cab_test_work_use_memory (void)
{
  if (g_getenv ("TMPDIR") == NULL && access ("/dev/shm", W_OK | X_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
}

guint
cab_test_work_get_rounds (guint usual)
{
  const char *rounds = g_getenv ("CABINET_TEST_ROUNDS");

  return rounds != NULL ? (guint)strtoul (rounds, NULL, 10) : usual;
}

CabPractice *
cab_test_work_begin (CabTestVault *test)
{
  static const CabSetUp set_up = { .name = "Test Practice",
                                   .clinician = "Tess Owner",
                                   .profession = CAB_PROFESSION_PSYCHOTHERAPIST,
                                   .jurisdiction = CAB_JURISDICTION_UK,
                                   .zone = "Europe/London" };
  CabPractice *practice;
  g_autoptr (GError) error = NULL;

  cab_test_vault_init (test);
  practice = cab_practice_new_take (g_steal_pointer (&test->vault));
  cab_practice_set_up (practice, &set_up, &error);
  g_assert_no_error (error);

  return practice;
}

CabPractice *
cab_test_work_open (CabTestVault *test,
                    const char *passphrase,
                    CabVaultOpenFlags flags,
                    GError **error)
{
  CabVault *vault = cab_test_vault_try (test, passphrase, flags, error);

  return vault != NULL ? cab_practice_new_take (vault) : NULL;
}

char *
cab_test_work_dup_text (guint number)
{
  guint words = number % 4 == 3 ? 900 : 5 + number % 60;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words; i++)
    g_string_append_printf (text, "w%uq%u ", number, i);

  return g_string_free (text, FALSE);
}

GBytes *
cab_test_work_dup_file (guint number)
{
  gsize length = 2000 + number * 977 % 90000;
  guint8 *bytes = g_malloc (length);

  for (gsize i = 0; i < length; i++)
    bytes[i] = (guint8)(i * 31 + i / 509 + number * 7);

  return g_bytes_new_take (bytes, length);
}

CabRecord *
cab_test_work_add_client (CabPractice *practice, guint number, GError **error)
{
  g_autoptr (CabRecord) client = cab_record_new (&cab_client_kind);
  g_autofree char *name = g_strdup_printf ("Given%u", number);
  g_autofree char *text = cab_test_work_dup_text (number);

  cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_GIVEN_NAME), name);
  cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_PRESENTING), text);

  return cab_practice_save (practice, client, error) ? g_steal_pointer (&client) : NULL;
}

CabRecord *
cab_test_work_add_note (CabPractice *practice, const char *client_id, guint number, GError **error)
{
  g_autoptr (CabRecord) note = cab_record_new (&cab_note_kind);
  g_autofree char *text = cab_test_work_dup_text (number);

  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_CLIENT_ID), client_id);
  cab_record_set_code (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND), CAB_NOTE_KIND_SESSION);
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON), "2026-03-02T08:00");
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON_ZONE), "Europe/London");

  return cab_note_write (practice, note, text, CAB_CUT_BECAUSE_LEAVE, error)
             ? g_steal_pointer (&note)
             : NULL;
}

CabRecord *
cab_test_work_add_mood (CabPractice *practice, const char *client_id, guint number, GError **error)
{
  g_autoptr (CabRecord) entry = cab_record_new (&cab_mood_entry_kind);
  g_autofree char *text = cab_test_work_dup_text (number);

  cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_CLIENT_ID), client_id);
  cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT), "2026-03-02T08:30");
  cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT_ZONE), "Europe/London");
  cab_record_set_code (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_PRECISION), CAB_MOOD_PRECISION_MINUTE);
  cab_record_set_code (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_SOURCE),
                       CAB_ENTRY_SOURCE_CLIENT_DIARY);
  cab_record_set_integer (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE), (gint64)(number % 9) - 4);
  cab_record_set_integer (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_AROUSAL), (gint64)(number % 7) - 3);
  cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_NOTE), text);

  return cab_mood_entry_save (practice, entry, NULL, 0, NULL, 0, error) ? g_steal_pointer (&entry)
                                                                        : NULL;
}

CabRecord *
cab_test_work_add_file (CabPractice *practice, const char *client_id, guint number, GError **error)
{
  g_autoptr (CabRecord) attachment = cab_record_new (&cab_attachment_kind);
  g_autoptr (GBytes) bytes = cab_test_work_dup_file (number);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  cab_record_set_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_CLIENT_ID), client_id);
  cab_record_set_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_TITLE), "Letter");
  cab_record_set_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_ATTACHMENT_KIND), "letter-in");
  cab_record_set_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_ORIGINAL_NAME), "letter.bin");

  return cab_attachment_add (practice, attachment, stream, NULL, error)
             ? g_steal_pointer (&attachment)
             : NULL;
}

GBytes *
cab_test_work_dup_content (CabPractice *practice, CabRecord *attachment, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!cab_attachment_write (practice, attachment, stream, NULL, error))
    return NULL;

  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

gboolean
cab_test_work_is_sound (CabPractice *practice)
{
  g_auto (CabVaultReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  cab_vault_report_init (&report);
  if (!cab_vault_verify (cab_practice_get_vault (practice), CAB_VAULT_VERIFY_ALL,
                         cab_store_walk_rows, NULL, NULL, NULL, &report, NULL, &error))
    {
      g_test_message ("not verified: %s", error->message);
      return FALSE;
    }
  if (cab_vault_report_is_good (&report))
    return TRUE;

  g_test_message ("chain %s, %u findings, %u damaged, root %d", report.chain_message,
                  report.integrity->len, report.damaged->len, report.root_matches);
  return FALSE;
}
