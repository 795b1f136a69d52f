/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-test-practice.h"

#include "cab-client.h"
#include "cab-kdf.h"
#include "cab-model-error.h"
#include "cab-set-up.h"
#include "cab-statement.h"
#include "cab-vault-error.h"
#include "cab-vault.h"

#include <string.h>

/* 2026-03-02T10:00:00Z */
#define BEGINNING (G_GINT64_CONSTANT (1772445600) * 1000)

static CabSecret *
new_passphrase (void)
{
  return cab_secret_new_copy (CAB_TEST_PRACTICE_PASSPHRASE, strlen (CAB_TEST_PRACTICE_PASSPHRASE));
}

static CabVaultSettings
get_settings (CabTestPractice *self)
{
  return (CabVaultSettings){ .clock = self->clock,
                             .ids = self->ids,
                             .state_dir = self->folder.path,
                             .runtime_dir = self->folder.path,
                             .cache_dir = self->folder.path };
}

static CabTestPractice
make_file (guint64 seed)
{
  CabTestPractice self = { .folder = cab_test_folder_new () };
  g_autoptr (CabSecret) passphrase = new_passphrase ();
  g_autoptr (GError) error = NULL;
  CabVaultSettings settings;
  CabVault *vault;

  self.path = cab_test_folder_dup_path (&self.folder, "test.cabinet");
  self.clock = cab_clock_new_fixed (BEGINNING, "Europe/London");
  self.ids = cab_ids_new_counted (seed);
  settings = get_settings (&self);
  vault = cab_vault_create (self.path, passphrase, CAB_KDF_PROFILE_TEST, &settings, NULL, &error);
  g_assert_no_error (error);
  self.practice = cab_practice_new_take (vault);

  return self;
}

CabTestPractice
cab_test_practice_new_bare (void)
{
  return make_file (1);
}

CabTestPractice
cab_test_practice_new (void)
{
  return cab_test_practice_new_seeded (1);
}

CabTestPractice
cab_test_practice_new_seeded (guint64 seed)
{
  static const CabSetUp set_up = { .name = "Test Practice",
                                   .clinician = "Tess Owner",
                                   .profession = CAB_PROFESSION_PSYCHOTHERAPIST,
                                   .jurisdiction = CAB_JURISDICTION_UK,
                                   .zone = "Europe/London" };
  CabTestPractice self = make_file (seed);
  g_autoptr (GError) error = NULL;

  cab_practice_set_up (self.practice, &set_up, &error);
  g_assert_no_error (error);

  return self;
}

void
cab_test_practice_reopen (CabTestPractice *self, CabVaultOpenFlags flags)
{
  g_autoptr (CabSecret) passphrase = new_passphrase ();
  g_autoptr (GError) error = NULL;
  CabCredential credential = { CAB_CREDENTIAL_PASSPHRASE, passphrase };
  CabVaultSettings settings = get_settings (self);
  CabVault *vault;

  g_clear_object (&self->practice);
  vault = cab_vault_open (self->path, &credential, flags, &settings, NULL, &error);
  g_assert_no_error (error);
  self->practice = cab_practice_new_take (vault);
}

void
cab_test_practice_clear (CabTestPractice *self)
{
  g_clear_object (&self->practice);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->clock, cab_clock_unref);
  g_clear_pointer (&self->ids, cab_ids_unref);
  cab_test_folder_clear (&self->folder);
}

CabRecord *
cab_test_practice_add_client (CabTestPractice *self, const char *given_name)
{
  CabRecord *client = cab_record_new (&cab_client_kind);

  cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_GIVEN_NAME), given_name);
  cab_test_assert_saves (self, client);

  return client;
}

typedef struct
{
  CabDb *db;
  const char *sql;
} Attack;

static gboolean
run_attack (CabPractice *practice, gpointer data, GError **error)
{
  Attack *attack = data;

  /* Every attack ends with an error, so that nothing of it stays. */
  if (cab_db_exec (attack->db, attack->sql, "attack a table", error))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "got through");

  return FALSE;
}

CabRefusal
cab_test_practice_attack (CabTestPractice *self, const char *sql)
{
  Attack attack = { cab_practice_get_db (self->practice), sql };
  g_autoptr (GError) error = NULL;

  cab_practice_transact (self->practice, "attack a table", run_attack, &attack, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_FAILED))
    return CAB_REFUSAL_NONE;

  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_REFUSED);
  return cab_db_get_refusal (error);
}

static gboolean
run_damage (CabVault *vault, gpointer data, GError **error)
{
  return cab_db_exec (cab_vault_get_db (vault), data, "damage a table", error);
}

void
cab_test_practice_damage (CabTestPractice *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  cab_vault_transact_quietly (cab_practice_get_vault (self->practice), "damage a table", run_damage,
                              (gpointer)sql, &error);
  g_assert_no_error (error);
}

gint64
cab_test_practice_count_audit (CabTestPractice *self, const char *act)
{
  static const char sql[] = "SELECT count(*) FROM audit WHERE act = ?1";
  g_autoptr (CabStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  statement = cab_statement_new (cab_practice_get_db (self->practice), sql, "count acts", &error);
  g_assert_no_error (error);
  cab_statement_bind_text (statement, 1, act);
  g_assert_cmpint (cab_statement_step (statement, &error), ==, CAB_STEP_ROW);

  return cab_statement_get_integer (statement, 0);
}

void
cab_test_assert_saves (CabTestPractice *self, CabRecord *record)
{
  g_autoptr (GError) error = NULL;

  cab_practice_save (self->practice, record, &error);
  g_assert_no_error (error);
  g_assert_true (cab_record_is_stored (record));
  g_assert_false (cab_record_has_changes (record));
}

void
cab_test_assert_sentence (const GError *error, int code, const char *sentence)
{
  gsize length = strlen (sentence);

  g_assert_error (error, CAB_MODEL_ERROR, code);
  if (g_str_has_suffix (sentence, "…"))
    {
      g_autofree char *beginning = g_strndup (error->message, length - strlen ("…"));
      g_autofree char *wanted = g_strndup (sentence, length - strlen ("…"));

      g_assert_cmpstr (beginning, ==, wanted);
    }
  else
    {
      g_assert_cmpstr (error->message, ==, sentence);
    }
}

void
cab_test_assert_refuses (CabTestPractice *self, CabRecord *record, int code, const char *sentence)
{
  g_autoptr (CabRecord) before = cab_record_dup (record);
  g_autoptr (GError) error = NULL;

  g_assert_false (cab_practice_save (self->practice, record, &error));
  cab_test_assert_sentence (error, code, sentence);

  for (guint i = 0; i < cab_kind_get_n_fields (cab_record_get_kind (record)); i++)
    g_assert_true (
        cab_value_equal (cab_record_get_value (record, i), cab_record_get_value (before, i)));
}
