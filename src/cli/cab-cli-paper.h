/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-cli.h"

G_BEGIN_DECLS

/* Writes a PDF file to a stream. */
typedef gboolean (*CabCliPaperFunc) (CabCli *cli,
                                     gpointer data,
                                     GOutputStream *stream,
                                     GError **error);

/*
 * Writes to where the option --to says: a new file that nobody else can read,
 * or standard output. A file that is not whole is not left behind.
 */
gboolean cab_cli_paper_write (CabCli *cli, CabCliPaperFunc func, gpointer data, GError **error);

G_END_DECLS
