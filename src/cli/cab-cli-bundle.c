/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-bundle.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cab-bag-verify.h"
#include "cab-bundle.h"
#include "cab-cli-ask.h"
#include "cab-cli-error.h"
#include "cab-cli-open.h"
#include "cab-cli-record.h"
#include "cab-cli-show.h"
#include "cab-cli-text.h"
#include "cab-client.h"
#include "cab-export-error.h"
#include "cab-pdf.h"
#include "cab-words.h"

/* How a bundle is protected; at most one is given. */
static const char *const protections[]
    = { "encrypt-passphrase-file", "generate-passphrase-to", "plain", NULL };

static CabBundleScope *
make_scope (CabCli *cli, GError **error)
{
  CabBundleProfile profile;
  CabBundleScope *scope;

  if (!cab_bundle_profile_find (cab_cli_get_option (cli, "profile"), &profile))
    {
      cab_cli_set_usage_error (error, _ ("--profile takes one of access, portability, transfer, "
                                         "practice and disclosures."));
      return NULL;
    }

  scope = cab_bundle_scope_new (profile);
  cab_bundle_scope_set_drawing (scope, cab_render_get_drawing ());

  return scope;
}

/* CLIENT is needed for every profile but that of the whole practice. */
static gboolean
read_client (CabCli *cli, CabBundleScope *scope, GError **error)
{
  gboolean is_whole = cab_bundle_scope_get_profile (scope) == CAB_BUNDLE_PROFILE_PRACTICE;
  gboolean has_client = cab_cli_get_word (cli, 0) != NULL;
  g_autoptr (CabRecord) client = NULL;

  if (is_whole && has_client)
    return cab_cli_set_usage_error (error, _ ("The practice profile is about everyone: give no "
                                              "client."));
  if (is_whole)
    return TRUE;
  if (!has_client)
    return cab_cli_set_usage_error (error, _ ("CLIENT is missing: whom is the bundle about?"));

  client = cab_cli_record_find (cli, &cab_client_kind, 0, error);
  if (client == NULL)
    return FALSE;

  cab_bundle_scope_set_client_id (scope, cab_record_get_id (client));
  return TRUE;
}

/* "RECORD=GROUND", where RECORD may be a beginning of an id of any kind. */
static gboolean
add_withhold (CabCli *cli, CabBundleScope *scope, const char *given, GError **error)
{
  const char *equals = strchr (given, '=');
  g_autofree char *name = NULL;
  g_autoptr (CabRecord) record = NULL;

  if (equals == NULL || equals == given || equals[1] == '\0')
    return cab_cli_set_usage_error (error, _ ("--withhold takes RECORD=GROUND."));

  name = g_strndup (given, (gsize)(equals - given));
  record = cab_cli_record_find_id (cli, name, error);
  return record != NULL
         && cab_bundle_scope_add_withhold (scope, cab_record_get_id (record), equals + 1, error);
}

