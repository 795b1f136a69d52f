/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-go-to-dialog.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-client-name.h"
#include "cab-client-row.h"
#include "cab-open-row.h"
#include "cab-word.h"

/* Whoever is not among these is found by one more letter. */
#define ROWS 8

struct _CabGoToDialog
{
  AdwDialog parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  GListStore *clients; /* of CabClientRow */
  GCancellable *loading;

  /* Template */
  GtkSearchEntry *search_entry;
  GtkListBox *list_box;
  GtkStack *stack;

  /* State */
  guint is_waiting : 1; /* Return was pressed before the answer came */
  guint is_chosen : 1;
  guint is_chooser : 1; /* tells who was chosen, and opens nobody */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (CabGoToDialog, cab_go_to_dialog, ADW_TYPE_DIALOG)

/* A question, and the answer to it. */
typedef struct
{
  char *words;
  gboolean is_discreet;
  GPtrArray *rows;
} Found;

static void
found_free (Found *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->words);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static gpointer
find_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Found *asked = data;
  const CabClientQuery query = { .words = asked->words,
                                 .statuses = CAB_CLIENT_STATUSES_ALL,
                                 .by_reference = asked->is_discreet };
  g_autoptr (Found) found = g_new0 (Found, 1);

  found->words = g_strdup (asked->words);
  found->rows = cab_client_row_list (practice, &query, 0, ROWS, NULL, error);

  return found->rows != NULL ? g_steal_pointer (&found) : NULL;
}

static void
open_client (CabGoToDialog *self, const char *id, const char *name)
{
  g_autofree char *kept = g_strdup (id);
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);

  self->is_chosen = TRUE;
  if (self->is_chooser)
    g_signal_emit (self, chosen_signal, 0, id, name);
  adw_dialog_close (ADW_DIALOG (self));
  if (!self->is_chooser)
    gtk_widget_activate_action (window, "win.open-client", "s", kept);
}

static void
open_first (CabGoToDialog *self)
{
  g_autoptr (CabRow) first = g_list_model_get_item (G_LIST_MODEL (self->clients), 0);

  if (first != NULL)
    open_client (self, cab_row_get_text (first, CAB_CLIENT_ROW_ID),
                 cab_row_get_text (first, CAB_CLIENT_ROW_NAME));
}

static void
on_found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabGoToDialog) self = user_data;
  g_autoptr (Found) found = NULL;

  if (self->practice == NULL)
    return;

  /* An answer that was ready before a newer question stopped it is none. */
  found = cab_open_practice_run_finish (self->practice, result, NULL);
  if (found == NULL || self->is_chosen
      || g_strcmp0 (found->words, gtk_editable_get_text (GTK_EDITABLE (self->search_entry))) != 0)
    return;

  cab_client_name_put (found->rows, cab_open_practice_is_discreet (self->practice));
  g_list_store_splice (self->clients, 0, g_list_model_get_n_items (G_LIST_MODEL (self->clients)),
                       found->rows->pdata, found->rows->len);
  gtk_stack_set_visible_child_name (self->stack, found->rows->len > 0 ? "list" : "none");
  if (found->rows->len == 0)
    cab_announce (GTK_WIDGET (self), _ ("No Results"));
  g_clear_object (&self->loading);
  if (self->is_waiting)
    open_first (self);
}

static void
find (CabGoToDialog *self)
{
  Found *asked;

  /* The entry still tells of its last key while the dialog goes away. */
  if (self->practice == NULL || self->is_chosen)
    return;
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  asked = g_new0 (Found, 1);
  asked->words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  asked->is_discreet = cab_open_practice_is_discreet (self->practice);
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, find_job, asked,
                               (GDestroyNotify)found_free, (GDestroyNotify)found_free,
                               self->loading, on_found_cb, g_object_ref (self));
}

/* What is typed may be newer than what is listed: then Return waits for it. */
static void
on_activate_cb (CabGoToDialog *self)
{
  find (self);
  self->is_waiting = TRUE;
}

static void
on_row_activated_cb (CabGoToDialog *self, GtkListBoxRow *row)
{
  open_client (self, cab_open_row_get_id (CAB_OPEN_ROW (row)),
               adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static void
on_stop_search_cb (CabGoToDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  CabRow *row = item;
  g_autofree char *detail
      = g_strdup_printf ("%s · %s", cab_row_get_text (row, CAB_CLIENT_ROW_REFERENCE),
                         cab_row_get_text (row, CAB_CLIENT_ROW_STATUS_WORDS));

  return cab_open_row_new (cab_row_get_text (row, CAB_CLIENT_ROW_NAME), detail,
                           cab_row_get_text (row, CAB_CLIENT_ROW_ID));
}

AdwDialog *
cab_go_to_dialog_new (CabOpenPractice *practice)
{
  CabGoToDialog *self;
  const char *word;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);

  self = g_object_new (CAB_TYPE_GO_TO_DIALOG, NULL);
  self->practice = g_object_ref (practice);
  g_signal_connect_object (practice, "notify::discreet", G_CALLBACK (find), self,
                           G_CONNECT_SWAPPED);
  word = cab_open_practice_get_word (practice);
  adw_dialog_set_title (ADW_DIALOG (self), cab_word (word, "go-to-client"));
  gtk_search_entry_set_placeholder_text (self->search_entry, cab_word (word, "find-client"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, cab_word (word, "find-client"),
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cab_word (word, "clients"), -1);
  find (self);

  return ADW_DIALOG (self);
}

AdwDialog *
cab_go_to_dialog_new_chooser (CabOpenPractice *practice)
{
  AdwDialog *self = cab_go_to_dialog_new (practice);

  g_return_val_if_fail (self != NULL, NULL);

  CAB_GO_TO_DIALOG (self)->is_chooser = TRUE;
  adw_dialog_set_title (self, cab_word (cab_open_practice_get_word (practice), "no-client-chosen"));

  return self;
}

static void
cab_go_to_dialog_dispose (GObject *object)
{
  CabGoToDialog *self = CAB_GO_TO_DIALOG (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->clients);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_go_to_dialog_parent_class)->dispose (object);
}

static void
cab_go_to_dialog_class_init (CabGoToDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_go_to_dialog_dispose;

  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/register/cab-go-to-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CabGoToDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CabGoToDialog, list_box);
  gtk_widget_class_bind_template_child (widget_class, CabGoToDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, find);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
}

static void
cab_go_to_dialog_init (CabGoToDialog *self)
{
  self->clients = g_list_store_new (CAB_TYPE_CLIENT_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (self->clients), make_row, NULL, NULL);
}
