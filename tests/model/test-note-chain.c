/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-addendum.h"
#include "cab-client.h"
#include "cab-clinician.h"
#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-note-version.h"
#include "cab-note.h"
#include "cab-practice-private.h"
#include "cab-search.h"
#include "cab-signature.h"
#include "cab-test-note.h"
#include "cab-vault-error.h"

/* [M-9] the file itself keeps what is signed, whatever program writes */
static void
test_immutable_in_the_file (void)
{
  static const struct
  {
    const char *name;
    const char *sql;
    CabRefusal refusal;
  } cases[] = {
    { "text of a version", "UPDATE note_version SET text = 'forged'", CAB_REFUSAL_TRIGGER },
    { "number of a version", "UPDATE note_version SET number = 7", CAB_REFUSAL_TRIGGER },
    { "digest of a version", "UPDATE note_version SET digest = replace (digest, '0', '1')",
      CAB_REFUSAL_TRIGGER },
    { "time of a version", "UPDATE note_version SET held_on = '2020-01-01T09:00'",
      CAB_REFUSAL_TRIGGER },
    { "author of a version", "UPDATE note_version SET created_by_id = 'x'", CAB_REFUSAL_TRIGGER },
    { "age of a version", "UPDATE note_version SET created_at = '2020-01-01T09:00:00Z'",
      CAB_REFUSAL_TRIGGER },
    { "a version to the trash", "UPDATE note_version SET trashed_at = '2026-03-02T10:00:00Z'",
      CAB_REFUSAL_TRIGGER },
    { "a version away", "DELETE FROM note_version", CAB_REFUSAL_TRIGGER },
    { "text of a process version", "UPDATE process_note_version SET text = 'forged'",
      CAB_REFUSAL_TRIGGER },
    { "a process version away", "DELETE FROM process_note_version", CAB_REFUSAL_TRIGGER },
    { "statement of a signature", "UPDATE signature SET statement = 'forged'",
      CAB_REFUSAL_TRIGGER },
    { "signer", "UPDATE signature SET signer_id = 'x'", CAB_REFUSAL_TRIGGER },
    { "a signature away", "DELETE FROM signature", CAB_REFUSAL_TRIGGER },
    { "text of an addendum", "UPDATE addendum SET text = 'forged' WHERE sequence = 1",
      CAB_REFUSAL_TRIGGER },
    { "reason of an addendum", "UPDATE addendum SET reason = 'forged' WHERE sequence = 1",
      CAB_REFUSAL_TRIGGER },
    { "unsealing", "UPDATE addendum SET digest = NULL WHERE sequence = 1", CAB_REFUSAL_TRIGGER },
    { "an addendum away", "DELETE FROM addendum WHERE sequence = 1", CAB_REFUSAL_TRIGGER },
    { "text of a draft addendum", "UPDATE addendum SET text = 'better' WHERE sequence = 2",
      CAB_REFUSAL_NONE },
    { "a draft addendum away", "DELETE FROM addendum WHERE sequence = 2", CAB_REFUSAL_NONE },
    { "basis of a version", "UPDATE note_version SET basis6 = 'consent', revision = 2",
      CAB_REFUSAL_NONE },
    { "sensitivity of a signature", "UPDATE signature SET sensitivity = 'third-party'",
      CAB_REFUSAL_NONE },
    { "time of a note", "UPDATE note SET held_on = '2020-01-01T09:00'", CAB_REFUSAL_NONE },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) first = NULL;
  g_autoptr (CabRecord) second = NULL;

  for (guint f = 0; f < CAB_TEST_NOTE_N_FAMILIES; f++)
    {
      g_autoptr (CabRecord) note = cab_test_note_new (&test, &cab_test_note_families[f]);

      cab_test_note_write (&test, note, "Text");
      cab_test_note_sign (&test, note);
      if (f > 0)
        continue;
      first = cab_test_addendum_add (&test, note, CAB_ADDENDUM_KIND_ADDITION);
      cab_test_addendum_sign (&test, first);
      second = cab_test_addendum_add (&test, note, CAB_ADDENDUM_KIND_ADDITION);
    }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (cab_test_practice_attack (&test, cases[i].sql), ==, cases[i].refusal);
    }
}