static gboolean
read_withheld (CabCli *cli, CabBundleScope *scope, GError **error)
{
  const CabCliArgs *args = cab_cli_get_args (cli);

  for (guint i = 0; i < cab_cli_args_get_n_options (args); i++)
    {
      const char *value = NULL;
      const char *name = cab_cli_args_get_option (args, i, &value);

      if (strcmp (name, "withhold") == 0 && !add_withhold (cli, scope, value, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_process_notes (CabCli *cli, CabBundleScope *scope, GError **error)
{
  const char *choice = cab_cli_get_option (cli, "process-notes");

  if (choice == NULL)
    return TRUE;

  if (strcmp (choice, "yes") == 0)
    cab_bundle_scope_set_process_notes (scope, CAB_BUNDLE_YES);
  else if (strcmp (choice, "no") == 0)
    cab_bundle_scope_set_process_notes (scope, CAB_BUNDLE_NO);
  else
    return cab_cli_set_usage_error (error, _ ("--process-notes takes “yes” or “no”."));

  return TRUE;
}

static gboolean
read_scope (CabCli *cli, CabBundleScope *scope, GError **error)
{
  const char *kinds = cab_cli_get_option (cli, "kinds");

  if (!read_client (cli, scope, error) || !read_withheld (cli, scope, error)
      || !read_process_notes (cli, scope, error))
    return FALSE;

  cab_bundle_scope_set_recipient (scope, cab_cli_get_option (cli, "recipient"));
  return (kinds == NULL || cab_bundle_scope_set_kinds (scope, kinds, error))
         && cab_bundle_scope_set_period (scope, cab_cli_get_option (cli, "since"),
                                         cab_cli_get_option (cli, "until"), error)
         && cab_bundle_scope_set_ground (scope, cab_cli_get_option (cli, "ground"), error)
         && cab_bundle_scope_set_channel (scope, cab_cli_get_option (cli, "channel"), error);
}

static gboolean
check_protection (CabCli *cli, GError **error)
{
  guint n_given = 0;

  for (guint i = 0; protections[i] != NULL; i++)
    n_given += cab_cli_has_option (cli, protections[i]) ? 1 : 0;

  if (n_given > 1)
    return cab_cli_set_usage_error (error, _ ("Give one of --encrypt-passphrase-file, "
                                              "--generate-passphrase-to and --plain."));
  if (cab_cli_has_option (cli, "plain") != cab_cli_has_option (cli, "asked-by"))
    return cab_cli_set_usage_error (
        error, _ ("--plain and --asked-by go together: who asked for no encryption?"));
  if (cab_cli_has_option (cli, "folder") && !cab_cli_has_option (cli, "plain"))
    return cab_cli_set_usage_error (
        error, _ ("A folder cannot be encrypted: --folder needs --plain and --asked-by."));

  return TRUE;
}

/* The generated passphrase goes into a file that nobody else can read. */
static gboolean
keep_passphrase (const char *path, CabSecret *passphrase, GError **error)
{
  g_autofd int descriptor = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  gsize length = cab_secret_get_length (passphrase);
  gboolean was_written;

  if (descriptor < 0)
    {
      g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_OUTPUT, _ ("“%s” can't be made: %s."), path,
                   g_strerror (errno));
      return FALSE;
    }

  was_written = write (descriptor, cab_secret_open (passphrase), length) == (gssize)length
                && write (descriptor, "\n", 1) == 1 && fsync (descriptor) == 0;
  cab_secret_close (passphrase);
  if (was_written)
    return TRUE;

  g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_OUTPUT, _ ("“%s” can't be written: %s."), path,
               g_strerror (errno));
  g_unlink (path);
  return FALSE;
}

/* Sets how the bundle is protected. @generated: (out): the passphrase that a
 * person has to be told. */
static gboolean
protect (CabCli *cli, CabBundleScope *scope, CabSecret **generated, GError **error)
{
  const char *own = cab_cli_get_option (cli, "encrypt-passphrase-file");
  const char *kept = cab_cli_get_option (cli, "generate-passphrase-to");
  g_autoptr (CabSecret) passphrase = NULL;

  if (cab_cli_has_option (cli, "plain"))
    {
      cab_bundle_scope_set_plain (scope, cab_cli_get_option (cli, "asked-by"));
      return TRUE;
    }

  if (own != NULL)
    {
      passphrase = cab_cli_ask_read_secret_file (own, cab_cli_get_cancellable (cli), error);
      if (passphrase != NULL)
        cab_bundle_scope_set_passphrase (scope, passphrase, FALSE);
      return passphrase != NULL;
    }

  passphrase = cab_words_new_passphrase (cab_cli_get_settings (cli)->ids, CAB_WORDS_BUNDLE);
  cab_bundle_scope_set_passphrase (scope, passphrase, TRUE);
  if (kept != NULL)
    return keep_passphrase (kept, passphrase, error);

  if (!cab_cli_ask_has_terminal (NULL))
    return cab_cli_set_usage_error (
        error, _ ("There is no terminal to show a passphrase on: give --generate-passphrase-to, "
                  "--encrypt-passphrase-file or --plain."));

  *generated = g_steal_pointer (&passphrase);
  return TRUE;
}

static gboolean
set_target (CabCli *cli, CabBundleScope *scope, GError **error)
{
  const char *path = cab_cli_get_option (cli, "to");
  gboolean replaces = g_file_test (path, G_FILE_TEST_IS_REGULAR);

  if (replaces
      && !cab_cli_confirm (cli, _ ("There is a file of that name. Replace it? Type “yes”:"), error))
    return FALSE;

  cab_bundle_scope_set_target (scope, path, cab_cli_has_option (cli, "folder"), replaces);
  return TRUE;
}

static gboolean
report_result (CabCli *cli, const CabBundleResult *result, CabSecret *generated, GError **error)
{
  cab_cli_print_path (cli, result->path);
  cab_cli_say (cli, _ ("In it: %s."), result->counts);

  if (generated != NULL
      && !cab_cli_ask_show_secret (_ ("The passphrase, shown this once: "), generated, error))
    return FALSE;
  if (generated != NULL || cab_cli_has_option (cli, "generate-passphrase-to"))
    cab_cli_say (cli, _ ("Tell the passphrase by phone or in person, never in the same mail. The "
                         "names and sizes of the files can be seen without it."));

  return TRUE;
}

gboolean
cab_cli_bundle_export (CabCli *cli, GError **error)
{
  const char *kept = cab_cli_get_option (cli, "generate-passphrase-to");
  g_autoptr (CabBundleScope) scope = NULL;
  g_autoptr (CabSecret) generated = NULL;
  g_autoptr (CabBundleResult) result = NULL;

  if (!check_protection (cli, error))
    return FALSE;

  scope = make_scope (cli, error);
  if (scope == NULL || !read_scope (cli, scope, error) || !set_target (cli, scope, error)
      || !protect (cli, scope, &generated, error))
    return FALSE;

  result = cab_bundle_export (cab_cli_get_practice (cli), scope, cab_cli_progress, cli,
                              cab_cli_get_cancellable (cli), error);
  if (result == NULL)
    {
      /* A passphrase to nothing is not left behind. */
      if (kept != NULL)
        g_unlink (kept);
      return FALSE;
    }

  return report_result (cli, result, generated, error);
}

CabBundleSource *
cab_cli_bundle_open (CabCli *cli, const char *path, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CabSecret) passphrase = cab_cli_open_ask_from (cli, "bundle-passphrase", &local_error);
  CabBundleSource *source;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  source = cab_bundle_source_open (path, passphrase, &local_error);
  if (source != NULL)
    return source;

  if (passphrase != NULL
      || !g_error_matches (local_error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_ZIP_NO_PASSPHRASE)
      || !cab_cli_ask_has_terminal (NULL))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  passphrase
      = cab_cli_ask_secret (_ ("Passphrase of the bundle: "), cab_cli_get_cancellable (cli), error);
  return passphrase != NULL ? cab_bundle_source_open (path, passphrase, error) : NULL;
}

static gboolean
print_faults (CabCli *cli, GPtrArray *faults, GError **error)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const GError *fault = g_ptr_array_index (faults, i);
      g_autofree char *escaped = cab_cli_text_escape (fault->message, CAB_CLI_LINES_ESCAPED);

      cab_cli_printf (cli, "%s: %s\n", cab_cli_error_get_name (fault), escaped);
    }

  if (faults->len == 0)
    {
      cab_cli_print (cli, "valid\n");
      return TRUE;
    }

  g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_FAULTS,
               ngettext ("%u fault was found.", "%u faults were found.", faults->len), faults->len);
  return FALSE;
}

static gboolean
verify (CabCli *cli, CabBagRules rules, GError **error)
{
  g_autoptr (CabBundleSource) source = cab_cli_bundle_open (cli, cab_cli_get_word (cli, 0), error);
  g_autoptr (CabBagReport) report = NULL;

  if (source == NULL)
    return FALSE;

  report = cab_bag_verify (source, rules, NULL, NULL, cab_cli_progress, cli,
                           cab_cli_get_cancellable (cli), error);
  return report != NULL && print_faults (cli, report->faults, error);
}

gboolean
cab_cli_bundle_verify (CabCli *cli, GError **error)
{
  return verify (cli, CAB_BAG_RULES_CABINET, error);
}

gboolean
cab_cli_bag_verify (CabCli *cli, GError **error)
{
  return verify (cli, CAB_BAG_RULES_RFC, error);
}
