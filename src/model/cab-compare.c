/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-compare.h"

#include "cab-client.h"
#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-statement.h"
#include "cab-tombstone.h"

#include <glib/gi18n.h>
#include <string.h>

CAB_DEFINE_CODES (cab_difference_codes,
                  "difference",
                  { "only-backup", N_ ("Only in the backup") },
                  { "changed", N_ ("Different") },
                  { "only-now", N_ ("Only now") });

#define DIGEST_SIZE 32

typedef struct
{
  guint kind; /* index in cab_kinds */
  char id[CAB_ID_SIZE];
  char owner[CAB_ID_SIZE];
  guint8 digest[DIGEST_SIZE];
} Entry;

struct _CabContents
{
  guint8 practice_id[16];
  guint8 root[DIGEST_SIZE];
  GArray *entries;    /* by kind, then id */
  GHashTable *erased; /* id to day */
};

static const char sql_erased[] = "SELECT erased_id, erased_on FROM tombstone";

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;

  return strcmp (one->id, other->id);
}

/* Rows of the file itself are compared; what tells of erasing is counted apart. */
static gboolean
is_compared (const CabKind *kind)
{
  return !kind->without_system_fields && kind != &cab_tombstone_kind;
}

/* The columns stand before all long text, so that no row is read in full. */
static char *
dup_sql (const CabKind *kind)
{
  return g_strdup_printf (
      "SELECT id, content_digest, %s FROM %s ORDER BY id",
      kind->owner == CAB_NO_OWNER ? "NULL"
                                  : cab_statement_identifier (kind->fields[kind->owner].name),
      cab_statement_identifier (kind->table));
}

static void
add_entry (CabContents *self, guint kind, CabStatement *row)
{
  Entry entry = { .kind = kind };
  const char *owner = cab_statement_get_text (row, 2);
  gsize length = 0;
  const guint8 *digest = cab_statement_get_bytes (row, 1, &length);

  g_strlcpy (entry.id, cab_statement_get_text (row, 0), sizeof entry.id);
  g_strlcpy (entry.owner, owner != NULL ? owner : "", sizeof entry.owner);
  if (length == DIGEST_SIZE)
    memcpy (entry.digest, digest, DIGEST_SIZE);
  g_array_append_val (self->entries, entry);
}

static gboolean
read_kind (CabContents *self, CabDb *db, guint kind, GError **error)
{
  g_autofree char *sql = dup_sql (cab_kinds[kind]);
  g_autoptr (CabStatement) statement
      = cab_statement_new (db, sql, "read what a practice holds", error);

  if (statement == NULL)
    return FALSE;

  for (;;)
    {
      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return FALSE;
        case CAB_STEP_DONE:
          return TRUE;
        case CAB_STEP_ROW:
          add_entry (self, kind, statement);
        }
    }
}

static gboolean
read_erased (CabContents *self, CabDb *db, GError **error)
{
  g_autoptr (CabStatement) statement
      = cab_statement_new (db, sql_erased, "read what was erased", error);

  if (statement == NULL)
    return FALSE;

  for (;;)
    {
      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return FALSE;
        case CAB_STEP_DONE:
          return TRUE;
        case CAB_STEP_ROW:
          g_hash_table_insert (self->erased, g_strdup (cab_statement_get_text (statement, 0)),
                               g_strdup (cab_statement_get_text (statement, 1)));
        }
    }
}

static gboolean
read_all (CabPractice *practice, gpointer data, GError **error)
{
  CabContents *self = data;
  CabDb *db = cab_practice_get_db (practice);

  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      if (is_compared (cab_kinds[i]) && !read_kind (self, db, i, error))
        return FALSE;
    }

  return read_erased (self, db, error);
}

CabContents *
cab_contents_take (CabPractice *practice, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabContents) self = NULL;
  CabVault *vault;
  gboolean done;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  vault = cab_practice_get_vault (practice);
  self = g_new0 (CabContents, 1);
  memcpy (self->practice_id, cab_vault_get_practice_id (vault), sizeof self->practice_id);
  memcpy (self->root, cab_vault_get_content_root (vault), sizeof self->root);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->erased = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  cab_db_watch (cab_practice_get_db (practice), cancellable);
  done = cab_practice_read (practice, "read what a practice holds", read_all, self, error);
  cab_db_watch (cab_practice_get_db (practice), NULL);
  if (!done)
    return NULL;

  /* In order: SQLite compares ids as strcmp() does. */
  return g_steal_pointer (&self);
}

void
cab_contents_free (CabContents *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->entries);
  g_hash_table_unref (self->erased);
  g_free (self);
}

static guint
find_kind (const char *name)
{
  guint i = 0;

  while (strcmp (cab_kinds[i]->name, name) != 0)
    i++;

  return i;
}

