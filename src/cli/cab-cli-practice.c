/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-practice.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "cab-basis.h"
#include "cab-bundle.h"
#include "cab-cli-input.h"
#include "cab-cli-open.h"
#include "cab-cli-private.h"
#include "cab-cli-show.h"
#include "cab-cli-table.h"
#include "cab-codes.h"
#include "cab-kdf.h"
#include "cab-recovery-sheet.h"
#include "cab-sample.h"
#include "cab-set-up.h"

/* `--profession CODE`, or @otherwise; -1 with @error set when there is no such code. */
static int
read_code (CabCli *cli, const char *option, const CabCodes *codes, int otherwise, GError **error)
{
  const char *text = cab_cli_get_option (cli, option);
  int code = text != NULL ? cab_codes_find (codes, text) : otherwise;

  if (code < 0)
    cab_cli_set_usage_error (error, _ ("--%s takes one of the codes that --help lists."), option);

  return code;
}

static const char *
get_option_or (CabCli *cli, const char *option, const char *otherwise)
{
  const char *value = cab_cli_get_option (cli, option);

  return value != NULL ? value : otherwise;
}

static gboolean
read_set_up (CabCli *cli, CabSetUp *set_up, GError **error)
{
  int profession
      = read_code (cli, "profession", &cab_profession_codes, CAB_PROFESSION_OTHER, error);
  int jurisdiction;

  if (profession < 0)
    return FALSE;

  jurisdiction
      = read_code (cli, "jurisdiction", &cab_jurisdiction_codes, CAB_JURISDICTION_OTHER, error);
  if (jurisdiction < 0)
    return FALSE;

  *set_up = (CabSetUp){
    .name = get_option_or (cli, "name", _ ("My practice")),
    .clinician = get_option_or (cli, "clinician", _ ("The clinician")),
    .profession = profession,
    .jurisdiction = jurisdiction,
    .zone = get_option_or (cli, "zone", cab_clock_get_zone (cab_cli_get_settings (cli)->clock)),
    .locale = cab_cli_get_option (cli, "locale"),
    .currency = cab_cli_get_option (cli, "currency"),
  };
  return TRUE;
}

static int
get_profile (CabCli *cli)
{
  if (cab_cli_get_test_setting ("CABINET_TEST_KDF") != NULL)
    return CAB_KDF_PROFILE_TEST;

  return cab_cli_has_option (cli, "slow") ? CAB_KDF_PROFILE_SLOW : -1;
}

static gboolean
fill_practice (CabCli *cli, CabVault *vault, const CabSetUp *set_up, GError **error)
{
  g_autoptr (CabPractice) practice = cab_practice_new_take (vault);

  return cab_practice_set_up (practice, set_up, error) && cab_vault_close (vault, error);
}

/* The one passphrase that need not be strong is the one everybody knows [V-6]. */
static CabSecret *
ask_sample_passphrase (CabCli *cli, GError **error)
{
  if (cab_cli_has_option (cli, "passphrase-file") || cab_cli_has_option (cli, "passphrase-fd"))
    return cab_cli_open_ask_new (cli, "passphrase", error);

  cab_cli_say (cli, _ ("The sample practice opens with: %s"), CAB_SAMPLE_PASSPHRASE);
  return cab_secret_new_copy (CAB_SAMPLE_PASSPHRASE, strlen (CAB_SAMPLE_PASSPHRASE));
}

/* What a sample makes up cannot be said as well. */
static gboolean
check_sample_options (CabCli *cli, GError **error)
{
  static const char *const made_up[]
      = { "name", "clinician", "profession", "jurisdiction", "zone", "locale", "currency", NULL };

  for (guint i = 0; made_up[i] != NULL; i++)
    {
      if (cab_cli_has_option (cli, made_up[i]))
        return cab_cli_set_usage_error (error, _ ("--sample makes up what --%s would say."),
                                        made_up[i]);
    }

  return TRUE;
}

