/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-backup-state.h"

#include <glib/gi18n.h>

#include "cab-format.h"

char *
cab_backup_dup_state (GPtrArray *backups, const char *zone, const char *today)
{
  const CabBackupEntry *newest = NULL;
  g_autofree char *when = NULL;

  g_return_val_if_fail (backups != NULL, NULL);

  for (guint i = 0; i < backups->len; i++)
    {
      const CabBackupEntry *entry = backups->pdata[i];

      if (g_strcmp0 (entry->state, "deleted") != 0
          && (newest == NULL || entry->made_ms > newest->made_ms))
        newest = entry;
    }
  if (newest == NULL)
    return g_strdup (_ ("No backup yet"));

  when = cab_format_when (newest->made_ms, zone, today);
  if (g_strcmp0 (newest->state, "missing") == 0)
    /* Translators: %s is a time of today, “18:02”, or a day, “3 March 2025” */
    return g_strdup_printf (_ ("Last backup %s, not there any more"), when);
  if (newest->verified_ms == 0)
    /* Translators: %s is a time of today, “18:02”, or a day, “3 March 2025” */
    return g_strdup_printf (_ ("Last backup %s, not checked"), when);

  /* Translators: %s is a time of today, “18:02”, or a day, “3 March 2025” */
  return g_strdup_printf (_ ("Last backup %s, checked"), when);
}
