/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-client.h"

#include <glib/gi18n.h>

#include "cab-cli-record.h"
#include "cab-client.h"

gboolean
cab_cli_client_restrict (CabCli *cli, GError **error)
{
  int ground = cab_codes_find (&cab_restriction_ground_codes, cab_cli_get_option (cli, "ground"));
  g_autoptr (CabRecord) client = NULL;

  if (ground < 0)
    return cab_cli_set_usage_error (error, _ ("--ground takes one of accuracy-contested, unlawful, "
                                              "legal-claims, objection-pending and asked."));

  client = cab_cli_record_find (cli, &cab_client_kind, 0, error);
  return client != NULL
         && cab_client_restrict (cab_cli_get_practice (cli), client, ground,
                                 cab_cli_get_option (cli, "note"), error);
}

gboolean
cab_cli_client_lift (CabCli *cli, GError **error)
{
  g_autoptr (CabRecord) client = cab_cli_record_find (cli, &cab_client_kind, 0, error);

  return client != NULL
         && cab_client_lift_restriction (cab_cli_get_practice (cli), client,
                                         cab_cli_get_option (cli, "reason"),
                                         cab_cli_get_option (cli, "told"), error);
}