static gboolean
check_no_sample_options (CabCli *cli, GError **error)
{
  static const char *const for_samples[] = { "clients", "sessions", "seed", NULL };

  for (guint i = 0; for_samples[i] != NULL; i++)
    {
      if (cab_cli_has_option (cli, for_samples[i]))
        return cab_cli_set_usage_error (error, _ ("--%s is for --sample only."), for_samples[i]);
    }

  return TRUE;
}

static gboolean
create_sample (CabCli *cli, GError **error)
{
  const CabCliArgs *args = cab_cli_get_args (cli);
  g_autoptr (CabSecret) passphrase = NULL;
  CabSampleOptions options;
  gint64 n_clients = 24;
  gint64 n_sessions = 0;
  gint64 seed = 1;

  if (!check_sample_options (cli, error)
      || !cab_cli_args_get_integer (args, "clients", 1, 100000, &n_clients, error)
      || !cab_cli_args_get_integer (args, "sessions", 1, CAB_SAMPLE_MOST_SESSIONS, &n_sessions,
                                    error)
      || !cab_cli_args_get_integer (args, "seed", 0, G_MAXINT64, &seed, error))
    return FALSE;

  passphrase = ask_sample_passphrase (cli, error);
  if (passphrase == NULL)
    return FALSE;

  options = (CabSampleOptions){ .n_clients = (guint)n_clients,
                                .seed = (guint64)seed,
                                .n_sessions = (guint)n_sessions };
  return cab_sample_create (cab_cli_get_word (cli, 0), passphrase, get_profile (cli), &options,
                            cab_cli_get_settings (cli), cab_cli_progress, cli,
                            cab_cli_get_cancellable (cli), error);
}

gboolean
cab_cli_practice_create (CabCli *cli, GError **error)
{
  const char *path = cab_cli_get_word (cli, 0);
  const char *warning = cab_vault_get_place_warning (path);
  g_autoptr (CabSecret) passphrase = NULL;
  CabVault *vault;
  CabSetUp set_up;

  if (cab_cli_has_option (cli, "sample"))
    return create_sample (cli, error);
  if (!check_no_sample_options (cli, error) || !read_set_up (cli, &set_up, error))
    return FALSE;

  passphrase = cab_cli_open_ask_new (cli, "passphrase", error);
  if (passphrase == NULL)
    return FALSE;

  vault = cab_vault_create (path, passphrase, get_profile (cli), cab_cli_get_settings (cli),
                            cab_cli_get_cancellable (cli), error);
  if (vault == NULL)
    return FALSE;

  /* A file without a practice in it is of no use to anyone. */
  if (!fill_practice (cli, vault, &set_up, error))
    {
      g_unlink (path);
      return FALSE;
    }

  if (warning != NULL)
    cab_cli_say (cli, "%s", warning);
  cab_cli_say (cli,
               _ ("The practice is in “%s”. If the passphrase is lost, only the recovery code "
                  "opens it: write that down with “recovery show”."),
               path);
  return TRUE;
}

static void
show_number (CabCli *cli, const char *label, guint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, number);

  cab_cli_show_line (cli, label, text);
}

static gboolean
show_unfinished (CabCli *cli, GError **error)
{
  g_auto (GStrv) instants = cab_bundle_list_unfinished (cab_cli_get_practice (cli), error);

  if (instants == NULL)
    return FALSE;

  for (guint i = 0; instants[i] != NULL; i++)
    cab_cli_show_line (cli, _ ("Unfinished export"), instants[i]);

  return TRUE;
}

static gboolean
show_counts (CabCli *cli, GError **error)
{
  static const char *const kinds[] = { "client", "note", "mood-entry", "attachment", NULL };
  CabFilter outside = { .trashed = 0 };

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const CabKind *kind = cab_kind_find (kinds[i]);
      gint64 count = cab_practice_count (cab_cli_get_practice (cli), kind, &outside, error);

      if (count < 0)
        return FALSE;
      show_number (cli, g_dgettext (GETTEXT_PACKAGE, kind->label_plural), (guint64)count);
    }

  return TRUE;
}

