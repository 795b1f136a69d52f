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

/* [M-11]: the shown name out of its parts; all but the reference may be NULL. */
char *cab_client_join_name (const char *preferred,
                            const char *given,
                            const char *family,
                            const char *reference);

/* Brings the day of the last contact up to date with the notes, in the
 * transaction that wrote them. */
gboolean cab_client_refresh_last_contact (CabPractice *practice,
                                          const char *client_id,
                                          GError **error);

G_END_DECLS
