/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-recovery-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-announce.h"
#include "cab-forgetting.h"
#include "cab-recovery-print.h"
#include "cab-recovery.h"

struct _CabRecoveryPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  GCancellable *making;
  CabRecoverySheet *sheet;

  /* Template */
  GtkStack *stack;
  AdwPasswordEntryRow *passphrase_row;
  GtkButton *show_button;
  GtkStack *show_stack;
  GtkLabel *refusal_label;
  GtkLabel *name_label;
  GtkLabel *code_label;
  AdwEntryRow *line_row;
  GtkButton *check_button;
  GtkLabel *line_refusal_label;

  /* State */
  guint line; /* the one to type back, from 0 */
};

static guint finished_signal;

G_DEFINE_FINAL_TYPE (CabRecoveryPage, cab_recovery_page, ADW_TYPE_NAVIGATION_PAGE)

static void
sheet_free (CabRecoverySheet *self)
{
  cab_recovery_sheet_clear (self);
  g_free (self);
}

/* A secret of @length bytes of a text, for what GTK handed out as a string. */
static CabSecret *
dup_typed (AdwEntryRow *row)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));

  return *typed != '\0' ? cab_secret_new_copy (typed, strlen (typed)) : NULL;
}

static void
show_refusal (GtkLabel *label, GtkWidget *row, const char *sentence)
{
  gtk_label_set_label (label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
      sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (sentence == NULL)
    {
      gtk_widget_remove_css_class (row, "error");
      return;
    }

  gtk_widget_add_css_class (row, "error");
  gtk_widget_grab_focus (row);
  cab_announce (row, sentence);
}

static void
set_busy (CabRecoveryPage *self, gboolean is_busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->passphrase_row), !is_busy);
  gtk_stack_set_visible_child_name (self->show_stack, is_busy ? "busy" : "button");
}

static gpointer
make_sheet_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  CabRecoverySheet *sheet = g_new0 (CabRecoverySheet, 1);

  if (cab_recovery_sheet_make (cab_practice_get_vault (practice), data, sheet, cancellable, error))
    return sheet;

  g_free (sheet);
  return NULL;
}

/* On the screen the code is as open as on paper: that is what it is made for.
 * The label is destroyed with the page. */
static void
show_code (CabRecoveryPage *self)
{
  gsize length = cab_secret_get_length (self->sheet->code);
  char *text = g_strndup ((const char *)cab_secret_open (self->sheet->code), length);
  g_autofree char *title = NULL;

  cab_secret_close (self->sheet->code);
  gtk_label_set_label (self->code_label, text);
  explicit_bzero (text, length);
  g_free (text);

  /* Translators: %s names the sheet, such as 7Q2K-9FXC */
  title = g_strdup_printf (_ ("Recovery Sheet %s"), self->sheet->fingerprint);
  gtk_label_set_label (self->name_label, title);
}

static void
ask_line (CabRecoveryPage *self)
{
  g_autofree char *title = NULL;

  self->line = g_random_int_range (0, CAB_RECOVERY_LINES);
  /* Translators: %u is the number of a line on the paper, 1 to 4 */
  title = g_strdup_printf (_ ("Line %u, from the paper"), self->line + 1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->line_row), title);
}

static void
on_sheet_made_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabRecoveryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  CabRecoverySheet *sheet;

  if (self->practice == NULL)
    return;

  sheet = cab_open_practice_run_finish (self->practice, result, &error);
  set_busy (self, FALSE);
  if (sheet == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_refusal (self->refusal_label, GTK_WIDGET (self->passphrase_row), error->message);
      return;
    }

  g_clear_pointer (&self->sheet, sheet_free);
  self->sheet = sheet;
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  show_code (self);
  ask_line (self);
  gtk_stack_set_visible_child_name (self->stack, "sheet");
}

static void
on_show_cb (CabRecoveryPage *self)
{
  CabSecret *passphrase = dup_typed (ADW_ENTRY_ROW (self->passphrase_row));

  if (passphrase == NULL || self->practice == NULL)
    return;

  show_refusal (self->refusal_label, GTK_WIDGET (self->passphrase_row), NULL);
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  set_busy (self, TRUE);
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, make_sheet_job, passphrase,
                               (GDestroyNotify)cab_secret_free, (GDestroyNotify)sheet_free,
                               self->making, on_sheet_made_cb, g_object_ref (self));
}

