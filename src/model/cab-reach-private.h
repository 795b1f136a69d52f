/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/* The forms of what a person is reached by, alike for clients, contacts and the
 * practice [M-32]. Each takes an index among all fields; nothing stated is right. */

/* One `@` with text on each side. */
gboolean cab_reach_check_email (CabRecord *record, guint field, GError **error);

/* Digits, spaces and `+ ( ) - .`, one digit at least. */
gboolean cab_reach_check_phone (CabRecord *record, guint field, GError **error);

/* A country code of ISO 3166. */
gboolean cab_reach_check_country (CabRecord *record, guint field, GError **error);

G_END_DECLS
