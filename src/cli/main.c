/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include <stdio.h>

#include "cab-cli.h"
#include "cab-harden.h"
#include "cab-vault-error.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (!cab_harden_start (&error))
    {
      fprintf (stderr, "cabinet-cli: %s: %s\n", cab_vault_error_get_name (error->code),
               error->message);
      return 1;
    }

  return cab_cli_main (argc, argv);
}
