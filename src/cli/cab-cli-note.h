/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli.h"

G_BEGIN_DECLS

/*
 * The verbs of notes. NOTE is a note or a process note: they are kept apart, and
 * reached in the same way.
 */

gboolean cab_cli_note_list (CabCli *cli, GError **error);
gboolean cab_cli_note_show (CabCli *cli, GError **error);
gboolean cab_cli_note_print (CabCli *cli, GError **error);
gboolean cab_cli_note_add (CabCli *cli, GError **error);
gboolean cab_cli_note_edit (CabCli *cli, GError **error);
gboolean cab_cli_note_sign (CabCli *cli, GError **error);
gboolean cab_cli_note_addendum (CabCli *cli, GError **error);
gboolean cab_cli_note_verify (CabCli *cli, GError **error);

G_END_DECLS
