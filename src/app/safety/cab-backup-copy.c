/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-backup-copy.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-copy.h"
#include "cab-window.h"

#define UNDO_SECONDS 10

/* One record that was chosen, with everything that hangs on it. */
typedef struct
{
  CabDifference difference;
  CabCopySet *set;
  CabCopyState state;
} Chosen;

/* A copy on its way. The threads of both files have it in turn, never two at once. */
typedef struct
{
  CabWindow *window; /* not the page: that may be left meanwhile */
  CabOpenPractice *backup;
  CabOpenPractice *current;
  GArray *chosen; /* of Chosen */
  guint counts[CAB_N_COPY_STATES];
  GtkCheckButton *take_button; /* in the dialog */
  gboolean takes_backup;
  guint n_copied;
} Copy;

static void
chosen_clear (Chosen *self)
{
  g_clear_pointer (&self->set, cab_copy_set_free);
}

static Copy *
copy_new (CabWindow *window, CabOpenPractice *backup, CabOpenPractice *current)
{
  Copy *self = g_new0 (Copy, 1);

  self->window = g_object_ref (window);
  self->backup = g_object_ref (backup);
  self->current = g_object_ref (current);
  self->chosen = g_array_new (FALSE, TRUE, sizeof (Chosen));
  g_array_set_clear_func (self->chosen, (GDestroyNotify)chosen_clear);

  return self;
}

static void
copy_free (Copy *self)
{
  g_object_unref (self->window);
  g_object_unref (self->backup);
  g_object_unref (self->current);
  g_array_unref (self->chosen);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

static void
say (Copy *self, const char *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  cab_window_toast (self->window, toast);
}

static void
say_error (Copy *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message);
  else if (cab_open_practice_is_closed (self->current))
    say (self, _ ("Your practice is not open any more"));
}

static gpointer
trash_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  Copy *copy = data;

  for (guint i = 0; i < copy->chosen->len; i++)
    {
      const Chosen *chosen = &g_array_index (copy->chosen, Chosen, i);
      g_autoptr (CabRecord) record = NULL;

      if (chosen->state != CAB_COPY_NEW)
        continue;
      record = cab_practice_load (practice, chosen->difference.kind, chosen->difference.id, error);
      if (record == NULL || !cab_practice_trash (practice, record, error))
        return NULL;
    }

  return NULL;
}

static void
on_trashed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) self = user_data;
  g_autoptr (GError) error = NULL;

  cab_open_practice_run_finish (self->current, result, &error);
  if (error != NULL)
    say_error (self, error);
  else
    say (self, _ ("Moved to trash"));
}

static void
on_undo_cb (AdwToast *toast, gpointer user_data)
{
  Copy *copy = g_object_steal_data (G_OBJECT (toast), "cab-copy");

  if (copy != NULL)
    cab_open_practice_run_async (copy->current, CAB_JOB_WRITES, trash_job, copy, NULL, NULL, NULL,
                                 on_trashed_cb, copy);
}

/* What can't be trashed, a consent, can't be undone either. */
static gboolean
can_undo (Copy *self)
{
  gboolean is_any = FALSE;

  for (guint i = 0; i < self->chosen->len; i++)
    {
      const Chosen *chosen = &g_array_index (self->chosen, Chosen, i);

      if (chosen->state != CAB_COPY_NEW)
        continue;
      if (chosen->difference.kind->trash == CAB_TRASH_NEVER)
        return FALSE;
      is_any = TRUE;
    }

  return is_any;
}

static void
tell_copied (Copy *self)
{
  g_autofree char *sentence
      = g_strdup_printf (ngettext ("Copied %u record from the backup",
                                   "Copied %u records from the backup", self->n_copied),
                         self->n_copied);
  AdwToast *toast = adw_toast_new (sentence);

  if (can_undo (self))
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_timeout (toast, UNDO_SECONDS);
      g_signal_connect (toast, "button-clicked", G_CALLBACK (on_undo_cb), NULL);
    }
  cab_announce (GTK_WIDGET (self->window), sentence);
  g_object_set_data_full (G_OBJECT (toast), "cab-copy", self, (GDestroyNotify)copy_free);
  cab_window_toast (self->window, toast);
}

static gboolean
run_all (CabPractice *practice, gpointer data, GError **error)
{
  Copy *copy = data;

  for (guint i = 0; i < copy->chosen->len; i++)
    {
      const Chosen *chosen = &g_array_index (copy->chosen, Chosen, i);
      guint n = 0;

      if (chosen->state != CAB_COPY_ERASED && chosen->state != CAB_COPY_TRASHED
          && !cab_copy_run (practice, chosen->set, copy->takes_backup, &n, error))
        return FALSE;
      copy->n_copied += n;
    }

  return TRUE;
}