/* [M-9] only how a version is classified stays writable */
static void
test_classify (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = cab_test_note_new (&test, &cab_test_note_families[0]);
  g_autoptr (CabRecord) version = NULL;

  cab_test_note_write (&test, note, "Text");
  cab_test_note_sign (&test, note);
  version = cab_test_note_load_version (&test, note, 1);
  cab_record_set_code (version, CAB_SYSTEM_SENSITIVITY, CAB_SENSITIVITY_THIRD_PARTY);
  cab_test_assert_saves (&test, version);
  cab_test_note_verify (&test, note);

  cab_record_set_text (version, CAB_OWN (CAB_NOTE_VERSION_FIELD_TEXT), "Forged");
  cab_test_assert_refuses (&test, version, CAB_MODEL_ERROR_IMMUTABLE, "…");
}

typedef struct
{
  const char *name;
  const CabKind *kind;
  /* Which of its rows, in the order of lists */
  guint row;
  /* -1 takes the row out */
  int field;
  const char *forged;
} Forgery;

typedef struct
{
  const Forgery *forgery;
  CabRecord *record;
} Forging;

static gboolean
forge_row (CabPractice *practice, gpointer data, GError **error)
{
  Forging *forging = data;
  CabVault *vault = cab_practice_get_vault (practice);

  if (forging->forgery->field >= 0)
    cab_record_set_text (forging->record, (guint)forging->forgery->field, forging->forgery->forged);

  return cab_vault_erasing_begin (vault, error)
         && (forging->forgery->field >= 0
                 ? cab_store_update (practice->store, forging->record, error)
                 : cab_store_delete (practice->store, forging->record, error))
         && cab_vault_erasing_end (vault, error)
         && cab_practice_audit_act (practice, "erase", forging->forgery->kind, NULL, NULL, error);
}

/* Forges as one could who has the passphrase and this program's source: past the
 * triggers and with a fresh content digest. */
static void
forge (CabTestPractice *test, const Forgery *forgery)
{
  static const CabFilter all = CAB_FILTER_ALL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = cab_practice_list (test->practice, forgery->kind, &all, &error);
  Forging forging = { forgery, NULL };

  g_assert_no_error (error);
  g_assert_cmpuint (forgery->row, <, rows->len);
  forging.record = rows->pdata[forgery->row];
  cab_practice_transact (test->practice, "forge a row", forge_row, &forging, &error);
  g_assert_no_error (error);
}

/* [M-37], [M-38], [M-39] a forged history is found by its own digests */
static void
test_verify_finds (void)
{
  static const char zeros[] = "0000000000000000000000000000000000000000000000000000000000000000"
                              "0000000000000000000000000000000000000000000000000000000000000000";
  static const Forgery cases[] = {
    { "changed text", &cab_note_version_kind, 0, CAB_OWN (CAB_NOTE_VERSION_FIELD_TEXT), "forged" },
    { "changed time", &cab_note_version_kind, 1, CAB_OWN (CAB_NOTE_VERSION_FIELD_HELD_ON),
      "2020-01-01T09:00" },
    { "changed digest", &cab_note_version_kind, 0, CAB_OWN (CAB_NOTE_VERSION_FIELD_DIGEST), zeros },
    { "cut chain", &cab_note_version_kind, 1, CAB_OWN (CAB_NOTE_VERSION_FIELD_PREVIOUS_DIGEST),
      NULL },
    { "first version taken out", &cab_note_version_kind, 0, -1, NULL },
    { "changed addendum", &cab_addendum_kind, 0, CAB_OWN (CAB_ADDENDUM_FIELD_TEXT), "forged" },
    { "changed reason", &cab_addendum_kind, 1, CAB_OWN (CAB_ADDENDUM_FIELD_REASON), "forged" },
    { "first addendum taken out", &cab_addendum_kind, 0, -1, NULL },
    { "signature over another text", &cab_signature_kind, 0,
      CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_DIGEST), zeros },
    { "first signature taken out", &cab_signature_kind, 0, -1, NULL },
    { "second signature taken out", &cab_signature_kind, 1, -1, NULL },
    { "third signature taken out", &cab_signature_kind, 2, -1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestPractice) test = cab_test_practice_new ();
      g_autoptr (CabRecord) note = cab_test_note_new (&test, &cab_test_note_families[0]);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      cab_test_note_write (&test, note, "One");
      cab_test_note_write (&test, note, "Two");
      cab_test_note_sign (&test, note);
      for (guint n = 0; n < 2; n++)
        {
          g_autoptr (CabRecord) addendum
              = cab_test_addendum_add (&test, note, CAB_ADDENDUM_KIND_ADDITION);

          cab_test_addendum_sign (&test, addendum);
        }
      cab_test_note_verify (&test, note);

      forge (&test, &cases[i]);
      g_assert_false (cab_note_verify (test.practice, note, &error));
      g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CONTENT);
    }
}

