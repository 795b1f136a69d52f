/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-consent-event.h"

G_BEGIN_DECLS

/**
 * cab_consent_how_fill:
 * @list: an empty list
 * @changed: called with @object when another way is chosen
 * @object: (type GObject): whose callback it is
 *
 * Fills a list with the ways in which consent is given, one of which is chosen, each
 * with an access key: one press, where a drop-down would take a key for each way that
 * is passed [W-64].
 */
void cab_consent_how_fill (GtkListBox *list, GCallback changed, gpointer object);

/** cab_consent_how_get: Returns: the way that is chosen in @list */
CabConsentHow cab_consent_how_get (GtkListBox *list);

G_END_DECLS
