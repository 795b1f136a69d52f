/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-backup.h"

#include "cab-db-copy.h"
#include "cab-swap.h"
#include "cab-vault-error.h"
#include "cab-witness.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define DAY_MS G_GINT64_CONSTANT (86400000)
#define NEWEST_KEPT 7
#define BACKUP_PART ".cabinet-backup.part-"

void
cab_backup_entry_free (CabBackupEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->path);
  g_free (self->level);
  g_free (self->state);
  g_free (self);
}

/* "Practice-20260503T180200Z.cabinet-backup": sorts by time, holds no colon. */
static char *
dup_backup_path (CabVault *vault, const char *folder)
{
  g_autofree char *now = cab_clock_dup_now (vault->clock);
  g_autofree char *stem = g_strdup (vault->name);
  g_autoptr (GString) compact = g_string_new (now);
  g_autofree char *name = NULL;

  g_string_replace (compact, "-", "", 0);
  g_string_replace (compact, ":", "", 0);
  if (g_str_has_suffix (stem, ".cabinet"))
    stem[strlen (stem) - strlen (".cabinet")] = '\0';

  name = g_strdup_printf ("%s-%s.cabinet-backup", stem, compact->str);
  return g_build_filename (folder, name, NULL);
}

typedef struct
{
  const char *path;
  const CabWorkCopy *copy;
  CabVaultState snapshot;
} Made;

/* The ledger speaks of the file as it was copied: the row that says so comes
 * after it and is not in it. */
static gboolean
write_ledger (CabVault *vault, gpointer data, GError **error)
{
  static const char sql[] = "INSERT INTO backup_ledger (id, path, made_at, size, hash, header16, "
                            "generation, seq, head_mac,\n"
                            "                           verified_at, level, ledger_state)\n"
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?9, ?6, ?7, ?8, ?3, 'full', 'present')";
  const Made *made = data;
  g_autofree char *id = cab_ids_dup_id (vault->ids);
  g_autofree char *shown = g_filename_display_name (made->path);
  g_autoptr (CabStatement) statement = NULL;

  statement = cab_statement_new_trusted (vault->db, sql, "note the backup", error);
  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1, id);
  cab_statement_bind_text (statement, 2, shown);
  cab_statement_bind_integer (statement, 3, cab_clock_get_wall_ms (vault->clock));
  cab_statement_bind_integer (statement, 4, (gint64)made->copy->size);
  cab_statement_bind_bytes (statement, 5, made->copy->hash, CAB_DIGEST_LENGTH);
  cab_statement_bind_integer (statement, 6, (gint64)made->snapshot.generation);
  cab_statement_bind_integer (statement, 7, (gint64)made->snapshot.head.seq);
  cab_statement_bind_bytes (statement, 8, made->snapshot.head.mac, CAB_DIGEST_LENGTH);
  cab_statement_bind_bytes (statement, 9, vault->header, CAB_HEADER_LENGTH);

  return cab_statement_run (statement, error)
         && cab_vault_audit (vault, "backup", NULL, NULL, NULL, error);
}

/* The copy is a true one only if it stands where the practice stood. */
static gboolean
check_snapshot (CabVault *vault, const char *path, const CabVaultState *snapshot, GError **error)
{
  g_autoptr (CabVault) copy = cab_work_copy_open (path, vault, vault->key, FALSE, error);

  if (copy == NULL)
    return FALSE;
  if (copy->state.generation == snapshot->generation && copy->state.head.seq == snapshot->head.seq
      && memcmp (copy->state.head.mac, snapshot->head.mac, CAB_DIGEST_LENGTH) == 0
      && memcmp (copy->state.content_root, snapshot->content_root, CAB_DIGEST_LENGTH) == 0)
    return TRUE;

  cab_vault_error_set_step (error, CAB_VAULT_ERROR_VERIFY, 0, "compare the copy with the practice");
  return FALSE;
}

/* A scrubbed backup is one like the others, and grows old like them. */
static gboolean
is_there (const CabBackupEntry *entry)
{
  return g_str_equal (entry->state, "present") || g_str_equal (entry->state, "scrubbed");
}

