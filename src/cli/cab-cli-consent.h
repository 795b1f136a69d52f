/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli.h"

G_BEGIN_DECLS

gboolean cab_cli_policy_print (CabCli *cli, GError **error);
gboolean cab_cli_policy_revise (CabCli *cli, GError **error);
gboolean cab_cli_policy_publish (CabCli *cli, GError **error);
gboolean cab_cli_consent_list (CabCli *cli, GError **error);
gboolean cab_cli_consent_show (CabCli *cli, GError **error);
gboolean cab_cli_consent_grant (CabCli *cli, GError **error);
gboolean cab_cli_consent_refuse (CabCli *cli, GError **error);
gboolean cab_cli_consent_withdraw (CabCli *cli, GError **error);
gboolean cab_cli_consent_renew (CabCli *cli, GError **error);

G_END_DECLS
