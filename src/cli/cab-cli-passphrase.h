/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli.h"

G_BEGIN_DECLS

/*
 * The verbs that handle keys. Each opens the file itself, because it needs the
 * passphrase for more than that.
 */

gboolean cab_cli_passphrase_change (CabCli *cli, GError **error);
gboolean cab_cli_recovery_show (CabCli *cli, GError **error);
gboolean cab_cli_recovery_prove (CabCli *cli, GError **error);
gboolean cab_cli_practice_raw_key (CabCli *cli, GError **error);

G_END_DECLS