/* Newest first: the first that passed its check, if possible one that is there. */
static CabLastBackup
find_last_good (const GPtrArray *entries, const CabBackupEntry **found)
{
  CabLastBackup last = CAB_LAST_BACKUP_NONE;

  for (guint i = 0; i < entries->len; i++)
    {
      const CabBackupEntry *entry = g_ptr_array_index (entries, i);

      if (entry->verified_ms == 0 || g_str_equal (entry->state, "deleted"))
        continue;
      if (is_there (entry))
        {
          *found = entry;
          return CAB_LAST_BACKUP_PRESENT;
        }
      if (last == CAB_LAST_BACKUP_NONE)
        {
          *found = entry;
          last = CAB_LAST_BACKUP_MISSING;
        }
    }

  return last;
}

/* Takes @cause. A copy that did not pass becomes @code, with what there is instead
 * of it [V-102]; whatever else went wrong is told as it is. */
static void
set_failed (CabVault *vault, CabVaultError code, GError *cause, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  const CabBackupEntry *entry = NULL;
  CabLastBackup last = CAB_LAST_BACKUP_UNKNOWN;

  if (!g_error_matches (cause, CAB_VAULT_ERROR, CAB_VAULT_ERROR_VERIFY)
      && !g_error_matches (cause, CAB_VAULT_ERROR, CAB_VAULT_ERROR_DAMAGED)
      && !g_error_matches (cause, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CONTENT))
    {
      g_propagate_error (error, cause);
      return;
    }

  entries = cab_backup_list (vault, NULL);
  if (entries != NULL)
    last = find_last_good (entries, &entry);
  cab_vault_error_set_backup (error, code, last, entry != NULL ? entry->path : NULL,
                              entry != NULL ? entry->made_ms : 0);
  g_error_free (cause);
}

static gboolean
make_copy (CabVault *vault,
           const char *path,
           const CabCopyWatch *watch,
           CabWorkCopy *copy,
           GCancellable *cancellable,
           GError **error)
{
  const CabVaultState snapshot = vault->state;
  g_autoptr (GError) local = NULL;

  if (!cab_work_copy_write (copy, vault, path, watch, cancellable, &local))
    set_failed (vault, CAB_VAULT_ERROR_VERIFY, g_steal_pointer (&local), error);
  /* What was read from the disk is what was written to it: the fault was there before. */
  else if (!cab_work_copy_prove (copy->path, vault, vault->key, watch, cancellable, &local))
    set_failed (vault, CAB_VAULT_ERROR_DAMAGED, g_steal_pointer (&local), error);
  else if (!check_snapshot (vault, copy->path, &snapshot, &local))
    set_failed (vault, CAB_VAULT_ERROR_VERIFY, g_steal_pointer (&local), error);
  else
    return TRUE;

  return FALSE;
}

/* Work copies of this practice that a killed program left here. Nobody else can
 * be making one: the practice is locked, and it is ours. */
static void
sweep_parts (CabVault *vault, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      const char *part = g_strrstr (name, BACKUP_PART);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      CabVaultLook look;

      if (part == NULL || strspn (part + strlen (BACKUP_PART), "0123456789abcdef") != 8
          || part[strlen (BACKUP_PART) + 8] != '\0' || !cab_vault_look (path, &look, NULL))
        continue;
      if (memcmp (look.header, vault->header, sizeof look.header) == 0 && g_unlink (path) != 0)
        g_info ("A work copy could not be removed: %s", g_strerror (errno));
    }
}

