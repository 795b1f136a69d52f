/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-new-acts.h"

#include "cab-client-page.h"
#include "cab-go-to-dialog.h"
#include "cab-mood-entry-page.h"
#include "cab-note-editor.h"
#include "cab-window-private.h"

/* Begin: what is done for the client @client_id */
typedef void (*Begin) (CabWindow *self, const char *client_id);

static void
begin_note (CabWindow *self, const char *client_id)
{
  cab_note_editor_open (GTK_WIDGET (cab_window_get_view (self)), cab_window_get_practice (self),
                        &cab_note_kind, client_id, NULL);
}

static void
begin_mood_entry (CabWindow *self, const char *client_id)
{
  cab_practice_view_push (cab_window_get_view (self),
                          g_object_new (CAB_TYPE_MOOD_ENTRY_PAGE, "practice",
                                        cab_window_get_practice (self), "client-id", client_id,
                                        NULL));
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
begin_for (CabWindow *self, AdwDialog *dialog, const char *id, Begin begin)
{
  g_autofree char *kept = g_strdup (id);

  adw_dialog_close (dialog);
  begin (self, kept);
}

static void
on_note_chosen_cb (CabWindow *self, const char *id, const char *name, AdwDialog *dialog)
{
  begin_for (self, dialog, id, begin_note);
}

static void
on_mood_entry_chosen_cb (CabWindow *self, const char *id, const char *name, AdwDialog *dialog)
{
  begin_for (self, dialog, id, begin_mood_entry);
}

/* For whoever is in front; where nobody is, @on_chosen is told who is meant. */
static void
begin_or_ask (CabWindow *self, Begin begin, GCallback on_chosen)
{
  CabClientPage *page = find_client_page (GTK_WIDGET (cab_window_get_view (self)));
  AdwDialog *dialog;

  if (page != NULL)
    {
      begin (self, cab_client_page_get_client_id (page));
      return;
    }

  dialog = cab_go_to_dialog_new_chooser (cab_window_get_practice (self));
  g_signal_connect_object (dialog, "chosen", on_chosen, self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
cab_new_by_context (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabPracticeView *view = cab_window_get_view (CAB_WINDOW (widget));
  gboolean is_list = g_strcmp0 (cab_practice_view_get_page (view), "clients") == 0
                     && find_client_page (GTK_WIDGET (view)) == NULL;

  gtk_widget_activate_action (widget, is_list ? "win.new-client" : "win.new-note", NULL);
}

void
cab_new_mood_entry (GtkWidget *widget, const char *action, GVariant *parameter)
{
  begin_or_ask (CAB_WINDOW (widget), begin_mood_entry, G_CALLBACK (on_mood_entry_chosen_cb));
}

void
cab_new_note (GtkWidget *widget, const char *action, GVariant *parameter)
{
  begin_or_ask (CAB_WINDOW (widget), begin_note, G_CALLBACK (on_note_chosen_cb));
}