gboolean
cab_cli_practice_info (CabCli *cli, GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  CabVault *vault = cab_practice_get_vault (practice);
  g_autofree char *created = cab_clock_dup_instant (cab_vault_get_created (vault));
  g_autofree char *fingerprint = cab_vault_dup_fingerprint (vault);
  g_autofree char *sheet = cab_recovery_sheet_dup_date (vault);
  g_autofree char *anchor = cab_vault_dup_anchor (vault);

  cab_cli_show_line (cli, _ ("File"), cab_vault_get_path (vault));
  cab_cli_show_line (cli, _ ("Opened"),
                     cab_practice_is_writable (practice) ? _ ("for writing") : _ ("read-only"));
  cab_cli_show_line (cli, _ ("Made"), created);
  show_number (cli, _ ("Key profile"), cab_vault_get_profile (vault));
  cab_cli_show_line (cli, _ ("Key fingerprint"), fingerprint);
  cab_cli_show_line (cli, _ ("Recovery sheet"), sheet != NULL ? sheet : _ ("none proved"));
  show_number (cli, _ ("Changes so far"), cab_vault_get_generation (vault));
  cab_cli_show_line (cli, _ ("Activity log ends at"), anchor);

  if (!cab_secret_is_memory_locked ())
    cab_cli_show_line (cli, _ ("Keys in memory"), _ ("could not be kept out of the swap area"));

  return show_unfinished (cli, error) && show_counts (cli, error);
}

/* (transfer full) (nullable): the clinician whose practice this is. */
static CabRecord *
load_owner (CabPractice *practice, GError **error)
{
  const char *id = cab_practice_get_owner_id (practice);

  return id != NULL ? cab_practice_load (practice, &cab_clinician_kind, id, error) : NULL;
}

static gboolean
show_bases (CabCli *cli, GError **error)
{
  g_autoptr (CabCliTable) table = cab_cli_table_new (cli, CAB_CLI_FORMAT_TABLE, "bases", "basis");

  cab_cli_table_add_column (table, "kind", _ ("New records of"), TRUE);
  cab_cli_table_add_column (table, "basis6", _ ("Legal basis"), TRUE);
  cab_cli_table_add_column (table, "basis9", _ ("For sensitive data"), TRUE);

  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      g_autofree char *name6 = g_strconcat ("basis6.", cab_kinds[i]->name, NULL);
      g_autofree char *name9 = g_strconcat ("basis9.", cab_kinds[i]->name, NULL);
      g_autofree char *basis6 = cab_practice_dup_preference (cab_cli_get_practice (cli), name6);
      g_autofree char *basis9 = cab_practice_dup_preference (cab_cli_get_practice (cli), name9);

      if (basis6 == NULL && basis9 == NULL)
        continue;
      cab_cli_table_add_cell (table, cab_kinds[i]->name);
      cab_cli_table_add_cell (table, basis6);
      cab_cli_table_add_cell (table, basis9);
      if (!cab_cli_table_end_row (table, error))
        return FALSE;
    }

  return cab_cli_table_finish (table, error);
}

gboolean
cab_cli_practice_show (CabCli *cli, GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  CabRecord *settings = cab_practice_get_settings (practice);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CabRecord) owner = load_owner (practice, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (settings != NULL)
    cab_cli_show_record (cli, settings);
  if (owner != NULL)
    {
      cab_cli_print (cli, "\n");
      cab_cli_show_record (cli, owner);
    }

  cab_cli_print (cli, "\n");
  return show_bases (cli, error);
}

