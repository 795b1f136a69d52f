/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-window-private.h"

#include <glib/gi18n.h>

#include "cab-forgetting.h"

static GtkApplication *
get_application (CabWindow *self)
{
  return gtk_window_get_application (GTK_WINDOW (self));
}

/* Off the screen, and its pages out of every tree of widgets: what is on none
 * cannot be reached by a key, a pointer or a screen reader. They stay as they
 * are, so that they come back as they were. */
static void
put_aside (CabWindow *self)
{
  GtkWidget *view = adw_bin_get_child (self->practice_bin);

  g_set_weak_pointer (&self->aside_focus, gtk_window_get_focus (GTK_WINDOW (self)));
  cab_window_close_dialogs (self);
  /* What is typed is written when its field loses the focus. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  self->is_aside = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (view == NULL)
    return;

  self->aside = g_object_ref (view);
  adw_bin_set_child (self->practice_bin, NULL);
}

static void
bring_back (CabWindow *self)
{
  g_autoptr (GtkWidget) view = g_steal_pointer (&self->aside);

  if (view != NULL)
    adw_bin_set_child (self->practice_bin, view);
}

/* The window that a client has, of whatever practice; NULL when nobody has one. */
static CabWindow *
find_owner (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (CAB_IS_WINDOW (l->data) && CAB_WINDOW (l->data)->hand_window != NULL)
      return CAB_WINDOW (l->data);

  return NULL;
}

static void
end (CabWindow *owner)
{
  g_autoptr (CabHandWindow) hand_window = g_object_ref (owner->hand_window);

  g_clear_weak_pointer (&owner->hand_window);
  cab_hand_window_flush (hand_window);
  for (GList *l = gtk_application_get_windows (get_application (owner)); l != NULL; l = l->next)
    if (CAB_IS_WINDOW (l->data))
      bring_back (CAB_WINDOW (l->data));
  gtk_window_destroy (GTK_WINDOW (hand_window));
  cab_forgetting_empty_texts ();
}

void
cab_window_show_again (CabWindow *self)
{
  if (!self->is_aside)
    return;

  self->is_aside = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
cab_window_end_hand_over (CabWindow *self)
{
  CabWindow *owner = get_application (self) != NULL ? find_owner (get_application (self)) : NULL;

  if (owner != NULL)
    end (owner);
}

static void
on_given_back_cb (CabWindow *self, gboolean has_given)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (get_application (self)));

  end (self);
  for (GList *l = windows; l != NULL; l = l->next)
    if (CAB_IS_WINDOW (l->data))
      cab_window_show_again (CAB_WINDOW (l->data));
  gtk_window_present (GTK_WINDOW (self));
  if (self->aside_focus != NULL)
    gtk_widget_grab_focus (self->aside_focus);
  g_clear_weak_pointer (&self->aside_focus);
  if (has_given)
    cab_window_toast (self, adw_toast_new (_ ("The answers were kept")));
}

/* What is asked of whom, until the click that asks is over. */
typedef struct
{
  CabWindow *window;
  CabOpenPractice *practice;
  const CabHandForm *form;
  char *client_id;
} Asked;

static void
asked_free (Asked *self)
{
  g_object_unref (self->window);
  g_object_unref (self->practice);
  g_free (self->client_id);
  g_free (self);
}

static gboolean
on_hand_over_cb (gpointer data)
{
  const Asked *asked = data;
  CabWindow *self = asked->window;
  GtkApplication *application = get_application (self);
  g_autoptr (GList) windows = NULL;
  CabHandWindow *hand_window;

  if (self->practice != asked->practice || find_owner (application) != NULL)
    return G_SOURCE_REMOVE;

  windows = g_list_copy (gtk_application_get_windows (application));
  hand_window = cab_hand_window_new (self->practice, asked->form, asked->client_id);
  g_set_weak_pointer (&self->hand_window, hand_window);
  g_signal_connect_object (hand_window, "given-back", G_CALLBACK (on_given_back_cb), self,
                           G_CONNECT_SWAPPED);
  cab_window_clear_clipboards (self);
  for (GList *l = windows; l != NULL; l = l->next)
    if (CAB_IS_WINDOW (l->data) && gtk_widget_get_visible (l->data))
      put_aside (CAB_WINDOW (l->data));
  gtk_window_set_application (GTK_WINDOW (hand_window), application);
  gtk_window_fullscreen (GTK_WINDOW (hand_window));
  gtk_window_present (GTK_WINDOW (hand_window));

  return G_SOURCE_REMOVE;
}

/* Not within the click that asks: GTK still walks up the widgets that it began with. */
void
cab_window_hand_over (CabWindow *self, const CabHandForm *form, const char *client_id)
{
  Asked *asked;

  g_return_if_fail (CAB_IS_WINDOW (self));
  g_return_if_fail (form != NULL && client_id != NULL);
  g_return_if_fail (self->practice != NULL);

  asked = g_new (Asked, 1);
  *asked
      = (Asked){ g_object_ref (self), g_object_ref (self->practice), form, g_strdup (client_id) };
  g_idle_add_full (G_PRIORITY_HIGH, on_hand_over_cb, asked, (GDestroyNotify)asked_free);
}

GtkWindow *
cab_window_get_front (CabWindow *self)
{
  CabWindow *owner;

  g_return_val_if_fail (CAB_IS_WINDOW (self), NULL);

  owner = get_application (self) != NULL ? find_owner (get_application (self)) : NULL;

  return owner != NULL ? GTK_WINDOW (owner->hand_window) : GTK_WINDOW (self);
}
