/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-window-private.h"

#include <glib/gi18n.h>

#include "cab-import-dialog.h"
#include "cab-import-kind.h"
#include "cab-vault-error.h"

/* What comes from outside: the command line, another start, a drop, the file
 * manager, the dialog. Each file goes where its kind belongs [W-35]. */

static void
say (CabWindow *self, const char *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  cab_window_toast (self, toast);
}

static void
on_close_answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabWindow) self = user_data;
  const char *path = g_object_get_data (object, "path");

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result), "open"))
    cab_window_show_file (self, path);
}

/* [W-50] One practice at a time is open for writing. */
static void
ask_to_close (CabWindow *self, const char *path)
{
  AdwDialog *dialog = adw_alert_dialog_new (
      NULL, _ ("One practice at a time is open for writing. What you typed in this one is kept."));

  /* Translators: %s is the name of a practice */
  adw_alert_dialog_format_heading (ADW_ALERT_DIALOG (dialog), _ ("Close “%s”?"),
                                   cab_open_practice_get_name (self->practice));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "open",
                                  _ ("_Open the Other"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "open");
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self), NULL, on_close_answered_cb,
                           g_object_ref (self));
}

static void
take_practice_file (CabWindow *self, const char *path)
{
  if (self->path != NULL && g_str_equal (self->path, path) && self->practice != NULL)
    return;

  if (self->practice == NULL)
    cab_window_show_file (self, path);
  else if (g_str_has_suffix (path, ".cabinet-backup"))
    cab_window_show_beside (self, path);
  else if (!cab_open_practice_is_writable (self->practice))
    cab_window_show_file (self, path);
  else
    ask_to_close (self, path);
}

static void
present_import (CabWindow *self, const char *path)
{
  CabImportDialog *dialog;

  if (!cab_open_practice_is_writable (self->practice))
    {
      say (self, _ ("This practice is open read-only, so nothing can be imported"));
      return;
    }
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    {
      say (self, _ ("Finish what is open, then import the file"));
      return;
    }

  dialog = cab_import_dialog_new (self->practice, NULL);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
  cab_import_dialog_set_file (dialog, path);
}

void
cab_window_import_pending (CabWindow *self)
{
  g_autofree char *path = g_steal_pointer (&self->pending_import);

  if (path != NULL)
    present_import (self, path);
}

static void
take_import_file (CabWindow *self, const char *path)
{
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (self->practice != NULL)
    {
      present_import (self, path);
      return;
    }

  g_set_str (&self->pending_import, path);
  name = g_filename_display_basename (path);
  /* Translators: %s is the name of a file */
  sentence = g_strdup_printf (_ ("Open a practice: “%s” is imported into it"), name);
  say (self, sentence);
}

static void
refuse (CabWindow *self, const char *path, const GError *error)
{
  g_autoptr (GError) other = NULL;
  g_autofree char *name = g_path_get_basename (path);

  if (error == NULL)
    {
      cab_vault_error_set_not_practice (&other, name);
      error = other;
    }
  if (self->practice != NULL)
    say (self, error->message);
  else
    cab_window_show_error (self, path, error);
}

static void
find_kind (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  CabImportKind kind;

  if (cab_import_kind_find (data, &kind, cancellable, &error))
    g_task_return_int (task, (gssize)kind);
  else
    g_task_return_error (task, error);
}

static void
on_kind_found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CabWindow *self = CAB_WINDOW (object);
  const char *path = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  CabImportKind kind = (CabImportKind)g_task_propagate_int (G_TASK (result), &error);

  /* The window went away meanwhile. */
  if (gtk_window_get_application (GTK_WINDOW (self)) == NULL)
    return;
  if (error != NULL)
    {
      refuse (self, path, error);
      return;
    }

  switch (kind)
    {
    case CAB_IMPORT_KIND_PRACTICE:
      take_practice_file (self, path);
      break;
    case CAB_IMPORT_KIND_BUNDLE:
    case CAB_IMPORT_KIND_DAYLIO:
    case CAB_IMPORT_KIND_TABLE:
      take_import_file (self, path);
      break;
    case CAB_IMPORT_KIND_OTHER:
      refuse (self, path, NULL);
      break;
    }
}

void
cab_window_take_file (CabWindow *self, const char *path)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CAB_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  /* What is named as a practice needs no look, and no page before its own. */
  if (g_str_has_suffix (path, ".cabinet") || g_str_has_suffix (path, ".cabinet-backup"))
    {
      take_practice_file (self, path);
      return;
    }

  task = g_task_new (self, NULL, on_kind_found_cb, NULL);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, find_kind);
}

static gboolean
on_drop_cb (CabWindow *self, const GValue *value)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));
  const char *path = files != NULL ? g_file_peek_path (files->data) : NULL;

  /* One at a time: each asks something. */
  if (path != NULL)
    cab_window_take_file (self, path);
  g_slist_free (files);

  return path != NULL;
}

void
cab_window_accept_drops (CabWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