gboolean
cab_backup_make (CabVault *vault,
                 const char *folder,
                 const CabCopyWatch *watch,
                 char **path,
                 GCancellable *cancellable,
                 GError **error)
{
  g_auto (CabWorkCopy) copy = CAB_WORK_COPY_INIT;
  g_autofree char *resolved = NULL;
  g_autofree char *target = NULL;
  struct stat status;
  Made made;

  g_return_val_if_fail (vault != NULL && vault->db != NULL && folder != NULL, FALSE);
  g_return_val_if_fail (watch != NULL && path != NULL, FALSE);
  g_return_val_if_fail (vault->depth == 0 && vault->reading == 0, FALSE);

  resolved = cab_vault_resolve_folder (folder, error);
  if (resolved == NULL)
    return FALSE;
  if (lstat (vault->copy != NULL ? vault->copy : vault->path, &status) != 0)
    {
      cab_vault_error_set_errno (error, errno, vault->name, "look at the practice");
      return FALSE;
    }

  if (vault->writable)
    sweep_parts (vault, resolved);

  if (!cab_vault_settle (vault, error))
    return FALSE;

  target = dup_backup_path (vault, resolved);
  made = (Made){ target, &copy, vault->state };
  if (!cab_work_copy_check_space (resolved, (guint64)status.st_size, error)
      || !make_copy (vault, target, watch, &copy, cancellable, error))
    return FALSE;

  /* One that the ledger does not know would never be rotated away. @copy is empty
   * when it has its name, which may not have reached the disk. */
  if (!cab_work_copy_publish (&copy, target, error)
      || (vault->writable
          && !cab_vault_transact (vault, "note the backup", write_ledger, &made, error)))
    {
      if (copy.path == NULL)
        (void)g_unlink (target);
      return FALSE;
    }

  *path = g_steal_pointer (&target);
  return TRUE;
}

static CabBackupEntry *
read_entry (CabStatement *row)
{
  CabBackupEntry *entry = g_new0 (CabBackupEntry, 1);

  entry->id = g_strdup (cab_statement_get_text (row, 0));
  entry->path = g_strdup (cab_statement_get_text (row, 1));
  entry->made_ms = cab_statement_get_integer (row, 2);
  entry->size = cab_statement_get_integer (row, 3);
  entry->generation = cab_statement_get_integer (row, 4);
  entry->seq = cab_statement_get_integer (row, 5);
  entry->verified_ms = cab_statement_get_integer (row, 6);
  entry->level = g_strdup (cab_statement_get_text (row, 7));
  entry->state = g_strdup (cab_statement_get_text (row, 8));

  return entry;
}

/* Whether the file of that name is still the backup that was put there: another
 * file may have taken its name, and is not ours to call a backup or to delete.
 * It has the header of its day: a change of passphrase gave the practice another. */
static gboolean
is_same_file (const CabBackupEntry *entry, CabStatement *row)
{
  gsize length = 0;
  const guint8 *header = cab_statement_get_bytes (row, 9, &length);
  g_autoptr (GError) error = NULL;
  CabVaultLook look;

  /* A backup that is open in this process is not looked into: closing the
   * descriptor would drop a lock. */
  if (!cab_vault_look (entry->path, &look, &error))
    return g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_IN_USE)
           && look.status.st_size == entry->size;

  return look.status.st_size == entry->size && length == sizeof look.header
         && memcmp (look.header, header, sizeof look.header) == 0;
}

GPtrArray *
cab_backup_list (CabVault *vault, GError **error)
{
  static const char sql[]
      = "SELECT id, path, made_at, size, generation, seq, verified_at, level, ledger_state,\n"
        "       header16\n"
        "FROM backup_ledger\n"
        "ORDER BY made_at DESC, id";
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (CabStatement) statement = NULL;

  g_return_val_if_fail (vault != NULL && vault->db != NULL, NULL);

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify)cab_backup_entry_free);
  statement = cab_statement_new_trusted (vault->db, sql, "list the backups", error);
  if (statement == NULL)
    return NULL;

  for (;;)
    {
      CabBackupEntry *entry;

      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return NULL;
        case CAB_STEP_DONE:
          return g_steal_pointer (&entries);
        case CAB_STEP_ROW:
          entry = read_entry (statement);
          if (is_there (entry) && !is_same_file (entry, statement))
            g_set_str (&entry->state, "missing");
          g_ptr_array_add (entries, entry);
        }
    }
}

gboolean
cab_backup_verify (CabVault *backup,
                   const CabCopyWatch *watch,
                   CabVaultReport *report,
                   GCancellable *cancellable,
                   GError **error)
{
  const char *file;

  g_return_val_if_fail (backup != NULL && backup->db != NULL && watch != NULL, FALSE);
  g_return_val_if_fail (!backup->writable, FALSE);

  /* A second connection to a file opened immutable takes no lock and drops none. */
  file = backup->copy != NULL ? backup->copy : backup->path;

  return cab_db_check_copy (file, backup->key, error)
         && cab_vault_verify (backup, CAB_VAULT_VERIFY_ALL, watch->rows, watch->data,
                              watch->progress, watch->progress_data, report, cancellable, error);
}

