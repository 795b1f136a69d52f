/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

#include "cab-open-practice.h"
#include "cab-policy-text.h"

G_BEGIN_DECLS

/**
 * cab_consent_form_print:
 * @widget: a widget of the window that says how it went
 * @practice: an open practice
 * @client_id: for whom
 * @purpose: what is asked for
 *
 * Prints the text in force that asks for a purpose, as a form to be signed.
 *
 * Source: window.md [W-96].
 */
void cab_consent_form_print (GtkWidget *widget,
                             CabOpenPractice *practice,
                             const char *client_id,
                             CabPurpose purpose);

/** cab_consent_form_write: a #CabPrintingFunc; @id: the client's, and the purpose's code behind a
 * space */
gboolean cab_consent_form_write (CabPractice *practice,
                                 const char *id,
                                 GOutputStream *stream,
                                 GError **error);

G_END_DECLS
