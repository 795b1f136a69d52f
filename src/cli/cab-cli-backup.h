/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli.h"

G_BEGIN_DECLS

gboolean cab_cli_backup_make (CabCli *cli, GError **error);
gboolean cab_cli_backup_list (CabCli *cli, GError **error);
gboolean cab_cli_backup_compare (CabCli *cli, GError **error);
gboolean cab_cli_backup_copy (CabCli *cli, GError **error);
gboolean cab_cli_backup_verify (CabCli *cli, GError **error);
gboolean cab_cli_backup_check (CabCli *cli, GError **error);
gboolean cab_cli_backup_remove (CabCli *cli, GError **error);
gboolean cab_cli_backup_restore (CabCli *cli, GError **error);
gboolean cab_cli_backup_scrub (CabCli *cli, GError **error);

G_END_DECLS
