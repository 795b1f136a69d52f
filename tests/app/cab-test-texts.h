/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-test-app.h"

G_BEGIN_DECLS

/** cab_test_texts_open: Returns: (transfer none): the page of the texts, in Preferences */
GtkWidget *cab_test_texts_open (CabWindow *window);

/** cab_test_texts_get_dialog: Returns: (transfer none) (nullable): what stands over the window */
AdwDialog *cab_test_texts_get_dialog (CabWindow *window);

/** cab_test_texts_find_row: Returns: (nullable): the row of a text in a group of the page */
GtkWidget *cab_test_texts_find_row (GtkWidget *page, const char *group, const char *title);

/** cab_test_texts_open_row: Returns: (transfer none): the page of @type that the row opened */
GtkWidget *
cab_test_texts_open_row (CabWindow *window, const char *group, const char *title, GType type);

G_END_DECLS
