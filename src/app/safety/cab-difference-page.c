/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-difference-page.h"

#include <glib/gi18n.h>

#include "cab-blank.h"
#include "cab-backup-copy.h"
#include "cab-diff-view.h"
#include "cab-fact.h"
#include "cab-note.h"
#include "cab-plain-row.h"
#include "cab-process-note.h"

/* One side: a record in the words of a person. */
typedef struct
{
  GPtrArray *words; /* by own field; NULL for what is not told */
  char *text;       /* of a note, or the first long text */
  int text_field;   /* the own field it is from, or -1 */
} Side;

struct _CabDifferencePage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice; /* the backup */
  CabOpenPractice *current;
  GCancellable *loading;
  Side *backup_side;

  /* Template */
  GtkStack *stack;
  AdwStatusPage *status_page;
  GtkWidget *fields_scroller;
  GtkListBox *field_list;
  GtkWidget *text_box;
  GtkLabel *text_label;
  CabDiffView *diff_view;

  /* State */
  CabDifference difference;
  CabDifferenceType type;
};

G_DEFINE_FINAL_TYPE (CabDifferencePage, cab_difference_page, ADW_TYPE_NAVIGATION_PAGE)

static void
side_free (Side *self)
{
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Side, side_free)

static gboolean
is_told (const CabField *field)
{
  return field->type != CAB_FIELD_DIGEST;
}

static gboolean
read_text (CabPractice *practice, CabRecord *record, Side *side, GError **error)
{
  const CabKind *kind = cab_record_get_kind (record);

  side->text_field = -1;
  if (kind == &cab_note_kind || kind == &cab_process_note_kind)
    return cab_note_dup_text (practice, record, &side->text, error);

  for (guint i = 0; i < kind->n_fields && side->text_field < 0; i++)
    if (kind->fields[i].type == CAB_FIELD_LONGTEXT)
      {
        side->text_field = (int)i;
        side->text = cab_record_dup_text (record, CAB_OWN (i));
      }

  return TRUE;
}

/* On a file's thread. */
static gpointer
read_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabDifference *difference = data;
  g_autoptr (CabRecord) record
      = cab_practice_load (practice, difference->kind, difference->id, error);
  g_autoptr (Side) side = NULL;

  if (record == NULL)
    return NULL;

  side = g_new0 (Side, 1);
  side->words = g_ptr_array_new_null_terminated (0, g_free, FALSE);
  if (!read_text (practice, record, side, error))
    return NULL;
  for (guint i = 0; i < difference->kind->n_fields; i++)
    g_ptr_array_add (side->words,
                     is_told (&difference->kind->fields[i]) && (int)i != side->text_field
                         ? cab_fact_dup_words (record, CAB_OWN (i))
                         : NULL);

  return g_steal_pointer (&side);
}

static GtkWidget *
make_row (const CabField *field, const char *words)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");

  return row;
}

/* @now: (nullable): when there is no other side */
static void
add_pair (CabDifferencePage *self, guint i, const char *backup, const char *now, gboolean is_pair)
{
  g_autofree char *words = NULL;
  GtkWidget *row;

  if (g_strcmp0 (backup, now) == 0)
    return;

  if (!is_pair)
    words = g_strdup (backup);
  else
    /* Translators: %1$s is what a field of the backup says, %2$s what it says now */
    words = g_strdup_printf (_ ("Backup: %1$s\nNow: %2$s"), backup != NULL ? backup : "–",
                             now != NULL ? now : "–");
  row = make_row (&self->difference.kind->fields[i], words);
  gtk_list_box_append (self->field_list, row);
  cab_blank_row (ADW_ACTION_ROW (row), self->practice);
}

static void
show_text (CabDifferencePage *self, const char *backup, const char *now)
{
  guint n;

  gtk_widget_set_visible (self->text_box, backup != NULL || now != NULL);
  if (backup == NULL && now == NULL)
    return;

  n = cab_diff_view_show (self->diff_view, backup != NULL ? backup : "", now != NULL ? now : "");
  if (self->type == CAB_DIFFERENCE_ONLY_BACKUP)
    gtk_label_set_label (self->text_label, _ ("Text in the backup"));
  else if (n == 0)
    gtk_label_set_label (self->text_label, _ ("The text is the same"));
  else
    gtk_label_set_label (self->text_label,
                         _ ("Struck through: only in the backup. Underlined: only now."));
  cab_diff_view_set_label (self->diff_view, gtk_label_get_label (self->text_label));
}

