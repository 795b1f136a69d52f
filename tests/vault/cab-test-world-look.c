/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Looks whether everything is there that has to be. */

#include "config.h"

#include "cab-test-world-private.h"

#include <string.h>

#include "cab-attachment.h"
#include "cab-client.h"
#include "cab-erasure.h"
#include "cab-mood-entry.h"
#include "cab-note.h"
#include "cab-vault-error.h"

/* Of the acts that make a record. */
static const CabKind *const kinds[]
    = { &cab_client_kind, &cab_note_kind, NULL, &cab_mood_entry_kind, &cab_attachment_kind };

static CabRecord *
load (CabTestWorld *self, const CabKind *kind, const char *id)
{
  g_autoptr (GError) error = NULL;
  CabRecord *record = cab_practice_load (self->practice, kind, id, &error);

  g_assert_no_error (error);
  return record;
}

/* The words of a note or mood, or of a client. */
static void
assert_text (CabPractice *practice, const CabTestItem *item, CabRecord *record)
{
  g_autofree char *expected = cab_test_work_dup_text (item->number);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (item->act == CAB_TEST_ACT_NOTE)
    cab_note_dup_text (practice, record, &text, &error);
  else
    text = g_strdup (cab_record_get_text (record, item->act == CAB_TEST_ACT_MOOD
                                                      ? CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_NOTE)
                                                      : CAB_OWN (CAB_CLIENT_FIELD_PRESENTING)));
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_item (CabPractice *practice, const char *id, const CabTestItem *item)
{
  g_autoptr (CabRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  if (item->is_gone)
    {
      g_assert_false (cab_practice_exists (practice, kinds[item->act], id));
      return;
    }

  record = cab_practice_load (practice, kinds[item->act], id, &error);
  g_assert_no_error (error);
  if (item->act == CAB_TEST_ACT_FILE)
    {
      g_autoptr (GBytes) expected = cab_test_work_dup_file (item->number);
      g_autoptr (GBytes) content = cab_test_work_dup_content (practice, record, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (content, expected));
      return;
    }
  assert_text (practice, item, record);
  if (item->is_signed)
    {
      g_assert_cmpint (cab_record_get_code (record, CAB_OWN (CAB_NOTE_FIELD_STATE)), ==,
                       CAB_NOTE_STATE_SIGNED);
      cab_note_verify (practice, record, &error);
      g_assert_no_error (error);
    }
}

/* A record that was written since the backup, NULL for none. */
static const char *
find_later_item (CabTestWorld *self)
{
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &id, &value))
    if (!g_hash_table_contains (self->backup_items, id) && !((CabTestItem *)value)->is_gone
        && ((CabTestItem *)value)->act != CAB_TEST_ACT_FILE)
      return id;

  return NULL;
}

/* The act in doubt happened wholly or not at all. What it made is known by looking: a new
 * record has an id that nobody was told, and full verification has looked at it. */
static void
settle_erasure (CabTestWorld *self, const CabTestReport *doubt)
{
  gboolean is_there = cab_practice_exists (self->practice, &cab_client_kind, doubt->client_id);

  g_assert_true (is_there != cab_practice_is_erased (self->practice, doubt->client_id));
  if (!is_there)
    cab_test_forget_client (self->items, doubt->client_id);
}

static void
settle_signing (CabTestWorld *self, const CabTestReport *doubt)
{
  g_autoptr (CabRecord) note = load (self, &cab_note_kind, doubt->id);
  CabTestItem *item = g_hash_table_lookup (self->items, doubt->id);

  item->is_signed
      = cab_record_get_code (note, CAB_OWN (CAB_NOTE_FIELD_STATE)) == (int)CAB_NOTE_STATE_SIGNED;
}

static void
settle_restoring (CabTestWorld *self)
{
  const char *later = find_later_item (self);

  if (later == NULL)
    return;

  if (!cab_practice_exists (self->practice,
                            kinds[((CabTestItem *)g_hash_table_lookup (self->items, later))->act],
                            later))
    cab_test_go_back (self);
}