/* All rows of a kind, as a bundle hands them over: not stored yet. */
static void
collect_copies (CabTestPractice *from, const CabKind *kind, GPtrArray *copies)
{
  static const CabFilter all = CAB_FILTER_ALL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = cab_practice_list (from->practice, kind, &all, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      CabRecord *copy = cab_record_new (kind);

      for (guint f = 0; f < cab_kind_get_n_fields (kind); f++)
        cab_record_set_value (copy, f, cab_record_get_value (rows->pdata[i], f));
      g_ptr_array_add (copies, copy);
    }
}

static gboolean
store_copies (CabPractice *practice, gpointer data, GError **error)
{
  GPtrArray *copies = data;

  for (guint i = 0; i < copies->len; i++)
    {
      if (!cab_practice_store_as_is (practice, copies->pdata[i], error))
        return FALSE;
    }

  return cab_practice_audit_act (practice, "import", NULL, NULL, NULL, error);
}

/* [M-37], [B-74] a history that was handed over verifies in the other file too, and
 * is found there, whichever of its rows came first */
static void
test_verify_elsewhere (gconstpointer backwards)
{
  static const CabKind *const kinds[] = {
    &cab_clinician_kind,    &cab_client_kind,    &cab_note_kind,
    &cab_note_version_kind, &cab_signature_kind, &cab_addendum_kind,
  };
  CabTestPractice from = cab_test_practice_new ();
  g_auto (CabTestPractice) to = { 0 };
  g_autoptr (CabRecord) note = cab_test_note_new (&from, &cab_test_note_families[0]);
  g_autoptr (CabRecord) addendum = NULL;
  g_autoptr (CabRecord) arrived = NULL;
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  cab_test_note_write (&from, note, "Lighthouse");
  cab_test_note_write (&from, note, "Harbour");
  cab_test_note_sign (&from, note);
  addendum = cab_test_addendum_add (&from, note, CAB_ADDENDUM_KIND_ADDITION);
  cab_test_addendum_sign (&from, addendum);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    collect_copies (&from, kinds[backwards != NULL ? G_N_ELEMENTS (kinds) - 1 - i : i], copies);
  /* One program writes one file at a time [V-24]. */
  cab_test_practice_clear (&from);
  to = cab_test_practice_new_bare ();
  cab_practice_transact (to.practice, "import", store_copies, copies, &error);
  g_assert_no_error (error);

  arrived = cab_practice_load (to.practice, &cab_note_kind, cab_record_get_id (note), &error);
  g_assert_no_error (error);
  cab_test_note_verify (&to, arrived);
  hits = cab_search (to.practice, "harbour", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_ptr_array_unref (hits);
  hits = cab_search (to.practice, "lighthouse", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 0);
  g_ptr_array_unref (hits);
  hits = cab_search (to.practice, "added", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/note/file-keeps-what-is-signed", test_immutable_in_the_file);
  g_test_add_func ("/model/note/classification-stays-writable", test_classify);
  g_test_add_func ("/model/note/verify-finds-forgery", test_verify_finds);
  g_test_add_data_func ("/model/note/verify-elsewhere", NULL, test_verify_elsewhere);
  g_test_add_data_func ("/model/note/verify-elsewhere-backwards", "backwards",
                        test_verify_elsewhere);

  return g_test_run ();
}
