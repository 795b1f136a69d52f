/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "test-chain.h"

#include <string.h>

#include "cab-vault-error.h"

#define ID(n) "00000000-0000-4000-8000-0000000000" #n
#define BOOT_ID "b0071d00-0000-4000-8000-000000000001"

static GString *
copy_string (const GString *string)
{
  return string == NULL ? NULL : g_string_new_len (string->str, (gssize)string->len);
}

static void
free_string (GString *string)
{
  if (string != NULL)
    g_string_free (string, TRUE);
}

static CabSlice
get_slice (const GString *string)
{
  return string == NULL ? CAB_SLICE_TEXT (NULL) : (CabSlice){ string->str, string->len };
}

TestRow *
test_row_copy (const TestRow *row)
{
  TestRow *copy = g_memdup2 (row, sizeof *row);

  copy->boot_id = copy_string (row->boot_id);
  copy->actor = copy_string (row->actor);
  copy->act = copy_string (row->act);
  copy->kind = copy_string (row->kind);
  copy->entity = copy_string (row->entity);
  copy->nonce = copy_string (row->nonce);
  copy->payload = copy_string (row->payload);
  copy->commitment = copy_string (row->commitment);
  copy->mac = copy_string (row->mac);
  return copy;
}

void
test_row_free (TestRow *row)
{
  free_string (row->boot_id);
  free_string (row->actor);
  free_string (row->act);
  free_string (row->kind);
  free_string (row->entity);
  free_string (row->nonce);
  free_string (row->payload);
  free_string (row->commitment);
  free_string (row->mac);
  g_free (row);
}

void
test_row_blank (TestRow *row)
{
  g_clear_pointer (&row->nonce, free_string);
  g_clear_pointer (&row->payload, free_string);
}

static void
fill_audit_row (const TestRow *row, CabAuditRow *out)
{
  *out = (CabAuditRow){
    .seq = row->seq,
    .wall_ms = row->wall_ms,
    .boot_id = get_slice (row->boot_id),
    .boottime_ns = row->boottime_ns,
    .actor = get_slice (row->actor),
    .act = get_slice (row->act),
    .kind = get_slice (row->kind),
    .entity = get_slice (row->entity),
    .nonce = get_slice (row->nonce),
    .payload = get_slice (row->payload),
    .commitment = get_slice (row->commitment),
    .mac = get_slice (row->mac),
  };
}

TestRow *
test_chain_get (TestChain *self, guint index)
{
  return g_ptr_array_index (self->rows, index);
}

void
test_chain_init (TestChain *self, guint8 number)
{
  guint8 practice_id[CAB_PRACTICE_ID_LENGTH];

  memset (self, 0, sizeof *self);
  memset (practice_id, number, sizeof practice_id);
  memset (self->audit_key, 100 + number, sizeof self->audit_key);
  memset (self->digest_key, 200 + number, sizeof self->digest_key);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)test_row_free);
  self->check.audit_key = self->audit_key;
  self->check.digest_key = self->digest_key;
  cab_digest_genesis (self->audit_key, practice_id, self->check.start.mac);
  self->check.head = self->check.start;
}

