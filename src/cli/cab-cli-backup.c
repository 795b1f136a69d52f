/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-backup.h"

#include <glib/gi18n.h>

#include "cab-backup.h"
#include "cab-cli-error.h"
#include "cab-cli-open.h"
#include "cab-cli-table.h"
#include "cab-cli-watch.h"
#include "cab-compare.h"
#include "cab-copy.h"
#include "cab-find.h"
#include "cab-practice-settings.h"
#include "cab-vault-error.h"

/* For how many days backups are kept; the table's default before there is a practice. */
static guint
get_days (CabPractice *practice)
{
  CabRecord *settings = cab_practice_get_settings (practice);
  gint64 days = 30;

  if (settings != NULL)
    cab_record_get_integer (settings, CAB_OWN (CAB_PRACTICE_FIELD_BACKUP_DAYS), &days);

  return (guint)days;
}

static gboolean
rotate (CabCli *cli, CabPractice *practice, GError **error)
{
  CabVault *vault = cab_practice_get_vault (practice);
  g_autofree char *today = cab_practice_dup_today (practice);
  guint n_deleted = 0;
  guint n_held = 0;

  if (cab_cli_has_option (cli, "date-is-right"))
    cab_vault_trust_clock (vault);
  if (!cab_backup_rotate (vault, get_days (practice), &n_deleted, &n_held, error))
    return FALSE;

  if (n_deleted > 0)
    cab_cli_say (cli,
                 ngettext ("%u backup was older than it may be and was removed.",
                           "%u backups were older than they may be and were removed.", n_deleted),
                 n_deleted);
  if (n_held > 0)
    cab_cli_say (cli,
                 ngettext ("%u backup is older than it may be if today is %s, which is long after "
                           "the practice was last open. It was kept. If the date is right, give "
                           "--date-is-right.",
                           "%u backups are older than they may be if today is %s, which is long "
                           "after the practice was last open. They were kept. If the date is "
                           "right, give --date-is-right.",
                           n_held),
                 n_held, today);

  return TRUE;
}

gboolean
cab_cli_backup_make (CabCli *cli, GError **error)
{
  const char *folder = cab_cli_get_option (cli, "to");
  CabPractice *practice = cab_cli_get_practice (cli);
  CabVault *vault = cab_practice_get_vault (practice);
  CabCopyWatch watch = cab_cli_watch_make (cli);
  g_autofree char *path = NULL;

  if (!cab_backup_make (vault, folder, &watch, &path, cab_cli_get_cancellable (cli), error))
    return FALSE;

  cab_cli_print_path (cli, path);

  return cab_cli_has_option (cli, "keep-all") || rotate (cli, practice, error);
}

/* What @path holds; it is closed again at once, without a trace. */
static CabContents *
take_backup (CabCli *cli, const char *path, GError **error)
{
  g_autoptr (CabPractice) practice = NULL;
  CabVault *backup = cab_cli_open_vault (cli, path, CAB_VAULT_OPEN_READ_ONLY, NULL, error);

  if (backup == NULL)
    return NULL;

  practice = cab_practice_new_take (backup);
  return cab_contents_take (practice, cab_cli_get_cancellable (cli), error);
}

