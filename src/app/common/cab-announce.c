/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-announce.h"

/* GTK 4.18's backend for tests has no function for announcements and calls the
 * null pointer; it is chosen by this variable alone. */
static gboolean
can_announce (void)
{
  return g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0;
}

void
cab_announce (GtkWidget *widget, const char *sentence)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (can_announce ())
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), sentence,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
cab_announce_now (GtkWidget *widget, const char *sentence)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (can_announce ())
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), sentence,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}