static gpointer
run_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  cab_practice_transact (practice, "copy from a backup", run_all, data, error);

  return NULL;
}

static void
on_run_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) self = user_data;
  g_autoptr (GError) error = NULL;

  cab_open_practice_run_finish (self->current, result, &error);
  for (guint i = 0; i < self->chosen->len; i++)
    chosen_clear (&g_array_index (self->chosen, Chosen, i));
  if (error != NULL)
    say_error (self, error);
  else if (self->n_copied == 0)
    say (self, _ ("Nothing was copied"));
  else
    tell_copied (g_steal_pointer (&self));
}

static gpointer
restore_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  Copy *copy = data;

  for (guint i = 0; i < copy->chosen->len; i++)
    {
      const Chosen *chosen = &g_array_index (copy->chosen, Chosen, i);
      g_autoptr (CabRecord) record = NULL;

      if (chosen->state != CAB_COPY_TRASHED)
        continue;
      record = cab_practice_load (practice, chosen->difference.kind, chosen->difference.id, error);
      if (record == NULL || !cab_practice_restore (practice, record, error))
        return NULL;
    }

  return NULL;
}

static void
on_restored_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) self = user_data;
  g_autoptr (GError) error = NULL;

  cab_open_practice_run_finish (self->current, result, &error);
  if (error != NULL)
    say_error (self, error);
  else
    say (self, _ ("Restored from trash"));
}

static void
on_answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);

  self->takes_backup = self->take_button != NULL && gtk_check_button_get_active (self->take_button);
  g_clear_object (&self->take_button);
  if (g_str_equal (response, "copy"))
    {
      cab_open_practice_run_async (self->current, CAB_JOB_WRITES, run_job, self, NULL, NULL, NULL,
                                   on_run_cb, self);
      g_steal_pointer (&self);
    }
  else if (g_str_equal (response, "restore"))
    {
      cab_open_practice_run_async (self->current, CAB_JOB_WRITES, restore_job, self, NULL, NULL,
                                   NULL, on_restored_cb, self);
      g_steal_pointer (&self);
    }
}

/* How many records stand in one state, as a sentence. */
static char *
dup_line (CabCopyState state, guint n)
{
  switch (state)
    {
    case CAB_COPY_NEW:
      return g_strdup_printf (
          ngettext ("%u record is new and is copied.", "%u records are new and are copied.", n), n);
    case CAB_COPY_SAME:
      return g_strdup_printf (
          ngettext ("%u record is the same and stays.", "%u records are the same and stay.", n), n);
    case CAB_COPY_CONFLICT:
      return g_strdup_printf (ngettext ("%u record differs.", "%u records differ.", n), n);
    case CAB_COPY_SEALED:
      return g_strdup_printf (
          ngettext ("%u record is signed or kept as it is, and is never written over.",
                    "%u records are signed or kept as they are, and are never written over.", n),
          n);
    case CAB_COPY_TRASHED:
      return g_strdup_printf (ngettext ("%u record lies in the trash of your practice.",
                                        "%u records lie in the trash of your practice.", n),
                              n);
    case CAB_COPY_ERASED:
      return g_strdup_printf (ngettext ("%u record was erased and stays erased.",
                                        "%u records were erased and stay erased.", n),
                              n);
    case CAB_COPY_ORPHAN:
      return g_strdup_printf (
          ngettext ("%u record belongs to something that is not in your practice.",
                    "%u records belong to something that is not in your practice.", n),
          n);
    }

  g_return_val_if_reached (NULL);
}

static char *
dup_body (const guint *counts)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (guint i = 0; i < CAB_N_COPY_STATES; i++)
    if (counts[i] > 0)
      g_strv_builder_take (lines, dup_line ((CabCopyState)i, counts[i]));
  words = g_strv_builder_end (lines);

  return g_strjoinv ("\n", words);
}

/* [B-73] Keep mine is the default. */
static void
add_choice (Copy *self, AdwAlertDialog *dialog)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *keep = gtk_check_button_new_with_mnemonic (_ ("_Keep mine"));
  GtkWidget *take = gtk_check_button_new_with_mnemonic (_ ("_Take the backup’s"));

  gtk_check_button_set_group (GTK_CHECK_BUTTON (take), GTK_CHECK_BUTTON (keep));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (keep), TRUE);
  gtk_box_append (GTK_BOX (box), keep);
  gtk_box_append (GTK_BOX (box), take);
  self->take_button = GTK_CHECK_BUTTON (g_object_ref (take));
  adw_alert_dialog_set_extra_child (dialog, box);
}

