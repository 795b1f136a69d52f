/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-open-record.h"

#include "cab-addendum.h"
#include "cab-client-page.h"
#include "cab-note-editor.h"
#include "cab-practice-view.h"
#include "cab-process-note.h"
#include "cab-window-private.h"

/* Where on a client's page the records of a kind are; the first tab for others. */
static const struct
{
  const char *kind;
  const char *tab;
} tabs[] = {
  { "addendum", "notes" },        { "attachment", "files" }, { "consent", "consent" },
  { "mood-entry", "progress" },   { "note", "notes" },       { "process-note", "notes" },
  { "value-domain", "progress" },
};

static void
open_client (GtkWidget *from, CabOpenPractice *practice, const char *kind, const char *client_id)
{
  CabClientPage *page
      = g_object_new (CAB_TYPE_CLIENT_PAGE, "practice", practice, "client-id", client_id, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    if (g_strcmp0 (tabs[i].kind, kind) == 0)
      cab_client_page_show_tab (page, tabs[i].tab);
  cab_push_page (from, ADW_NAVIGATION_PAGE (page));
}

/* An addendum on its way to its note. */
typedef struct
{
  GtkWidget *from;
  CabOpenPractice *practice;
  char *client_id;
} Asked;

static void
asked_free (Asked *self)
{
  g_object_unref (self->from);
  g_object_unref (self->practice);
  g_free (self->client_id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static gpointer
find_note_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabRecord) addendum = cab_practice_load (practice, &cab_addendum_kind, data, error);

  if (addendum == NULL)
    return NULL;

  return g_strdup (cab_record_get_text (addendum, CAB_OWN (CAB_ADDENDUM_FIELD_NOTE_ID)));
}

static void
on_note_found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autofree char *note_id = cab_open_practice_run_finish (asked->practice, result, NULL);

  /* The page may have gone by now, or its practice. */
  if (gtk_widget_get_root (asked->from) == NULL || cab_open_practice_is_closed (asked->practice))
    return;

  if (note_id != NULL)
    cab_note_editor_open (asked->from, asked->practice, &cab_note_kind, asked->client_id, note_id);
  else
    open_client (asked->from, asked->practice, cab_addendum_kind.name, asked->client_id);
}

static void
open_addendum (GtkWidget *from, CabOpenPractice *practice, const char *id, const char *client_id)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->from = g_object_ref (from);
  asked->practice = g_object_ref (practice);
  asked->client_id = g_strdup (client_id);
  cab_open_practice_run_async (practice, CAB_JOB_READS, find_note_job, g_strdup (id), g_free,
                               g_free, NULL, on_note_found_cb, asked);
}

void
cab_open_record (GtkWidget *from,
                 CabOpenPractice *practice,
                 const char *kind,
                 const char *id,
                 const char *client_id)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (CAB_IS_OPEN_PRACTICE (practice));

  if (client_id == NULL)
    return;

  if (id != NULL && g_strcmp0 (kind, cab_note_kind.name) == 0)
    cab_note_editor_open (from, practice, &cab_note_kind, client_id, id);
  else if (id != NULL && g_strcmp0 (kind, cab_process_note_kind.name) == 0)
    cab_note_editor_open (from, practice, &cab_process_note_kind, client_id, id);
  else if (id != NULL && g_strcmp0 (kind, cab_addendum_kind.name) == 0)
    open_addendum (from, practice, id, client_id);
  else
    open_client (from, practice, kind, client_id);
}

void
cab_open_consents (GtkWidget *from, CabOpenPractice *practice, const char *client_id)
{
  g_autoptr (CabOpenPractice) held = NULL;
  g_autofree char *id = g_strdup (client_id);
  GtkWidget *dialog, *window;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (CAB_IS_OPEN_PRACTICE (practice));
  g_return_if_fail (client_id != NULL);

  dialog = gtk_widget_get_ancestor (from, ADW_TYPE_DIALOG);
  window = gtk_widget_get_ancestor (from, CAB_TYPE_WINDOW);
  g_return_if_fail (dialog != NULL && window != NULL);

  /* Both may be the dialog's, which goes. */
  held = g_object_ref (practice);
  adw_dialog_close (ADW_DIALOG (dialog));
  cab_open_record (GTK_WIDGET (cab_window_get_view (CAB_WINDOW (window))), held, "consent", NULL,
                   id);
}