static void
settle_doubt (CabTestWorld *self, const CabTestReport *doubt)
{
  switch (doubt->act)
    {
    case CAB_TEST_ACT_ERASE:
      settle_erasure (self, doubt);
      break;
    case CAB_TEST_ACT_SIGN:
      settle_signing (self, doubt);
      break;
    case CAB_TEST_ACT_RESTORE:
      settle_restoring (self);
      break;
    case CAB_TEST_ACT_CLIENT:
    case CAB_TEST_ACT_NOTE:
    case CAB_TEST_ACT_MOOD:
    case CAB_TEST_ACT_FILE:
    case CAB_TEST_ACT_BACKUP:
    case CAB_TEST_ACT_COMPACT:
    case CAB_TEST_ACT_PASSPHRASE:
      break;
    }
}

/* A backup opens with the passphrase of its time. */
static CabPractice *
open_backup (CabTestWorld *self, const char *path)
{
  CabVault *vault = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2 && vault == NULL; i++)
    {
      g_autoptr (CabSecret) passphrase = cab_test_secret (cab_test_passphrases[i]);
      const CabCredential credential = { CAB_CREDENTIAL_PASSPHRASE, passphrase };

      g_clear_error (&error);
      vault = cab_vault_open (path, &credential, CAB_VAULT_OPEN_NORMAL, &self->test.settings, NULL,
                              &error);
    }
  g_assert_no_error (error);

  return cab_practice_new_take (vault);
}

/* Every file that bears a backup's name is a verified one [V-102], and each that was acknowledged
 * is there. */
static void
examine_backups (CabTestWorld *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->test.aside.path, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->test.aside.path, name, NULL);
      g_autoptr (CabPractice) backup = NULL;

      if (!g_str_has_suffix (name, ".cabinet-backup") || g_strcmp0 (path, self->backup) == 0)
        continue;
      backup = open_backup (self, path);
      g_assert_true (cab_test_work_is_sound (backup));
      g_clear_object (&backup);
      cab_test_remove (path);
      n++;
    }
  g_assert_cmpuint (n, >=, self->n_backups);
  self->n_backups = 0;
}

/* Nothing is left beside the practice but what restoring keeps. */
static void
assert_tidy (CabTestWorld *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->test.folder.path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->test.folder.path, name, NULL);

      if (strstr (name, ".before-restore-") != NULL)
        cab_test_remove (path);
      else if (!g_str_equal (name, "Practice.cabinet"))
        g_error ("left: %s", name);
    }
}

/* A change of the passphrase in doubt: one of the two opens the file. */
static void
open_in_doubt (CabTestWorld *self, const CabTestReport *doubt)
{
  g_autoptr (GError) error = NULL;

  cab_test_world_open_with (self, self->passphrase, &error);
  if (doubt != NULL && doubt->act == CAB_TEST_ACT_PASSPHRASE
      && g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY))
    {
      self->passphrase = 1 - self->passphrase;
      g_clear_error (&error);
      cab_test_world_open_with (self, self->passphrase, &error);
    }
  g_assert_no_error (error);
}

gboolean
cab_test_world_settle (CabTestWorld *self, const CabTestReport *doubt)
{
  const CabTestItem *item;

  if (self->practice == NULL)
    open_in_doubt (self, doubt);
  settle_doubt (self, doubt);
  item = g_hash_table_lookup (self->items,
                              doubt->act == CAB_TEST_ACT_ERASE ? doubt->client_id : doubt->id);

  return item == NULL
         || !(doubt->act == CAB_TEST_ACT_ERASE
                  ? item->is_gone
                  : doubt->act == CAB_TEST_ACT_SIGN && item->is_signed);
}

void
cab_test_world_examine (CabTestWorld *self, const CabTestReport *doubt)
{
  GHashTableIter iter;
  gpointer id;
  gpointer item;

  open_in_doubt (self, doubt);
  g_assert_true (cab_test_work_is_sound (self->practice));
  if (doubt != NULL)
    settle_doubt (self, doubt);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &id, &item))
    assert_item (self->practice, id, item);
  g_clear_object (&self->practice);
  examine_backups (self);
  assert_tidy (self);
}
