/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli.h"

G_BEGIN_DECLS

/* mood chart CLIENT: a chart of a client who shares moods, as a file [W-90] */
gboolean cab_cli_mood_chart (CabCli *cli, GError **error);

G_END_DECLS
