/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-choose-path.h"

typedef struct
{
  GtkWidget *asker; /* owned */
  CabPathKind kind;
  CabPathChosen chosen;
} Choosing;

static GFile *
finish (GtkFileDialog *dialog, CabPathKind kind, GAsyncResult *result)
{
  switch (kind)
    {
    case CAB_PATH_FILE:
      return gtk_file_dialog_open_finish (dialog, result, NULL);
    case CAB_PATH_FOLDER:
      return gtk_file_dialog_select_folder_finish (dialog, result, NULL);
    case CAB_PATH_NEW_FILE:
      return gtk_file_dialog_save_finish (dialog, result, NULL);
    }

  g_return_val_if_reached (NULL);
}

static void
on_answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Choosing *choosing = user_data;
  g_autoptr (GtkWidget) asker = choosing->asker;
  g_autoptr (GFile) file = finish (GTK_FILE_DIALOG (object), choosing->kind, result);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path != NULL)
    choosing->chosen (asker, path);
}

void
cab_choose_path (gpointer asker,
                 CabPathKind kind,
                 const char *title,
                 const char *name,
                 CabPathChosen chosen)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkWindow *parent;
  Choosing *choosing;

  g_return_if_fail (GTK_IS_WIDGET (asker) && chosen != NULL);

  parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (asker)));
  choosing = g_new0 (Choosing, 1);
  choosing->asker = g_object_ref (GTK_WIDGET (asker));
  choosing->kind = kind;
  choosing->chosen = chosen;
  gtk_file_dialog_set_title (dialog, title);
  if (name != NULL)
    gtk_file_dialog_set_initial_name (dialog, name);

  switch (kind)
    {
    case CAB_PATH_FILE:
      gtk_file_dialog_open (dialog, parent, NULL, on_answered_cb, choosing);
      break;
    case CAB_PATH_FOLDER:
      gtk_file_dialog_select_folder (dialog, parent, NULL, on_answered_cb, choosing);
      break;
    case CAB_PATH_NEW_FILE:
      gtk_file_dialog_save (dialog, parent, NULL, on_answered_cb, choosing);
      break;
    }
}
