/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-new-acts.h"

#include "cab-client-page.h"
#include "cab-go-to-dialog.h"
#include "cab-note-editor.h"
#include "cab-window-private.h"

static void
begin_note (CabWindow *self, const char *client_id)
{
  cab_note_editor_open (GTK_WIDGET (cab_window_get_view (self)), cab_window_get_practice (self),
                        &cab_note_kind, client_id, NULL);
}

/* Whose page is in front, beside the list or above another page. */
static CabClientPage *
find_client_page (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      CabClientPage *found;

      if (!gtk_widget_get_child_visible (child))
        continue;
      found = CAB_IS_CLIENT_PAGE (child) ? CAB_CLIENT_PAGE (child) : find_client_page (child);
      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The dialog goes first, for it gives the focus back to what had it. */
static void
on_chosen_cb (CabWindow *self, const char *id, const char *name, AdwDialog *dialog)
{
  g_autofree char *kept = g_strdup (id);

  adw_dialog_close (dialog);
  begin_note (self, kept);
}

void
cab_new_note (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabWindow *self = CAB_WINDOW (widget);
  CabClientPage *page = find_client_page (GTK_WIDGET (cab_window_get_view (self)));
  AdwDialog *dialog;

  if (page != NULL)
    {
      begin_note (self, cab_client_page_get_client_id (page));
      return;
    }

  dialog = cab_go_to_dialog_new_chooser (cab_window_get_practice (self));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}
