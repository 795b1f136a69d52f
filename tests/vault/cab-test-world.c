/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-test-world-private.h"

#include "cab-client.h"
#include "cab-erasure.h"
#include "cab-note.h"
#include "cab-passphrase.h"

const char *const cab_test_act_names[CAB_TEST_N_ACTS] = {
  "client", "note", "sign", "mood", "file", "erase", "backup", "compact", "restore", "passphrase",
};

const char *const cab_test_passphrases[] = { CAB_TEST_PASSPHRASE, "violet harbour tunnel" };

static void
free_item (CabTestItem *item)
{
  g_free (item->client_id);
  g_free (item);
}

static GHashTable *
new_items (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)free_item);
}

static CabTestItem *
add_item (GHashTable *items, const char *id, CabTestAct act, guint number, const char *client_id)
{
  CabTestItem *item = g_new0 (CabTestItem, 1);

  item->act = act;
  item->number = number;
  item->client_id = g_strdup (client_id);
  g_hash_table_insert (items, g_strdup (id), item);

  return item;
}

static GHashTable *
copy_items (GHashTable *items)
{
  GHashTable *copy = new_items ();
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const CabTestItem *item = value;
      CabTestItem *copied;

      copied = add_item (copy, id, item->act, item->number, item->client_id);
      copied->is_signed = item->is_signed;
      copied->is_gone = item->is_gone;
    }

  return copy;
}

static void
set_items (GHashTable **items, GHashTable *others)
{
  GHashTable *copy = copy_items (others);

  g_hash_table_unref (*items);
  *items = copy;
}

void
cab_test_forget_client (GHashTable *items, const char *client_id)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (g_str_equal (((CabTestItem *)item)->client_id, client_id))
      ((CabTestItem *)item)->is_gone = TRUE;
}

void
cab_test_go_back (CabTestWorld *self)
{
  GHashTableIter iter;
  gpointer id;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &id, &item))
    if (!g_hash_table_contains (self->backup_items, id))
      ((CabTestItem *)item)->is_gone = TRUE;
}

void
cab_test_world_open_with (CabTestWorld *self, guint passphrase, GError **error)
{
  /* A kill between the swap of a restored file and its witness: the person is asked once more. */
  self->practice = cab_test_work_open (
      &self->test, cab_test_passphrases[passphrase],
      self->backup != NULL ? CAB_VAULT_OPEN_USE_OLDER : CAB_VAULT_OPEN_NORMAL, error);
}

static gboolean
restore (CabTestWorld *self, GError **error)
{
  g_autoptr (CabSecret) passphrase = cab_test_secret (CAB_TEST_PASSPHRASE);
  const CabCredential credential = { CAB_CREDENTIAL_PASSPHRASE, passphrase };

  g_clear_object (&self->practice);

  return cab_backup_restore (self->backup, &credential, self->test.path, &self->test.settings,
                             &cab_test_work_watch, NULL, NULL, error);
}

static gboolean
change_passphrase (CabTestWorld *self, GError **error)
{
  g_autoptr (CabSecret) before = cab_test_secret (cab_test_passphrases[self->passphrase]);
  g_autoptr (CabSecret) after = cab_test_secret (cab_test_passphrases[1 - self->passphrase]);

  return cab_passphrase_change (cab_practice_get_vault (self->practice), before, after,
                                &cab_test_work_watch, NULL, error);
}

void
cab_test_world_begin (CabTestWorld *self, guint number)
{
  CabTestReport report = { .act = CAB_TEST_ACT_CLIENT, .number = number };
  g_autoptr (GError) error = NULL;

  self->items = new_items ();
  self->practice = cab_test_work_begin (&self->test);
  if (number != 0)
    {
      cab_test_world_do (self, &report, &error);
      g_assert_no_error (error);
      cab_test_world_apply (self, &report);
      cab_backup_make (cab_practice_get_vault (self->practice), self->test.aside.path,
                       &cab_test_work_watch, &self->backup, NULL, &error);
      g_assert_no_error (error);
    }
  self->backup_items = copy_items (self->items);
  g_clear_object (&self->practice);
}

void
cab_test_world_end (CabTestWorld *self)
{
  g_clear_object (&self->practice);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->backup_items, g_hash_table_unref);
  g_clear_pointer (&self->backup, g_free);
  cab_test_vault_clear (&self->test);
}

void
cab_test_world_open (CabTestWorld *self)
{
  g_autoptr (GError) error = NULL;

  cab_test_world_open_with (self, self->passphrase, &error);
  g_assert_no_error (error);
}

CabTestMemory
cab_test_world_save (CabTestWorld *self)
{
  return (CabTestMemory){ copy_items (self->items), self->n_backups, self->passphrase };
}

void
cab_test_world_load (CabTestWorld *self, const CabTestMemory *memory)
{
  set_items (&self->items, memory->items);
  self->n_backups = memory->n_backups;
  self->passphrase = memory->passphrase;
}

void
cab_test_memory_clear (CabTestMemory *memory)
{
  g_clear_pointer (&memory->items, g_hash_table_unref);
}

const char *
cab_test_world_draw (CabTestWorld *self, GRand *rand, CabTestAct act)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &id, &item))
    if (((CabTestItem *)item)->act == act && !((CabTestItem *)item)->is_signed
        && !((CabTestItem *)item)->is_gone)
      g_ptr_array_add (ids, id);
  if (ids->len == 0)
    return NULL;

  return ids->pdata[g_rand_int_range (rand, 0, (int)ids->len)];
}

