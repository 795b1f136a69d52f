/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-attention-private.h"

#include "cab-backup.h"
#include "cab-practice-private.h"
#include "cab-recovery-sheet.h"
#include "cab-when.h"

#include <glib/gi18n.h>
#include <string.h>

#define TRASH_DAYS 30
#define BACKUP_DAYS 7
#define SHEET_DAYS 365

static const char sql_erased[] = "SELECT max(copies_gone_by), max(event_sequence)\n"
                                 "FROM tombstone\n"
                                 "WHERE copies_gone_by >= ?1";

typedef struct
{
  guint n;
  char *oldest;
} Trash;

/* How much of one kind has lain in the trash since before @limit. */
static gboolean
count_trash (CabAttentionLook *look,
             const CabKind *kind,
             const char *limit,
             Trash *trash,
             GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT count(*), min(trashed_at) FROM %s WHERE trashed_at < ?1",
                         cab_statement_identifier (kind->table));
  g_autoptr (CabStatement) statement = cab_statement_new (
      cab_practice_get_db (look->practice), sql, "count what lies in the trash", error);
  const char *oldest;

  if (statement == NULL)
    return FALSE;
  cab_statement_bind_text (statement, 1, limit);
  if (cab_statement_step (statement, error) != CAB_STEP_ROW)
    return FALSE;

  trash->n += (guint)cab_statement_get_integer (statement, 0);
  oldest = cab_statement_get_text (statement, 1);
  if (oldest != NULL && (trash->oldest == NULL || strcmp (oldest, trash->oldest) < 0))
    g_set_str (&trash->oldest, oldest);

  return TRUE;
}

static void
add_trash (CabAttentionLook *look, const Trash *trash)
{
  CabRow *item = cab_attention_add (look, CAB_ATTENTION_TRASH, CAB_SEVERITY_PLAIN, NULL);
  g_autofree char *day = NULL;

  if (item == NULL)
    return;

  day = g_strndup (trash->oldest, strlen ("2026-03-02"));
  cab_row_take_text (item, CAB_ATTENTION_DUE_ON, cab_when_dup_days_after (day, TRASH_DAYS));
  cab_row_take_text (
      item, CAB_ATTENTION_SENTENCE,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "%u record has been in the trash for more than %d days.",
                                    "%u records have been in the trash for more than %d days.",
                                    trash->n),
                       trash->n, TRASH_DAYS));
}

gboolean
cab_attention_find_trash (CabAttentionLook *look, GError **error)
{
  g_autofree char *day = cab_when_dup_days_after (look->today, -TRASH_DAYS);
  g_autofree char *limit = g_strconcat (day, "T00:00:00Z", NULL);
  Trash trash = { 0 };

  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      if (cab_kinds[i]->trash != CAB_TRASH_NEVER
          && !count_trash (look, cab_kinds[i], limit, &trash, error))
        {
          g_free (trash.oldest);
          return FALSE;
        }
    }

  if (trash.n > 0)
    add_trash (look, &trash);
  g_free (trash.oldest);
  return TRUE;
}

static void
look_at_sheet (CabAttentionLook *look)
{
  g_autofree char *proved = cab_recovery_sheet_dup_date (cab_practice_get_vault (look->practice));
  g_autofree char *due = proved == NULL ? NULL : cab_when_dup_days_after (proved, SHEET_DAYS);
  g_autofree char *day = NULL;
  CabRow *item;

  if (due != NULL && strcmp (due, look->today) > 0)
    return;

  item = cab_attention_add (look, CAB_ATTENTION_RECOVERY_SHEET, CAB_SEVERITY_PLAIN, NULL);
  if (item == NULL)
    return;

  cab_row_set_text (item, CAB_ATTENTION_DUE_ON, due);
  if (proved == NULL)
    {
      cab_row_set_text (item, CAB_ATTENTION_SENTENCE,
                        _ ("No recovery sheet opens this practice if you lose the passphrase."));
      return;
    }

  day = cab_attention_dup_day (look, proved);
  cab_row_take_text (item, CAB_ATTENTION_SENTENCE,
                     g_strdup_printf (_ ("The recovery sheet was last proved on %s."), day));
}

static char *
dup_day_of (gint64 wall_ms)
{
  g_autofree char *instant = cab_clock_dup_instant (wall_ms);

  return g_strndup (instant, strlen ("2026-03-02"));
}

static void
look_at_backups (CabAttentionLook *look, GPtrArray *backups)
{
  g_autofree char *made = NULL;
  g_autofree char *due = NULL;
  g_autofree char *day = NULL;
  CabRow *item;

  for (guint i = 0; i < backups->len; i++)
    {
      const CabBackupEntry *entry = g_ptr_array_index (backups, i);
      g_autofree char *on = dup_day_of (entry->made_ms);

      if (entry->verified_ms > 0 && g_strcmp0 (on, made) > 0)
        g_set_str (&made, on);
    }

  due = made == NULL ? NULL : cab_when_dup_days_after (made, BACKUP_DAYS);
  if (due != NULL && strcmp (due, look->today) >= 0)
    return;
  item = cab_attention_add (look, CAB_ATTENTION_BACKUP, CAB_SEVERITY_AMBER, NULL);
  if (item == NULL)
    return;

  cab_row_set_text (item, CAB_ATTENTION_DUE_ON, due);
  if (made == NULL)
    {
      cab_row_set_text (item, CAB_ATTENTION_SENTENCE, _ ("There is no backup of this practice yet."));
      return;
    }

  day = cab_attention_dup_day (look, made);
  cab_row_take_text (item, CAB_ATTENTION_SENTENCE,
                     g_strdup_printf (_ ("The last backup was made on %s."), day));
}

/* Whether a backup is there that was made before the erasing. */
static gboolean
is_held (GPtrArray *backups, gint64 sequence)
{
  for (guint i = 0; i < backups->len; i++)
    {
      const CabBackupEntry *entry = g_ptr_array_index (backups, i);

      if (entry->seq < sequence && strcmp (entry->state, "present") == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
look_at_erased (CabAttentionLook *look, GPtrArray *backups, GError **error)
{
  g_autoptr (CabStatement) statement = cab_statement_new (
      cab_practice_get_db (look->practice), sql_erased, "find who is still in backups", error);
  g_autofree char *day = NULL;
  CabRow *item;

  if (statement == NULL)
    return FALSE;
  cab_statement_bind_text (statement, 1, look->today);
  if (cab_statement_step (statement, error) != CAB_STEP_ROW)
    return FALSE;
  if (cab_statement_is_null (statement, 0)
      || !is_held (backups, cab_statement_get_integer (statement, 1)))
    return TRUE;

  item = cab_attention_add (look, CAB_ATTENTION_ERASED, CAB_SEVERITY_PLAIN, NULL);
  if (item == NULL)
    return TRUE;

  day = cab_attention_dup_day (look, cab_statement_get_text (statement, 0));
  cab_row_set_text (item, CAB_ATTENTION_DUE_ON, cab_statement_get_text (statement, 0));
  cab_row_take_text (item, CAB_ATTENTION_SENTENCE,
                     g_strdup_printf (_ ("Backups still hold what was erased, until %s."), day));
  return TRUE;
}

gboolean
cab_attention_find_safety (CabAttentionLook *look, GError **error)
{
  g_autoptr (GPtrArray) backups
      = cab_backup_list (cab_practice_get_vault (look->practice), error);

  if (backups == NULL)
    return FALSE;

  look_at_sheet (look);
  look_at_backups (look, backups);
  return look_at_erased (look, backups, error);
}