static void
show_sides (CabDifferencePage *self, const Side *backup, const Side *now)
{
  for (guint i = 0; i < backup->words->len; i++)
    add_pair (self, i, backup->words->pdata[i], now != NULL ? now->words->pdata[i] : NULL,
              now != NULL);
  gtk_widget_set_visible (self->fields_scroller,
                          gtk_list_box_get_row_at_index (self->field_list, 0) != NULL);
  show_text (self, backup->text, now != NULL ? now->text : backup->text);
  gtk_stack_set_visible_child_name (self->stack, "sides");
}

static void
show_failure (CabDifferencePage *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  cab_plain_page_describe (self->status_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static void
on_now_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabDifferencePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Side) now = NULL;

  if (self->practice == NULL)
    return;

  now = cab_open_practice_run_finish (self->current, result, &error);
  if (now != NULL)
    show_sides (self, self->backup_side, now);
  else
    show_failure (self, error);
}

static void
read_side (CabDifferencePage *self, CabOpenPractice *practice, GAsyncReadyCallback callback)
{
  cab_open_practice_run_async (
      practice, CAB_JOB_READS, read_job, g_memdup2 (&self->difference, sizeof self->difference),
      g_free, (GDestroyNotify)side_free, self->loading, callback, g_object_ref (self));
}

static void
on_backup_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabDifferencePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  self->backup_side = cab_open_practice_run_finish (self->practice, result, &error);
  if (self->backup_side == NULL)
    show_failure (self, error);
  else if (self->type == CAB_DIFFERENCE_CHANGED)
    read_side (self, self->current, on_now_read_cb);
  else
    show_sides (self, self->backup_side, NULL);
}

CabDifferencePage *
cab_difference_page_new (CabOpenPractice *backup, CabOpenPractice *current, CabDifferenceItem *item)
{
  CabDifferencePage *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (backup) && CAB_IS_OPEN_PRACTICE (current), NULL);
  g_return_val_if_fail (CAB_IS_DIFFERENCE_ITEM (item), NULL);

  self = g_object_new (CAB_TYPE_DIFFERENCE_PAGE, NULL);
  self->practice = g_object_ref (backup);
  self->current = g_object_ref (current);
  self->difference = *cab_difference_item_get (item);
  self->type = cab_difference_item_get_section (item);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), cab_difference_item_get_title (item));
  cab_blank_widget (GTK_WIDGET (self->diff_view), GTK_WIDGET (self->diff_view), backup);
  cab_action_table_bind (&cab_difference_actions, GTK_WIDGET (self), G_OBJECT (backup));
  read_side (self, backup, on_backup_read_cb);

  return self;
}

static void
copy_record (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabDifferencePage *self = CAB_DIFFERENCE_PAGE (widget);

  cab_backup_copy (widget, self->practice, self->current, &self->difference, 1);
}

static const CabAction actions[] = {
  { "difference.copy", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, copy_record },
};

CAB_DEFINE_ACTION_TABLE (cab_difference_actions, actions);

static void
cab_difference_page_dispose (GObject *object)
{
  CabDifferencePage *self = CAB_DIFFERENCE_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->backup_side, side_free);
  g_clear_object (&self->practice);
  g_clear_object (&self->current);

  G_OBJECT_CLASS (cab_difference_page_parent_class)->dispose (object);
}

static void
cab_difference_page_class_init (CabDifferencePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_difference_page_dispose;

  g_type_ensure (CAB_TYPE_DIFF_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/safety/cab-difference-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabDifferencePage, stack);
  gtk_widget_class_bind_template_child (widget_class, CabDifferencePage, status_page);
  gtk_widget_class_bind_template_child (widget_class, CabDifferencePage, fields_scroller);
  gtk_widget_class_bind_template_child (widget_class, CabDifferencePage, field_list);
  gtk_widget_class_bind_template_child (widget_class, CabDifferencePage, text_box);
  gtk_widget_class_bind_template_child (widget_class, CabDifferencePage, text_label);
  gtk_widget_class_bind_template_child (widget_class, CabDifferencePage, diff_view);
  cab_action_table_install (&cab_difference_actions, widget_class);
}

static void
cab_difference_page_init (CabDifferencePage *self)
{
  self->loading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
