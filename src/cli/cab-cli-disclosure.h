/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli.h"

G_BEGIN_DECLS

gboolean cab_cli_disclosure_check (CabCli *cli, GError **error);

/* disclosure export [CLIENT]: the register, on paper or as a table [W-98] */
gboolean cab_cli_disclosure_export (CabCli *cli, GError **error);

G_END_DECLS