static void
on_passphrase_changed_cb (CabRecoveryPage *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row));

  gtk_widget_set_sensitive (GTK_WIDGET (self->show_button), *typed != '\0');
}

static void
on_print_cb (CabRecoveryPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  cab_recovery_print (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->sheet);
}

/* The code with the typed line in the place of the printed one: what the paper
 * would open the file with. */
static CabSecret *
make_code (CabRecoveryPage *self, const char *typed)
{
  const gsize stride = CAB_RECOVERY_LINE_LENGTH + 1;
  gsize typed_length = strlen (typed);
  const char *code = (const char *)cab_secret_open (self->sheet->code);
  gsize before = self->line * stride;
  gsize after = cab_secret_get_length (self->sheet->code) - before - CAB_RECOVERY_LINE_LENGTH;
  CabSecret *made = cab_secret_new (before + typed_length + after);
  char *bytes = (char *)cab_secret_open_for_writing (made);

  memcpy (bytes, code, before);
  memcpy (bytes + before, typed, typed_length);
  memcpy (bytes + before + typed_length, code + before + CAB_RECOVERY_LINE_LENGTH, after);
  cab_secret_close (made);
  cab_secret_close (self->sheet->code);

  return made;
}

static gpointer
prove_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  cab_recovery_sheet_prove (cab_practice_get_vault (practice), data, error);

  return NULL;
}

static void
on_proved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabRecoveryPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  cab_open_practice_run_finish (self->practice, result, &error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check_button), TRUE);
  if (error == NULL)
    g_signal_emit (self, finished_signal, 0, TRUE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_refusal (self->line_refusal_label, GTK_WIDGET (self->line_row), error->message);
}

static void
on_check_cb (CabRecoveryPage *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->line_row));
  g_autoptr (CabSecret) line = dup_typed (self->line_row);
  g_autoptr (GError) error = NULL;

  if (line == NULL || self->practice == NULL)
    return;
  if (!cab_recovery_check_line (self->line + 1, line, &error))
    {
      show_refusal (self->line_refusal_label, GTK_WIDGET (self->line_row), error->message);
      return;
    }

  show_refusal (self->line_refusal_label, GTK_WIDGET (self->line_row), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check_button), FALSE);
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES, prove_job, make_code (self, typed),
                               (GDestroyNotify)cab_secret_free, NULL, self->making, on_proved_cb,
                               g_object_ref (self));
}

static void
on_line_changed_cb (CabRecoveryPage *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->line_row));

  gtk_widget_set_sensitive (GTK_WIDGET (self->check_button), *typed != '\0');
}

static void
on_later_cb (CabRecoveryPage *self)
{
  g_signal_emit (self, finished_signal, 0, FALSE);
}

void
cab_recovery_page_set_practice (CabRecoveryPage *self, CabOpenPractice *practice)
{
  g_return_if_fail (CAB_IS_RECOVERY_PAGE (self));

  g_set_object (&self->practice, practice);
}

static void
cab_recovery_page_dispose (GObject *object)
{
  CabRecoveryPage *self = CAB_RECOVERY_PAGE (object);

  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_pointer (&self->sheet, sheet_free);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_recovery_page_parent_class)->dispose (object);
}

static void
cab_recovery_page_class_init (CabRecoveryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_recovery_page_dispose;

  finished_signal = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/unlock/cab-recovery-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryPage, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryPage, show_button);
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryPage, show_stack);
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryPage, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryPage, code_label);
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryPage, line_row);
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryPage, check_button);
  gtk_widget_class_bind_template_child (widget_class, CabRecoveryPage, line_refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, on_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_passphrase_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_print_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_check_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_line_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_later_cb);
}

static void
cab_recovery_page_init (CabRecoveryPage *self)
{
  self->making = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_forgetting_add_passphrase (self->passphrase_row);
}