static const Entry *
find_entry (const CabContents *self, guint kind, const char *id)
{
  Entry wanted = { .kind = kind };
  guint place;

  g_strlcpy (wanted.id, id, sizeof wanted.id);
  if (!g_array_binary_search (self->entries, &wanted, compare_entries, &place))
    return NULL;

  return &g_array_index (self->entries, Entry, place);
}

/* The entry that owns @entry, NULL at the top. */
static const Entry *
get_owner (const CabContents *self, const Entry *entry)
{
  const CabKind *kind = cab_kinds[entry->kind];

  if (kind->owner == CAB_NO_OWNER || entry->owner[0] == '\0')
    return NULL;

  return find_entry (self, find_kind (kind->fields[kind->owner].target), entry->owner);
}

static void
add_difference (CabComparison *comparison,
                CabDifferenceType type,
                const CabContents *contents,
                const Entry *entry)
{
  CabDifference difference = { .kind = cab_kinds[entry->kind] };

  g_strlcpy (difference.id, entry->id, sizeof difference.id);
  for (const Entry *at = entry; at != NULL; at = get_owner (contents, at))
    {
      if (cab_kinds[at->kind] == &cab_client_kind)
        g_strlcpy (difference.client_id, at->id, sizeof difference.client_id);
    }
  g_array_append_val (comparison->differences[type], difference);
}

/* Whether a record of the backup, or what it belonged to, was erased since. */
static gboolean
count_erased (CabComparison *comparison,
              const CabContents *backup,
              const CabContents *now,
              const Entry *entry)
{
  for (const Entry *at = entry; at != NULL; at = get_owner (backup, at))
    {
      const char *day = g_hash_table_lookup (now->erased, at->id);

      if (day == NULL)
        continue;
      comparison->n_erased++;
      if (g_strcmp0 (day, comparison->erased_on) > 0)
        g_set_str (&comparison->erased_on, day);
      return TRUE;
    }

  return FALSE;
}

static void
walk_both (CabComparison *comparison, const CabContents *backup, const CabContents *now)
{
  guint i = 0;
  guint j = 0;

  while (i < backup->entries->len || j < now->entries->len)
    {
      const Entry *old
          = i < backup->entries->len ? &g_array_index (backup->entries, Entry, i) : NULL;
      const Entry *new = j < now->entries->len ? &g_array_index (now->entries, Entry, j) : NULL;
      int order = old == NULL ? 1 : new == NULL ? -1 : compare_entries (old, new);

      if (order < 0 && !count_erased (comparison, backup, now, old))
        add_difference (comparison, CAB_DIFFERENCE_ONLY_BACKUP, backup, old);
      if (order == 0 && memcmp (old->digest, new->digest, DIGEST_SIZE) != 0)
        add_difference (comparison, CAB_DIFFERENCE_CHANGED, now, new);
      if (order > 0)
        add_difference (comparison, CAB_DIFFERENCE_ONLY_NOW, now, new);
      i += order <= 0;
      j += order >= 0;
    }
}

/* They come in the order of kinds; only clients go before. */
static int
put_clients_first (gconstpointer a, gconstpointer b)
{
  const CabDifference *one = a;
  const CabDifference *other = b;
  int order = (one->kind != &cab_client_kind) - (other->kind != &cab_client_kind);

  if (order == 0 && one->kind != other->kind)
    order = find_kind (one->kind->name) < find_kind (other->kind->name) ? -1 : 1;

  return order != 0 ? order : strcmp (one->id, other->id);
}

CabComparison *
cab_compare (const CabContents *backup, const CabContents *now, GError **error)
{
  CabComparison *comparison;

  g_return_val_if_fail (backup != NULL && now != NULL, NULL);

  if (memcmp (backup->practice_id, now->practice_id, sizeof now->practice_id) != 0)
    {
      g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID,
                           _ ("This is a backup of another practice."));
      return NULL;
    }

  comparison = g_new0 (CabComparison, 1);
  for (guint i = 0; i < CAB_N_DIFFERENCE_TYPES; i++)
    comparison->differences[i] = g_array_new (FALSE, FALSE, sizeof (CabDifference));
  if (memcmp (backup->root, now->root, DIGEST_SIZE) == 0)
    return comparison;

  walk_both (comparison, backup, now);
  for (guint i = 0; i < CAB_N_DIFFERENCE_TYPES; i++)
    g_array_sort (comparison->differences[i], put_clients_first);
  return comparison;
}

void
cab_comparison_free (CabComparison *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < CAB_N_DIFFERENCE_TYPES; i++)
    g_array_unref (self->differences[i]);
  g_free (self->erased_on);
  g_free (self);
}

gboolean
cab_comparison_is_same (const CabComparison *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < CAB_N_DIFFERENCE_TYPES; i++)
    {
      if (self->differences[i]->len > 0)
        return FALSE;
    }

  return self->n_erased == 0;
}
