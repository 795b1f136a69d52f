/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-log-check.h"

#include <glib/gi18n.h>

#include "cab-anchor-paper.h"
#include "cab-anchor.h"
#include "cab-announce.h"
#include "cab-format.h"
#include "cab-progress.h"
#include "cab-vault-error.h"
#include "cab-window.h"

struct _CabLogCheck
{
  AdwBin parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  CabProgress *progress;
  GCancellable *verifying;
  GCancellable *printing;

  /* Template */
  GtkStack *stack;
  GtkProgressBar *progress_bar;
  GtkWidget *result_box;
  GtkLabel *result_label;
  GtkLabel *anchor_label;
};

enum
{
  PROP_PRACTICE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabLogCheck, cab_log_check, ADW_TYPE_BIN)

/* What a check found, in the words of the log. */
typedef struct
{
  gint64 n_entries;
  char *printed;      /* the anchor that was put on paper last, or none */
  char *printed_date; /* its day */
} Found;

static void
found_free (Found *self)
{
  g_free (self->printed);
  g_free (self->printed_date);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static gpointer
verify_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  CabVault *vault = cab_practice_get_vault (practice);
  g_autoptr (Found) found = g_new0 (Found, 1);
  CabAuditReport report = { 0 };

  if (!cab_vault_verify_log (vault, NULL, 0, cab_progress_update, data, &report, cancellable,
                             error))
    return NULL;

  found->n_entries = report.rows;
  found->printed = cab_anchor_dup_printed (vault);
  found->printed_date = cab_anchor_dup_printed_date (vault);

  return g_steal_pointer (&found);
}

/* [W-98] "Unbroken, 8,112 entries, last printed anchor 1 March 2026" */
static char *
dup_sentence (const Found *found)
{
  g_autofree char *number = g_strdup_printf ("%'" G_GINT64_FORMAT, found->n_entries);
  g_autofree char *entries = g_strdup_printf (
      /* Translators: the number of entries of a log */
      ngettext ("%s entry", "%s entries", (gulong)found->n_entries), number);
  g_autofree char *date = cab_format_date (found->printed_date);

  if (found->printed_date == NULL)
    /* Translators: %s is a number with its word, such as “8,112 entries” */
    return g_strdup_printf (_ ("Unbroken, %s, no anchor printed yet"), entries);

  /* Translators: a number with its word, such as “8,112 entries”, and a date */
  return g_strdup_printf (_ ("Unbroken, %1$s, last printed anchor %2$s"), entries, date);
}

static void
show_result (CabLogCheck *self, const char *sentence, const char *anchor, gboolean is_good)
{
  gtk_label_set_label (self->result_label, sentence);
  gtk_widget_remove_css_class (GTK_WIDGET (self->result_label), is_good ? "error" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (self->result_label), is_good ? "success" : "error");
  gtk_label_set_label (self->anchor_label, anchor != NULL ? anchor : "");
  gtk_widget_set_visible (GTK_WIDGET (self->anchor_label), anchor != NULL);
  gtk_widget_set_visible (self->result_box, TRUE);
  cab_announce (GTK_WIDGET (self), sentence);
}

static void
on_verified_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabLogCheck) self = user_data;
  g_autoptr (Found) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *anchor = NULL;
  gboolean is_stopped;

  if (self->practice == NULL)
    return;

  /* It may have come to its end just before it was stopped. */
  is_stopped = g_cancellable_is_cancelled (self->verifying);
  found = cab_open_practice_run_finish (self->practice, result, &error);
  g_clear_object (&self->verifying);
  gtk_stack_set_visible_child_name (self->stack, "buttons");
  if (is_stopped || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found == NULL)
    {
      show_result (self, error->message, NULL, FALSE);
      return;
    }

  sentence = dup_sentence (found);
  if (found->printed != NULL)
    /* Translators: %s is the anchor as it stands on paper: a number, a date and a row of digits */
    anchor = g_strdup_printf (_ ("On paper: %s"), found->printed);
  show_result (self, sentence, anchor, TRUE);
}

static void
on_progress_cb (CabLogCheck *self, GParamSpec *pspec, CabProgress *progress)
{
  gtk_progress_bar_set_fraction (self->progress_bar, cab_progress_get_fraction (progress));
}