void
test_chain_clear (TestChain *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

void
test_chain_relink (TestChain *self, guint index, const guint8 *key)
{
  TestRow *row = test_chain_get (self, index);
  const guint8 *previous = index == 0 ? self->check.start.mac
                                      : (const guint8 *)test_chain_get (self, index - 1)->mac->str;
  CabAuditRow audit_row;
  guint8 mac[CAB_DIGEST_LENGTH];

  fill_audit_row (row, &audit_row);
  cab_digest_chain (key, &audit_row, previous, mac);
  free_string (row->mac);
  row->mac = g_string_new_len ((const char *)mac, sizeof mac);
}

void
test_chain_rehead (TestChain *self)
{
  const TestRow *last = test_chain_get (self, self->rows->len - 1);

  self->check.head.seq = last->seq;
  memcpy (self->check.head.mac, last->mac->str, CAB_DIGEST_LENGTH);
}

TestRow *
test_chain_append (TestChain *self, const char *act, const char *entity, const char *payload)
{
  TestRow *row = g_new0 (TestRow, 1);
  guint8 nonce[CAB_NONCE_LENGTH];
  guint8 commitment[CAB_DIGEST_LENGTH];

  row->seq = self->check.start.seq + (gint64)self->rows->len + 1;
  row->wall_ms = 1769853600000 + row->seq * 1000;
  row->boot_id = g_string_new (BOOT_ID);
  row->boottime_ns = 3600000000000 + row->seq;
  row->actor = g_string_new (ID (99));
  row->act = g_string_new (act);
  row->kind = entity == NULL ? NULL : g_string_new ("note");
  row->entity = entity == NULL ? NULL : g_string_new (entity);
  memset (nonce, (guint8)row->seq, sizeof nonce);
  row->nonce = g_string_new_len ((const char *)nonce, sizeof nonce);
  row->payload = g_string_new (payload);
  cab_digest_commit (self->digest_key, nonce, CAB_SLICE_TEXT (payload), commitment);
  row->commitment = g_string_new_len ((const char *)commitment, sizeof commitment);
  g_ptr_array_add (self->rows, row);
  test_chain_relink (self, self->rows->len - 1, self->audit_key);
  test_chain_rehead (self);
  return row;
}

/* Rows 4 and 6 belong to a record that row 9 erases by its entity, row 5 to one that row 9 names
 * in its payload. */
void
test_chain_fill (TestChain *self)
{
  test_chain_append (self, "unlock", NULL, "");
  test_chain_append (self, "create", ID (01), "name=A");
  test_chain_append (self, "open", ID (01), "");
  test_row_blank (test_chain_append (self, "create", ID (02), "name=B"));
  test_row_blank (test_chain_append (self, "create", ID (03), "text=C"));
  test_row_blank (test_chain_append (self, "change", ID (02), "name=B→D"));
  test_chain_append (self, "change", ID (01), "name=A→E");
  test_chain_append (self, "print", ID (01), "pages=2");
  test_chain_append (self, "erase", ID (02), "notes=1\n" ID (03));
  test_chain_append (self, "lock", NULL, "");
  test_chain_append (self, "unlock", NULL, "");
  test_chain_append (self, "export", ID (01), "profile=access");
}

int
test_row_next (gpointer data, CabAuditRow *row, GError **error)
{
  TestWalk *walk = data;

  if (walk->fails_at != 0 && walk->next + 1 == walk->fails_at)
    {
      cab_vault_error_set (error, CAB_VAULT_ERROR_IO);
      return -1;
    }
  if (walk->next == walk->chain->rows->len)
    return 0;
  fill_audit_row (test_chain_get (walk->chain, walk->next++), row);
  return 1;
}

gboolean
test_chain_verify (TestChain *self, CabAuditReport *report, GError **error)
{
  TestWalk walk = { self, 0, 0 };

  return cab_audit_verify (&self->check, test_row_next, &walk, report, error);
}

static void
append_image (GString *image, const GString *string)
{
  if (string == NULL)
    g_string_append (image, "-;");
  else
    {
      g_string_append_printf (image, "%" G_GSIZE_FORMAT ":", string->len);
      for (gsize i = 0; i < string->len; i++)
        g_string_append_printf (image, "%02x", (guint8)string->str[i]);
      g_string_append_c (image, ';');
    }
}

char *
test_chain_dup_image (TestChain *self)
{
  GString *image = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TestRow *row = test_chain_get (self, i);

      g_string_append_printf (image,
                              "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " ",
                              row->seq, row->wall_ms, row->boottime_ns);
      append_image (image, row->boot_id);
      append_image (image, row->actor);
      append_image (image, row->act);
      append_image (image, row->kind);
      append_image (image, row->entity);
      append_image (image, row->nonce);
      append_image (image, row->payload);
      append_image (image, row->commitment);
      append_image (image, row->mac);
      g_string_append_c (image, '\n');
    }
  return g_string_free_and_steal (image);
}

void
test_chain_assert_verifies (TestChain *self)
{
  g_autoptr (GError) error = NULL;
  CabAuditReport report = { CAB_AUDIT_FAULT_HEAD, 99, 99 };

  if (!test_chain_verify (self, &report, &error))
    g_error ("entry %" G_GINT64_FORMAT ": %s", report.seq, cab_audit_fault_get_name (report.fault));
  g_assert_no_error (error);
  g_assert_cmpint (report.fault, ==, CAB_AUDIT_FAULT_NONE);
  g_assert_cmpint (report.rows, ==, self->rows->len);
}
