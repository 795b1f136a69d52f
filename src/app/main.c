/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>

#include "cab-application.h"
#include "cab-harden.h"
#include "cab-settings.h"
#include "cab-vault-error.h"

int
main (int argc, char **argv)
{
  g_autoptr (CabApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  /* [V-161] Before GTK allocates anything. */
  if (!cab_harden_start (&error))
    {
      fprintf (stderr, "cabinet: %s: %s\n", cab_vault_error_get_name (error->code), error->message);
      return 1;
    }

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, cab_settings_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = cab_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
