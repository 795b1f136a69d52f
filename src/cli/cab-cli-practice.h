/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli.h"

G_BEGIN_DECLS

gboolean cab_cli_practice_create (CabCli *cli, GError **error);
gboolean cab_cli_practice_info (CabCli *cli, GError **error);
gboolean cab_cli_practice_show (CabCli *cli, GError **error);
gboolean cab_cli_practice_set (CabCli *cli, GError **error);
gboolean cab_cli_practice_fill_basis (CabCli *cli, GError **error);

G_END_DECLS