gboolean
cab_test_world_aim (CabTestWorld *self, GRand *rand, CabTestReport *report)
{
  const char *client_id = cab_test_world_draw (self, rand, CAB_TEST_ACT_CLIENT);
  const char *note_id = NULL;

  if (report->act == CAB_TEST_ACT_CLIENT)
    return TRUE;

  if (client_id == NULL)
    return FALSE;

  g_strlcpy (report->client_id, client_id, sizeof report->client_id);
  if (report->act == CAB_TEST_ACT_SIGN)
    {
      note_id = cab_test_world_draw (self, rand, CAB_TEST_ACT_NOTE);
      if (note_id == NULL)
        return FALSE;

      g_strlcpy (report->id, note_id, sizeof report->id);
    }

  return TRUE;
}

/* Returns: (transfer full) (nullable): what was made */
static CabRecord *
add (CabTestWorld *self, const CabTestReport *report, GError **error)
{
  CabPractice *practice = self->practice;

  switch (report->act)
    {
    case CAB_TEST_ACT_CLIENT:
      return cab_test_work_add_client (practice, report->number, error);
    case CAB_TEST_ACT_NOTE:
      return cab_test_work_add_note (practice, report->client_id, report->number, error);
    case CAB_TEST_ACT_MOOD:
      return cab_test_work_add_mood (practice, report->client_id, report->number, error);
    case CAB_TEST_ACT_FILE:
      return cab_test_work_add_file (practice, report->client_id, report->number, error);
    case CAB_TEST_ACT_SIGN:
    case CAB_TEST_ACT_ERASE:
    case CAB_TEST_ACT_BACKUP:
    case CAB_TEST_ACT_COMPACT:
    case CAB_TEST_ACT_RESTORE:
    case CAB_TEST_ACT_PASSPHRASE:
      break;
    }
  g_assert_not_reached ();
}

static gboolean
act_on_record (CabTestWorld *self, const CabTestReport *report, GError **error)
{
  gboolean signs = report->act == CAB_TEST_ACT_SIGN;
  g_autoptr (CabRecord) record
      = cab_practice_load (self->practice, signs ? &cab_note_kind : &cab_client_kind,
                           signs ? report->id : report->client_id, error);

  if (record == NULL)
    return FALSE;

  return signs
             ? cab_note_sign (self->practice, record, "I wrote this note.", error)
             : cab_erasure_erase (self->practice, record, CAB_ERASURE_GROUND_REQUEST, NULL, error);
}

/* What puts another file into the practice's place leaves it closed. */
static gboolean
replace_file (CabTestWorld *self, const CabTestReport *report, GError **error)
{
  gboolean done;

  if (report->act == CAB_TEST_ACT_RESTORE)
    done = restore (self, error);
  else if (report->act == CAB_TEST_ACT_COMPACT)
    done = cab_compact (cab_practice_get_vault (self->practice), &cab_test_work_watch, NULL, error);
  else
    done = change_passphrase (self, error);
  g_clear_object (&self->practice);

  return done;
}

gboolean
cab_test_world_do (CabTestWorld *self, CabTestReport *report, GError **error)
{
  g_autoptr (CabRecord) made = NULL;
  g_autofree char *path = NULL;

  if (self->practice == NULL)
    cab_test_world_open_with (self, self->passphrase, error);
  if (self->practice == NULL)
    return FALSE;

  switch (report->act)
    {
    case CAB_TEST_ACT_SIGN:
    case CAB_TEST_ACT_ERASE:
      return act_on_record (self, report, error);
    case CAB_TEST_ACT_BACKUP:
      return cab_backup_make (cab_practice_get_vault (self->practice), self->test.aside.path,
                              &cab_test_work_watch, &path, NULL, error);
    case CAB_TEST_ACT_COMPACT:
    case CAB_TEST_ACT_RESTORE:
    case CAB_TEST_ACT_PASSPHRASE:
      return replace_file (self, report, error);
    case CAB_TEST_ACT_CLIENT:
    case CAB_TEST_ACT_NOTE:
    case CAB_TEST_ACT_MOOD:
    case CAB_TEST_ACT_FILE:
      break;
    }

  made = add (self, report, error);
  if (made != NULL)
    g_strlcpy (report->id, cab_record_get_id (made), sizeof report->id);

  return made != NULL;
}

void
cab_test_world_apply (CabTestWorld *self, const CabTestReport *report)
{
  CabTestItem *item;

  switch (report->act)
    {
    case CAB_TEST_ACT_CLIENT:
    case CAB_TEST_ACT_NOTE:
    case CAB_TEST_ACT_MOOD:
    case CAB_TEST_ACT_FILE:
      add_item (self->items, report->id, report->act, report->number,
                report->act == CAB_TEST_ACT_CLIENT ? report->id : report->client_id);
      break;
    case CAB_TEST_ACT_SIGN:
      item = g_hash_table_lookup (self->items, report->id);
      item->is_signed = TRUE;
      break;
    case CAB_TEST_ACT_ERASE:
      cab_test_forget_client (self->items, report->client_id);
      break;
    case CAB_TEST_ACT_RESTORE:
      cab_test_go_back (self);
      break;
    case CAB_TEST_ACT_PASSPHRASE:
      self->passphrase = 1 - self->passphrase;
      break;
    case CAB_TEST_ACT_BACKUP:
      self->n_backups++;
      break;
    case CAB_TEST_ACT_COMPACT:
      break;
    }
}
