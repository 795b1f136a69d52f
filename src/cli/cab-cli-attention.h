/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli.h"

G_BEGIN_DECLS

gboolean cab_cli_attention_list (CabCli *cli, GError **error);

G_END_DECLS
