/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-open-practice.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cab_open_record:
 * @from: a widget of the practice's view
 * @practice: the practice
 * @kind: (nullable): the kind of a record: `client`, `note`, `consent`, …
 * @id: (nullable): the record; %NULL: none of its kind is stored yet
 * @client_id: (nullable): whom it is about
 *
 * Shows a record above the page that it was found on, so that Back returns
 * there: a note in its editor, an addendum under its note, a client on the page,
 * and whatever else on the tab of its client's page.
 *
 * Source: window.md [W-5], [W-58], [W-167].
 */
void cab_open_record (GtkWidget *from,
                      CabOpenPractice *practice,
                      const char *kind,
                      const char *id,
                      const char *client_id);

/**
 * cab_open_consents:
 * @from: a widget in a dialog, which is closed
 * @practice: the practice
 * @client_id: whose consents
 *
 * Leads from an act that was refused to where the consent that it lacks is recorded:
 * with the consents of the person.
 *
 * Source: window.md [W-96].
 */
void cab_open_consents (GtkWidget *from, CabOpenPractice *practice, const char *client_id);

G_END_DECLS
