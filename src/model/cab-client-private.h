/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-client.h"

G_BEGIN_DECLS

/* The rules of the kind `client` [M-32], kept apart from its table. */
gboolean cab_client_check (CabPractice *practice, CabRecord *record, GError **error);
gboolean cab_client_check_trash (CabPractice *practice, CabRecord *record, GError **error);
gboolean cab_client_before_save (CabPractice *practice, CabRecord *record, GError **error);

G_END_DECLS
