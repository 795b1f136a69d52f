/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-source.h"
#include "cab-cli.h"

G_BEGIN_DECLS

gboolean cab_cli_bundle_export (CabCli *cli, GError **error);
gboolean cab_cli_bundle_verify (CabCli *cli, GError **error);
gboolean cab_cli_bag_verify (CabCli *cli, GError **error);

/**
 * cab_cli_bundle_open:
 * @cli: a run
 * @path: a bundle or a bag: a folder or a ZIP file
 * @error: return location
 *
 * Opens a bundle for reading. For an encrypted one the passphrase comes from
 * `--bundle-passphrase-file`, `--bundle-passphrase-fd`, or the terminal.
 *
 * Errors: as cab_bundle_source_open().
 *
 * Returns: (transfer full): the source
 */
CabBundleSource *
cab_cli_bundle_open (CabCli *cli, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