/* What hangs on a record and lies in the trash is restored there, with the rest of it. */
static gboolean
is_any_trashed (Copy *self)
{
  for (guint i = 0; i < self->chosen->len; i++)
    if (g_array_index (self->chosen, Chosen, i).state == CAB_COPY_TRASHED)
      return TRUE;

  return FALSE;
}

static void
ask (Copy *self)
{
  g_autofree char *body = dup_body (self->counts);
  AdwAlertDialog *dialog
      = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Copy to Current Practice?"), body));
  gboolean has_some = self->counts[CAB_COPY_NEW] + self->counts[CAB_COPY_CONFLICT] > 0;

  adw_alert_dialog_add_response (dialog, "cancel", has_some ? _ ("_Cancel") : _ ("_Close"));
  if (is_any_trashed (self))
    adw_alert_dialog_add_response (dialog, "restore", _ ("_Restore from Trash"));
  if (has_some)
    {
      adw_alert_dialog_add_response (dialog, "copy", _ ("C_opy"));
      adw_alert_dialog_set_response_appearance (dialog, "copy", ADW_RESPONSE_SUGGESTED);
      adw_alert_dialog_set_default_response (dialog, "copy");
    }
  if (self->counts[CAB_COPY_CONFLICT] > 0)
    add_choice (self, dialog);
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self->window), NULL, on_answered_cb, self);
}

static gpointer
preview_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  Copy *copy = data;

  for (guint i = 0; i < copy->chosen->len; i++)
    {
      Chosen *chosen = &g_array_index (copy->chosen, Chosen, i);
      guint counts[CAB_N_COPY_STATES];
      guint n = 0;

      if (!cab_copy_preview (practice, chosen->set, counts, &chosen->state, error))
        return NULL;
      /* Alone it is refused with the day of its erasure. */
      if (chosen->state == CAB_COPY_ERASED && copy->chosen->len == 1
          && !cab_copy_run (practice, chosen->set, FALSE, &n, error))
        return NULL;
      for (guint j = 0; j < CAB_N_COPY_STATES; j++)
        copy->counts[j] += counts[j];
    }

  return NULL;
}

static void
on_previewed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) self = user_data;
  g_autoptr (GError) error = NULL;

  cab_open_practice_run_finish (self->current, result, &error);
  if (error != NULL)
    say_error (self, error);
  else if (cab_window_get_practice (self->window) == self->backup)
    ask (g_steal_pointer (&self));
}

static gpointer
gather_job (CabPractice *backup, gpointer data, GCancellable *cancellable, GError **error)
{
  Copy *copy = data;

  for (guint i = 0; i < copy->chosen->len; i++)
    {
      Chosen *chosen = &g_array_index (copy->chosen, Chosen, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      chosen->set = cab_copy_gather (backup, chosen->difference.kind, chosen->difference.id, error);
      if (chosen->set == NULL)
        return NULL;
    }

  return NULL;
}

static void
on_gathered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) self = user_data;
  g_autoptr (GError) error = NULL;

  cab_open_practice_run_finish (self->backup, result, &error);
  if (error != NULL)
    {
      say_error (self, error);
      return;
    }

  cab_open_practice_run_async (self->current, CAB_JOB_READS, preview_job, self, NULL, NULL, NULL,
                               on_previewed_cb, self);
  g_steal_pointer (&self);
}

void
cab_backup_copy (GtkWidget *widget,
                 CabOpenPractice *backup,
                 CabOpenPractice *current,
                 const CabDifference *differences,
                 guint n)
{
  GtkWidget *window;
  Copy *copy;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (CAB_IS_OPEN_PRACTICE (backup) && CAB_IS_OPEN_PRACTICE (current));
  g_return_if_fail (differences != NULL && n > 0);

  window = gtk_widget_get_ancestor (widget, CAB_TYPE_WINDOW);
  g_return_if_fail (window != NULL);

  copy = copy_new (CAB_WINDOW (window), backup, current);
  for (guint i = 0; i < n; i++)
    {
      const Chosen chosen = { .difference = differences[i] };

      g_array_append_val (copy->chosen, chosen);
    }
  cab_open_practice_run_async (backup, CAB_JOB_READS, gather_job, copy, NULL, NULL, NULL,
                               on_gathered_cb, copy);
}
