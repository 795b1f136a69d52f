/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-bundle-import.h"

#include "cab-blob.h"
#include "cab-model-error.h"
#include "cab-test-practice.h"

#define OWN(field) CAB_OWN (CAB_BUNDLE_IMPORT_FIELD_##field)

typedef struct
{
  CabRecord *import;
  GInputStream *stream;
} Import;

/* The journal and the row that refers to it are one act. */
static gboolean
save_import (CabPractice *practice, gpointer data, GError **error)
{
  Import *import = data;
  g_autofree char *journal = cab_blob_add (practice, import->stream, NULL, error);

  if (journal == NULL)
    return FALSE;

  cab_record_set_text (import->import, OWN (JOURNAL), journal);
  return cab_practice_save (practice, import->import, error);
}

/* [M-105], [B-74] an import is written once, with the journal that came, and stays */
static void
test_stays (void)
{
  static const char *const attacks[] = {
    "UPDATE bundle_import SET made_by = 'x'",
    "UPDATE bundle_import SET journal = NULL",
    "DELETE FROM bundle_import",
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) import = cab_record_new (&cab_bundle_import_kind);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("<journal/>", 10, NULL);
  g_autofree char *digest = g_strnfill (128, 'a');
  g_autoptr (GError) error = NULL;
  Import act = { import, stream };

  cab_record_set_text (import, OWN (BUNDLE_ID), "7f3c9a2e-1111-4222-8333-444455556666");
  cab_record_set_text (import, OWN (PROFILE), "practice");
  cab_record_set_text (import, OWN (MADE_BY), "Old Practice");
  cab_record_set_text (import, OWN (MADE_AT), "2026-03-01T10:00:00Z");
  cab_record_set_text (import, OWN (IMPORTED_AT), "2026-03-02T10:00:00Z");
  cab_record_set_text (import, OWN (MANIFEST_DIGEST), digest);
  cab_record_set_text (import, OWN (COUNTS), "client 2");

  cab_practice_transact (test.practice, "keep an import", save_import, &act, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_test_message ("%s", attacks[i]);
      g_assert_cmpint (cab_test_practice_attack (&test, attacks[i]), ==, CAB_REFUSAL_TRIGGER);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bundle-import/stays-as-it-is", test_stays);

  return g_test_run ();
}