static void
verify (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabLogCheck *self = CAB_LOG_CHECK (widget);

  if (self->verifying != NULL)
    return;

  g_clear_object (&self->progress);
  self->progress = cab_progress_new ();
  g_signal_connect_object (self->progress, "notify::fraction", G_CALLBACK (on_progress_cb), self,
                           G_CONNECT_SWAPPED);
  self->verifying = g_cancellable_new ();
  gtk_widget_set_visible (self->result_box, FALSE);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  cab_open_practice_run_async (
      self->practice, CAB_JOB_READS, verify_job, g_object_ref (self->progress), g_object_unref,
      (GDestroyNotify)found_free, self->verifying, on_verified_cb, g_object_ref (self));
}

static void
stop (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabLogCheck *self = CAB_LOG_CHECK (widget);

  if (self->verifying != NULL)
    g_cancellable_cancel (self->verifying);
}

static gpointer
print_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  GOutputStream *stream = data;

  if (!cab_anchor_paper_write (practice, stream, error))
    {
      g_output_stream_close (stream, NULL, NULL);
      return NULL;
    }

  g_output_stream_close (stream, cancellable, error);
  return NULL;
}

static void
show_toast (CabLogCheck *self, const char *sentence)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), CAB_TYPE_WINDOW);
  AdwToast *toast;

  if (window == NULL)
    return;

  toast = adw_toast_new (sentence);
  adw_toast_set_use_markup (toast, FALSE);
  cab_window_toast (CAB_WINDOW (window), toast);
}

static void
on_printed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabLogCheck) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  cab_open_practice_run_finish (self->practice, result, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_toast (self, error == NULL ? _ ("Anchor printed") : error->message);
}

void
cab_log_check_print_to (CabLogCheck *self, GOutputStream *stream)
{
  g_return_if_fail (CAB_IS_LOG_CHECK (self));
  g_return_if_fail (G_IS_OUTPUT_STREAM (stream));

  if (self->practice == NULL)
    return;

  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES, print_job, g_object_ref (stream),
                               g_object_unref, NULL, self->printing, on_printed_cb,
                               g_object_ref (self));
}

static void
on_printer_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabLogCheck) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream
      = gtk_print_dialog_print_finish (GTK_PRINT_DIALOG (object), result, &error);

  if (self->practice == NULL)
    return;
  if (stream != NULL)
    cab_log_check_print_to (self, stream);
  else if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_FAILED))
    show_toast (self, _ ("No printer could be reached"));
}

static void
print_anchor (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabLogCheck *self = CAB_LOG_CHECK (widget);
  g_autoptr (GtkPrintDialog) dialog = gtk_print_dialog_new ();

  gtk_print_dialog_set_title (dialog, _ ("Print Anchor"));
  gtk_print_dialog_print (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, self->printing,
                          on_printer_chosen_cb, g_object_ref (self));
}

static const CabAction actions[] = {
  { "log.verify", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, verify },
  { "log.stop", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, stop },
  { "log.print-anchor", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, print_anchor },
};

CAB_DEFINE_ACTION_TABLE (cab_log_actions, actions);

static void
cab_log_check_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, CAB_LOG_CHECK (object)->practice);
}

static void
cab_log_check_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CabLogCheck *self = CAB_LOG_CHECK (object);

  if (g_set_object (&self->practice, g_value_get_object (value)) && self->practice != NULL)
    cab_action_table_bind (&cab_log_actions, GTK_WIDGET (self), G_OBJECT (self->practice));
}

static void
cab_log_check_dispose (GObject *object)
{
  CabLogCheck *self = CAB_LOG_CHECK (object);

  if (self->verifying != NULL)
    g_cancellable_cancel (self->verifying);
  if (self->printing != NULL)
    g_cancellable_cancel (self->printing);
  g_clear_object (&self->verifying);
  g_clear_object (&self->printing);
  g_clear_object (&self->progress);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_log_check_parent_class)->dispose (object);
}

static void
cab_log_check_class_init (CabLogCheckClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_log_check_get_property;
  object_class->set_property = cab_log_check_set_property;
  object_class->dispose = cab_log_check_dispose;

  properties[PROP_PRACTICE] = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  cab_action_table_install (&cab_log_actions, widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/privacy/cab-log-check.ui");
  gtk_widget_class_bind_template_child (widget_class, CabLogCheck, stack);
  gtk_widget_class_bind_template_child (widget_class, CabLogCheck, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, CabLogCheck, result_box);
  gtk_widget_class_bind_template_child (widget_class, CabLogCheck, result_label);
  gtk_widget_class_bind_template_child (widget_class, CabLogCheck, anchor_label);
}

static void
cab_log_check_init (CabLogCheck *self)
{
  self->printing = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