static gboolean
add_differences (CabCliTable *table,
                 const CabComparison *comparison,
                 CabDifferenceType type,
                 GError **error)
{
  const GArray *differences = comparison->differences[type];

  for (guint i = 0; i < differences->len; i++)
    {
      const CabDifference *difference = &g_array_index (differences, CabDifference, i);

      cab_cli_table_add_cell (table, cab_difference_codes.codes[type].code);
      cab_cli_table_add_cell (table, difference->kind->name);
      cab_cli_table_add_cell (table, difference->id);
      cab_cli_table_add_cell (table, *difference->client_id != '\0' ? difference->client_id : NULL);
      if (!cab_cli_table_end_row (table, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
cab_cli_backup_compare (CabCli *cli, GError **error)
{
  g_autoptr (CabContents) backup = NULL;
  g_autoptr (CabContents) now = NULL;
  g_autoptr (CabComparison) comparison = NULL;
  g_autoptr (CabCliTable) table = NULL;
  CabCliFormat format;

  if (!cab_cli_table_get_format (cli, &format, error))
    return FALSE;

  now = cab_contents_take (cab_cli_get_practice (cli), cab_cli_get_cancellable (cli), error);
  backup = now == NULL ? NULL : take_backup (cli, cab_cli_get_word (cli, 0), error);
  comparison = backup == NULL ? NULL : cab_compare (backup, now, error);
  if (comparison == NULL)
    return FALSE;

  if (comparison->n_erased > 0)
    cab_cli_say (cli,
                 ngettext ("%u record of the backup was erased since, on %s.",
                           "%u records of the backup were erased since, the last on %s.",
                           comparison->n_erased),
                 comparison->n_erased, comparison->erased_on);
  if (cab_comparison_is_same (comparison) && format == CAB_CLI_FORMAT_TABLE)
    {
      cab_cli_say (cli, _ ("Nothing differs."));
      return TRUE;
    }

  table = cab_cli_table_new (cli, format, "differences", "difference");
  cab_cli_table_add_column (table, "difference", _ ("Difference"), FALSE);
  cab_cli_table_add_column (table, "kind", _ ("Kind"), FALSE);
  cab_cli_table_add_id_column (table, "id", _ ("Id"));
  cab_cli_table_add_id_column (table, "client_id", _ ("Client"));
  for (guint i = 0; i < CAB_N_DIFFERENCE_TYPES; i++)
    {
      if (!add_differences (table, comparison, i, error))
        return FALSE;
    }

  return cab_cli_table_finish (table, error);
}

static CabCopySet *
gather_from_backup (CabCli *cli, const CabKind *kind, GError **error)
{
  g_autoptr (CabPractice) practice = NULL;
  g_autoptr (CabRecord) record = NULL;
  CabVault *backup = cab_cli_open_vault (cli, cab_cli_get_option (cli, "from"),
                                         CAB_VAULT_OPEN_READ_ONLY, NULL, error);

  if (backup == NULL)
    return NULL;

  practice = cab_practice_new_take (backup);
  record = cab_find (practice, kind, NULL, cab_cli_get_word (cli, 1), error);
  return record == NULL ? NULL
                        : cab_copy_gather (practice, kind, cab_record_get_id (record), error);
}

/* What stayed as it is, in sentences of its own. */
static void
say_what_stayed (CabCli *cli, const guint *counts, gboolean takes_backup)
{
  guint n_kept = counts[CAB_COPY_SEALED] + (takes_backup ? 0 : counts[CAB_COPY_CONFLICT]);

  if (n_kept > 0)
    cab_cli_say (cli,
                 ngettext ("%u record differs and was kept as it is here.",
                           "%u records differ and were kept as they are here.", n_kept),
                 n_kept);
  if (counts[CAB_COPY_TRASHED] > 0)
    cab_cli_say (cli,
                 ngettext ("%u record lies in the trash. Take it back from there.",
                           "%u records lie in the trash. Take them back from there.",
                           counts[CAB_COPY_TRASHED]),
                 counts[CAB_COPY_TRASHED]);
  if (counts[CAB_COPY_ERASED] > 0)
    cab_cli_say (cli,
                 ngettext ("%u record was erased and stays erased.",
                           "%u records were erased and stay erased.", counts[CAB_COPY_ERASED]),
                 counts[CAB_COPY_ERASED]);
}

gboolean
cab_cli_backup_copy (CabCli *cli, GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  const CabKind *kind = cab_kind_find (cab_cli_get_word (cli, 0));
  gboolean takes_backup = cab_cli_has_option (cli, "take-backup");
  guint counts[CAB_N_COPY_STATES];
  g_autoptr (CabCopySet) set = NULL;
  guint n = 0;

  if (kind == NULL || kind->without_system_fields)
    return cab_cli_set_usage_error (error, _ ("There is no kind of record “%s”."),
                                    cab_cli_get_word (cli, 0));

  set = gather_from_backup (cli, kind, error);
  if (set == NULL || !cab_copy_preview (practice, set, counts, NULL, error)
      || !cab_copy_run (practice, set, takes_backup, &n, error))
    return FALSE;

  cab_cli_say (cli,
               ngettext ("%u record was copied from the backup.",
                         "%u records were copied from the backup.", n),
               n);
  say_what_stayed (cli, counts, takes_backup);
  return TRUE;
}

gboolean
cab_cli_backup_verify (CabCli *cli, GError **error)
{
  CabCopyWatch watch = cab_cli_watch_make (cli);
  g_auto (CabVaultReport) report = { 0 };
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CabVault) backup
      = cab_cli_open_vault (cli, cab_cli_get_word (cli, 0), CAB_VAULT_OPEN_READ_ONLY, NULL, error);

  cab_vault_report_init (&report);
  if (backup == NULL)
    return FALSE;

  if (cab_backup_verify (backup, &watch, &report, cab_cli_get_cancellable (cli), &local_error))
    return cab_cli_watch_print_report (cli, &report, error);

  /* Its sentence is about a copy that is being made. */
  if (g_error_matches (local_error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_VERIFY))
    g_set_error_literal (error, CAB_CLI_ERROR, CAB_CLI_ERROR_FAULTS,
                         _ ("This backup is damaged. Use another one."));
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
cab_cli_backup_restore (CabCli *cli, GError **error)
{
  const char *backup = cab_cli_get_word (cli, 0);
  const char *destination = cab_cli_get_option (cli, "to");
  CabCopyWatch watch = cab_cli_watch_make (cli);
  g_autoptr (CabSecret) secret = cab_cli_open_ask_credential (cli, backup, error);
  g_autofree char *kept = NULL;
  CabCredential credential;

  if (secret == NULL)
    return FALSE;

  credential = cab_cli_open_make_credential (cli, secret);
  if (!cab_backup_restore (backup, &credential, destination, cab_cli_get_settings (cli), &watch,
                           &kept, cab_cli_get_cancellable (cli), error))
    return FALSE;

  if (kept != NULL)
    cab_cli_say (cli, _ ("The backup is in “%s” now. What was there before is kept as “%s”."),
                 destination, kept);
  else
    cab_cli_say (cli,
                 _ ("The backup is in “%s” now. People erased after it was made may be in it: "
                    "check the erasure certificates."),
                 destination);
  return TRUE;
}

/* The secret of a backup's day: the one that opened the practice, or another
 * one for backups from before a change of passphrase. */
typedef struct
{
  CabSecret *current;
  CabSecret *old; /* NULL when none was given */
} Secrets;

static gboolean
scrub_with (CabCli *cli,
            CabVault *vault,
            const char *path,
            CabSecret *secret,
            gboolean *is_changed,
            GError **error)
{
  CabCopyWatch watch = cab_cli_watch_make (cli);
  CabCredential credential = cab_cli_open_make_credential (cli, secret);

  return cab_backup_scrub (vault, path, &credential, &watch, is_changed,
                           cab_cli_get_cancellable (cli), error);
}

static gboolean
scrub_one (CabCli *cli, CabVault *vault, const char *path, const Secrets *secrets, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean is_changed = FALSE;
  gboolean done = scrub_with (cli, vault, path, secrets->current, &is_changed, &local_error);

  if (!done && secrets->old != NULL
      && g_error_matches (local_error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY))
    {
      g_clear_error (&local_error);
      done = scrub_with (cli, vault, path, secrets->old, &is_changed, &local_error);
    }

  if (!done)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  cab_cli_print (cli, is_changed ? "scrubbed " : "unchanged ");
  cab_cli_print_path (cli, path);
  return TRUE;
}

/* Every backup that can be reached; the others are named. */
static gboolean
scrub_all (CabCli *cli, CabVault *vault, const Secrets *secrets, GError **error)
{
  g_autoptr (GPtrArray) backups = cab_backup_list (vault, error);

  if (backups == NULL)
    return FALSE;

  for (guint i = 0; i < backups->len; i++)
    {
      const CabBackupEntry *entry = g_ptr_array_index (backups, i);

      if (g_str_equal (entry->state, "missing"))
        cab_cli_say (cli, _ ("“%s” is not connected, and still holds what was erased."),
                     entry->path);
      else if (!g_str_equal (entry->state, "deleted")
               && !scrub_one (cli, vault, entry->path, secrets, error))
        {
          g_prefix_error (error, "%s: ", entry->path);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
scrub (CabCli *cli, CabVault *vault, const Secrets *secrets, GError **error)
{
  if (cab_cli_get_word (cli, 0) == NULL)
    return scrub_all (cli, vault, secrets, error);

  for (guint i = 0; cab_cli_get_word (cli, i) != NULL; i++)
    {
      if (!scrub_one (cli, vault, cab_cli_get_word (cli, i), secrets, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
cab_cli_backup_scrub (CabCli *cli, GError **error)
{
  const char *path = cab_cli_open_get_path (cli, error);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CabSecret) current = NULL;
  g_autoptr (CabSecret) old = NULL;
  g_autoptr (CabPractice) practice = NULL;
  CabVault *vault;
  Secrets secrets;

  if (path == NULL)
    return FALSE;

  vault = cab_cli_open_vault (cli, path, CAB_VAULT_OPEN_NORMAL, &current, error);
  if (vault == NULL)
    return FALSE;

  practice = cab_practice_new_take (vault);
  if (!cab_vault_is_writable (vault))
    {
      cab_vault_error_set (error, CAB_VAULT_ERROR_READ_ONLY);
      return FALSE;
    }

  old = cab_cli_open_ask_from (cli, "old-passphrase", &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  secrets = (Secrets){ current, old };
  return scrub (cli, vault, &secrets, error) && cab_vault_close (vault, error);
}
