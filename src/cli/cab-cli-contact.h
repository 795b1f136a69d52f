/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli.h"

G_BEGIN_DECLS

/*
 * The verbs of contacts that are not common ones. A contact is a person or an
 * organisation by itself; what it is to a client is a second record, the link.
 * CONTACT is either of them.
 */

gboolean cab_cli_contact_list (CabCli *cli, GError **error);
gboolean cab_cli_contact_add (CabCli *cli, GError **error);

G_END_DECLS
