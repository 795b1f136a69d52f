/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli.h"

#include <glib/gi18n.h>
#include <libintl.h>
#include <locale.h>

#include "cab-cli-error.h"
#include "cab-cli-help.h"
#include "cab-cli-open.h"
#include "cab-cli-private.h"
#include "cab-cli-signals.h"
#include "cab-harden.h"
#include "cab-snapshot.h"
#include "cab-vault-error.h"

/* Tests of whole runs need the same time and the same ids each time. Both can
 * be set from outside in a build that allows the tests' key profile, and in no
 * other:
 *   CABINET_TEST_CLOCK=2026-03-02T09:00:00Z   the clock stands there
 *   CABINET_TEST_ZONE=Europe/London           in that zone, UTC if it is missing
 *   CABINET_TEST_IDS=7                        ids are counted, under that seed
 *   CABINET_TEST_KDF=1                        a new practice gets the tests' profile */
const char *
cab_cli_get_test_setting (const char *name)
{
  return CAB_TEST_PROFILE ? g_getenv (name) : NULL;
}

static CabClock *
make_clock (void)
{
  const char *instant = cab_cli_get_test_setting ("CABINET_TEST_CLOCK");
  const char *zone = cab_cli_get_test_setting ("CABINET_TEST_ZONE");
  gint64 wall_ms = 0;

  if (instant != NULL && cab_clock_parse_instant (instant, &wall_ms))
    return cab_clock_new_fixed (wall_ms, zone != NULL ? zone : "UTC");

  return cab_clock_new_real ();
}

static CabIds *
make_ids (void)
{
  const char *seed = cab_cli_get_test_setting ("CABINET_TEST_IDS");

  if (seed != NULL)
    return cab_ids_new_counted (g_ascii_strtoull (seed, NULL, 10));

  return cab_ids_new_random ();
}

static CabCli *
make_run (void)
{
  CabCli *self = g_new0 (CabCli, 1);

  self->cancellable = cab_cli_signals_start ();
  self->args = cab_cli_args_new ();
  self->settings.clock = make_clock ();
  self->settings.ids = make_ids ();
  cab_cli_output_start (self);

  return self;
}

static void
free_run (CabCli *self)
{
  g_clear_object (&self->practice);
  g_clear_object (&self->output);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->output_error);
  cab_clock_unref (self->settings.clock);
  cab_ids_unref (self->settings.ids);
  cab_cli_args_free (self->args);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabCli, free_run)

static gboolean
is_read_only (CabCli *self)
{
  return cab_cli_has_option (self, "read-only") || cab_cli_has_option (self, "snapshot");
}

static gboolean
open_practice (CabCli *self, CabCliFile file, GError **error)
{
  const char *path = cab_cli_open_get_path (self, error);
  CabVault *vault;

  if (path == NULL)
    return FALSE;

  if (file == CAB_CLI_FILE_WRITES && is_read_only (self))
    {
      cab_vault_error_set (error, CAB_VAULT_ERROR_READ_ONLY);
      return FALSE;
    }

  vault = cab_cli_open_vault (self, path, CAB_VAULT_OPEN_NORMAL, NULL, error);
  if (vault == NULL)
    return FALSE;

  if (cab_vault_is_clock_back (vault))
    cab_cli_say (self, _ ("The computer's clock went back. Check it before you write."));

  if (cab_cli_has_option (self, "recovery"))
    cab_cli_say (self, _ ("Opened with the recovery code. Set a new passphrase: “passphrase "
                          "change” with --recovery."));

  self->practice = cab_practice_new_take (vault);
  if (file == CAB_CLI_FILE_WRITES && !cab_practice_is_writable (self->practice))
    {
      cab_vault_error_set (error, CAB_VAULT_ERROR_READ_ONLY);
      return FALSE;
    }

  return TRUE;
}

/* Closes the practice also after a failure, which then is the one reported. */
static gboolean
close_practice (CabCli *self, gboolean succeeded, GError **error)
{
  gboolean was_closed;

  if (self->practice == NULL)
    return succeeded;

  was_closed = cab_vault_close (cab_practice_get_vault (self->practice), succeeded ? error : NULL);
  g_clear_object (&self->practice);

  return succeeded && was_closed;
}

static gboolean
run_command (CabCli *self, GError **error)
{
  const CabCliCommand *command = cab_cli_args_get_command (self->args);
  gboolean succeeded = TRUE;

  if (command->makes_file && is_read_only (self))
    return cab_cli_set_usage_error (
        error, _ ("“%s %s” writes a file: leave out --%s."), command->noun, command->verb,
        cab_cli_has_option (self, "read-only") ? "read-only" : "snapshot");

  /* What a killed run of this or another program left in the runtime folder. */
  cab_snapshot_sweep (&self->settings);

  if (command->file == CAB_CLI_FILE_READS || command->file == CAB_CLI_FILE_WRITES)
    succeeded = open_practice (self, command->file, error);
  if (succeeded)
    succeeded = command->run (self, error);

  return close_practice (self, succeeded, error);
}

static gboolean
run_line (CabCli *self, int argc, char **argv, GError **error)
{
  g_autofree char *text = NULL;

  if (!cab_cli_args_parse (self->args, argc, argv, error))
    return FALSE;

  if (cab_cli_args_has (self->args, "version"))
    text = g_strdup ("cabinet-cli " CAB_VERSION "\n");
  else if (cab_cli_args_has (self->args, "manual"))
    text = cab_cli_manual_dup ();
  else if (cab_cli_args_has (self->args, "completion"))
    text = cab_cli_completion_dup ();
  else if (cab_cli_args_has (self->args, "help"))
    text = cab_cli_help_dup (cab_cli_args_get_noun (self->args),
                             cab_cli_args_get_command (self->args));

  if (text == NULL)
    return run_command (self, error);

  cab_cli_print (self, text);
  return TRUE;
}

int
cab_cli_main (int argc, char **argv)
{
  g_autoptr (CabCli) self = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) output_error = NULL;
  int status = 0;

  setlocale (LC_ALL, "");
  textdomain (GETTEXT_PACKAGE);

  self = make_run ();
  if (!run_line (self, argc, argv, &error))
    status = cab_cli_error_get_status (error);

  if (!cab_cli_output_finish (self, &output_error))
    {
      status = MAX (status, 1);
      /* Whoever reads has enough: "client list | head". */
      if (!g_error_matches (self->output_error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
        cab_cli_output_report (self, output_error);
    }
  if (error != NULL)
    cab_cli_output_report (self, error);

  cab_harden_scrub_thread ();
  return status;
}

const CabCliArgs *
cab_cli_get_args (CabCli *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->args;
}

const CabCliCommand *
cab_cli_get_command (CabCli *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return cab_cli_args_get_command (self->args);
}

CabPractice *
cab_cli_get_practice (CabCli *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->practice;
}

GCancellable *
cab_cli_get_cancellable (CabCli *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cancellable;
}

const char *
cab_cli_get_word (CabCli *self, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);

  return cab_cli_args_get_word (self->args, position);
}

const char *
cab_cli_get_option (CabCli *self, const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  return cab_cli_args_get (self->args, name);
}

gboolean
cab_cli_has_option (CabCli *self, const char *name)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return cab_cli_args_has (self->args, name);
}

const CabVaultSettings *
cab_cli_get_settings (CabCli *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->settings;
}

GOutputStream *
cab_cli_get_output (CabCli *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->output;
}

gboolean
cab_cli_set_usage_error (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error_literal (error, CAB_CLI_ERROR, CAB_CLI_ERROR_USAGE, message);
  return FALSE;
}
