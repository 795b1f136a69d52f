/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli.h"

G_BEGIN_DECLS

/*
 * Moods and values. Both are the client's: they are shown only through the
 * consent to share them, and can be entered without it [M-95].
 */

gboolean cab_cli_mood_list (CabCli *cli, GError **error);
gboolean cab_cli_mood_show (CabCli *cli, GError **error);
gboolean cab_cli_mood_add (CabCli *cli, GError **error);
gboolean cab_cli_mood_edit (CabCli *cli, GError **error);
gboolean cab_cli_mood_end_track (CabCli *cli, GError **error);
gboolean cab_cli_value_list (CabCli *cli, GError **error);
gboolean cab_cli_value_add (CabCli *cli, GError **error);
gboolean cab_cli_value_headings (CabCli *cli, GError **error);

G_END_DECLS