/* "basis6.note" and "basis9.note": the basis that new notes get. */
static gboolean
set_basis (CabCli *cli, const char *name, const char *value, GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  const CabKind *kind = cab_kind_find (name + strlen ("basis6."));
  gboolean is_basis6 = g_str_has_prefix (name, "basis6.");
  const CabCodes *codes = is_basis6 ? &cab_basis6_codes : &cab_basis9_codes;
  int code = cab_codes_find (codes, value);
  g_autofree char *other_name = NULL;
  g_autofree char *other = NULL;
  int other_code;

  if (kind == NULL)
    return cab_cli_set_usage_error (error, _ ("There is no kind of record “%s”."),
                                    name + strlen ("basis6."));
  if (code < 0)
    return cab_cli_set_usage_error (error, _ ("There is no legal basis “%s”."), value);

  other_name = g_strconcat (is_basis6 ? "basis9." : "basis6.", kind->name, NULL);
  other = cab_practice_dup_preference (practice, other_name);
  other_code = cab_codes_find (is_basis6 ? &cab_basis9_codes : &cab_basis6_codes, other);

  if (is_basis6)
    return cab_practice_settings_set_basis (practice, kind, code,
                                            other_code < 0 ? CAB_BASIS9_NONE : other_code, error);

  return cab_practice_settings_set_basis (
      practice, kind, other_code < 0 ? CAB_BASIS6_NOT_APPLICABLE : other_code, code, error);
}

/* Of the practice or, by the same verb, of the clinician it belongs to. */
static gboolean
set_field (CabCli *cli, const char *name, const char *value, GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  g_autoptr (CabRecord) record = NULL;
  CabCliFieldOption option;

  if (!cab_cli_command_find_field (cab_cli_get_command (cli), name, &option) || option.is_file)
    return cab_cli_set_usage_error (error, _ ("Neither practice nor clinician has a field “%s”."),
                                    name);

  if (option.kind == &cab_practice_kind)
    record = cab_record_dup (cab_practice_get_settings (practice));
  else
    record = load_owner (practice, error);

  return record != NULL && cab_record_parse (record, option.index, value, error)
         && cab_practice_save (practice, record, error);
}

gboolean
cab_cli_practice_set (CabCli *cli, GError **error)
{
  g_autofree char *name = g_strdelimit (g_strdup (cab_cli_get_word (cli, 0)), "_", '-');
  const char *value = cab_cli_get_word (cli, 1);
  const char *path = cab_cli_get_option (cli, "value-file");
  g_autofree char *text = NULL;

  if ((value == NULL) == (path == NULL))
    return cab_cli_set_usage_error (error, _ ("Give a value, or a file by --value-file."));

  if (path != NULL)
    {
      text = cab_cli_input_read_text (path, cab_cli_get_cancellable (cli), error);
      if (text == NULL)
        return FALSE;
      value = text;
    }

  if (g_str_has_prefix (name, "basis6.") || g_str_has_prefix (name, "basis9."))
    return set_basis (cli, name, value, error);

  return set_field (cli, name, value, error);
}

/* [B-83] */
gboolean
cab_cli_practice_fill_basis (CabCli *cli, GError **error)
{
  const char *name = cab_cli_get_word (cli, 0);
  const CabKind *kind = cab_kind_find (name);
  gint64 n_filled = 0;
  gint64 n_left = 0;

  if (kind == NULL || cab_basis_group_of (kind) == CAB_BASIS_GROUP_NONE)
    return cab_cli_set_usage_error (error, _ ("There is no kind of record “%s”."), name);

  if (!cab_basis_fill_unset (cab_cli_get_practice (cli), kind, &n_filled, &n_left, error))
    return FALSE;

  cab_cli_printf (cli,
                  ngettext ("%u record has a legal basis now\n",
                            "%u records have a legal basis now\n", (gulong)n_filled),
                  (guint)n_filled);
  if (n_left > 0)
    cab_cli_printf (cli,
                    ngettext ("%u left as it is: the client is restricted\n",
                              "%u left as they are: the clients are restricted\n", (gulong)n_left),
                    (guint)n_left);

  return TRUE;
}