/* Returns: (transfer none) (nullable): what is there under that name */
static const CabBackupEntry *
find_entry (GPtrArray *entries, const char *path, GError **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const CabBackupEntry *entry = g_ptr_array_index (entries, i);

      if (is_there (entry) && g_str_equal (entry->path, path))
        return entry;
    }

  cab_vault_error_set (error, CAB_VAULT_ERROR_NOT_FOUND);
  return NULL;
}

typedef struct
{
  const char *id;
  gboolean passed;
} Checked;

static gboolean
note_checked (CabVault *vault, gpointer data, GError **error)
{
  static const char sql[] = "UPDATE backup_ledger SET verified_at = ?2, level = ?3 WHERE id = ?1";
  const Checked *checked = data;
  g_autoptr (CabStatement) statement
      = cab_statement_new_trusted (vault->db, sql, "note a check of a backup", error);

  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1, checked->id);
  if (checked->passed)
    cab_statement_bind_integer (statement, 2, cab_clock_get_wall_ms (vault->clock));
  else
    cab_statement_bind_null (statement, 2);
  cab_statement_bind_text (statement, 3, checked->passed ? "full" : "none");

  return cab_statement_run (statement, error)
         && cab_vault_audit (vault, "backup", NULL, NULL,
                             checked->passed ? "checked" : "check failed", error);
}

/* Names the last good one, of which @id is none. */
static gboolean
set_bad (CabVault *vault, const char *id, gint64 made_ms, GError **error)
{
  Checked checked = { id, FALSE };
  const CabBackupEntry *entry = NULL;
  CabLastBackup last = CAB_LAST_BACKUP_UNKNOWN;
  g_autoptr (GPtrArray) entries = NULL;

  if (!cab_vault_transact (vault, "note a check of a backup", note_checked, &checked, error))
    return FALSE;

  entries = cab_backup_list (vault, NULL);
  if (entries != NULL)
    last = find_last_good (entries, &entry);
  cab_vault_error_set_bad_backup (error, made_ms, last, entry != NULL ? entry->path : NULL,
                                  entry != NULL ? entry->made_ms : 0);
  return FALSE;
}

/* Whether it has the key that the practice has now. */
static gboolean
has_our_key (CabVault *vault, const char *path, GError **error)
{
  CabVaultLook look;

  if (!cab_vault_look (path, &look, error))
    return FALSE;
  if (memcmp (look.header, vault->header, sizeof look.header) == 0)
    return TRUE;

  cab_vault_error_set (error, CAB_VAULT_ERROR_WRONG_KEY);
  return FALSE;
}

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_VERIFY)
         || g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_DAMAGED)
         || g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CONTENT)
         || g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY)
         || g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CHAIN);
}

gboolean
cab_backup_check (CabVault *vault,
                  const char *path,
                  const CabCopyWatch *watch,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) local = NULL;
  const CabBackupEntry *entry;
  Checked checked;

  g_return_val_if_fail (vault != NULL && vault->db != NULL, FALSE);
  g_return_val_if_fail (path != NULL && watch != NULL, FALSE);

  entries = cab_backup_list (vault, error);
  entry = entries != NULL ? find_entry (entries, path, error) : NULL;
  if (entry == NULL || !has_our_key (vault, path, error))
    return FALSE;

  checked = (Checked){ entry->id, TRUE };
  if (cab_work_copy_prove (path, vault, vault->key, watch, cancellable, &local))
    return cab_vault_transact (vault, "note a check of a backup", note_checked, &checked, error);
  if (is_damage (local))
    return set_bad (vault, entry->id, entry->made_ms, error);

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gint64
get_day (gint64 ms)
{
  return ms / DAY_MS;
}

/* Newest first: which entries go [V-104]. */
static gboolean
is_outdated (const GPtrArray *entries, guint index, gint64 now_ms, guint days)
{
  const CabBackupEntry *entry = g_ptr_array_index (entries, index);
  guint newer = 0;
  gboolean newest_of_day = TRUE;
  gboolean newest_verified = entry->verified_ms > 0;

  for (guint i = 0; i < index; i++)
    {
      const CabBackupEntry *other = g_ptr_array_index (entries, i);

      if (!is_there (other))
        continue;
      newer++;
      newest_of_day = newest_of_day && get_day (other->made_ms) != get_day (entry->made_ms);
      newest_verified = newest_verified && other->verified_ms == 0;
    }

  if (newest_verified)
    return FALSE;
  if (now_ms - entry->made_ms > (gint64)days * DAY_MS)
    return TRUE;

  return newer >= NEWEST_KEPT && !newest_of_day;
}

static gboolean
mark_deleted (CabVault *vault, gpointer data, GError **error)
{
  static const char sql[] = "UPDATE backup_ledger SET ledger_state = 'deleted' WHERE id = ?1";
  const GPtrArray *gone = data;

  for (guint i = 0; i < gone->len; i++)
    {
      const CabBackupEntry *entry = g_ptr_array_index (gone, i);
      g_autoptr (CabStatement) statement
          = cab_statement_new_trusted (vault->db, sql, "note a deleted backup", error);

      if (statement == NULL)
        return FALSE;
      cab_statement_bind_text (statement, 1, entry->id);
      if (!cab_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
note_rotated (CabVault *vault, gpointer data, GError **error)
{
  return mark_deleted (vault, data, error)
         && cab_vault_audit (vault, "backup", NULL, NULL, "rotated", error);
}

static gboolean
note_removed (CabVault *vault, gpointer data, GError **error)
{
  return mark_deleted (vault, data, error)
         && cab_vault_audit (vault, "backup", NULL, NULL, "removed", error);
}

/* Takes the outdated ones away. @n_held: (nullable): counts them instead. */
static void
delete_outdated (GPtrArray *entries, gint64 now_ms, guint days, guint *n_held, GPtrArray *gone)
{
  for (guint i = 0; i < entries->len; i++)
    {
      CabBackupEntry *entry = g_ptr_array_index (entries, i);

      if (!is_there (entry) || !is_outdated (entries, i, now_ms, days))
        continue;
      if (n_held != NULL)
        (*n_held)++;
      else if (g_unlink (entry->path) == 0)
        g_ptr_array_add (gone, entry);
    }
}

gboolean
cab_backup_rotate (CabVault *vault, guint days, guint *n_deleted, guint *n_held, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  guint held = 0;
  gint64 now_ms;

  g_return_val_if_fail (vault != NULL && vault->db != NULL, FALSE);

  if (n_deleted != NULL)
    *n_deleted = 0;
  if (n_held != NULL)
    *n_held = 0;

  /* Also when it went back only after the practice was opened. */
  now_ms = cab_clock_get_wall_ms (vault->clock);
  if (cab_vault_is_clock_back (vault) || now_ms < vault->state.max_wall)
    return TRUE;

  entries = cab_backup_list (vault, error);
  if (entries == NULL)
    return FALSE;

  delete_outdated (entries, now_ms, CLAMP (days, 7, 365),
                   cab_vault_is_clock_ahead (vault) ? &held : NULL, gone);
  if (n_deleted != NULL)
    *n_deleted = gone->len;
  if (n_held != NULL)
    *n_held = held;

  return gone->len == 0
         || cab_vault_transact (vault, "rotate the backups", note_rotated, gone, error);
}

gboolean
cab_backup_remove (CabVault *vault, const char *path, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  const CabBackupEntry *entry;

  g_return_val_if_fail (vault != NULL && vault->db != NULL && path != NULL, FALSE);

  if (!vault->writable)
    {
      cab_vault_error_set (error, CAB_VAULT_ERROR_READ_ONLY);
      return FALSE;
    }

  entries = cab_backup_list (vault, error);
  entry = entries != NULL ? find_entry (entries, path, error) : NULL;
  if (entry == NULL)
    return FALSE;
  if (g_unlink (path) != 0)
    {
      cab_vault_error_set_errno (error, errno, path, "remove a backup");
      return FALSE;
    }

  g_ptr_array_add (gone, (gpointer)entry);
  return cab_vault_transact (vault, "note a removed backup", note_removed, gone, error);
}
